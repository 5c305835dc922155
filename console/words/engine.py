"""Sentences about the engine and its parent."""

from console.words.saying import Saying

NOT_UNDERSTOOD = Saying(
    "not_understood",
    ja="この命令は理解できません ({reason})。`docs/commands.md` の形式で送ってください。",
    en="This command is not understood ({reason}). Write it as `docs/commands.md` says.",
)
ENGINE_DIED = Saying(
    "engine_died",
    ja="エンジンが止まったので起動し直しています。番組は自動で続きます。",
    en="The engine stopped and is being started again. The show goes on by itself.",
)
ENGINE_KEEPS_DYING = Saying(
    "engine_keeps_dying",
    ja="エンジンが 1 分間に {times} 回止まったため、起動をやめました。ログ ({log}) を確認してください。",
    en="The engine stopped {times} times within a minute and is not started again. See the log ({log}).",
)
SESSION_NAME_TAKEN = Saying(
    "session_name_taken",
    ja="セッション名「{id}」はすでに使われています。別の名前にしてください。",
    en="There was a session “{id}” already. Choose another name for this one.",
)
JOURNAL_NOT_RESUMED = Saying(
    "journal_not_resumed",
    ja="前のセッションの記録を読めないため、番組は続きません ({reason})。もう一度開始してください。",
    en="The journal of the last session cannot be read, so the show does not go on ({reason}). Start it again.",
)
PART_BROKE = Saying(
    "part_broke",
    ja="プログラムの一部 ({part}) でエラーが起きました ({reason})。番組は続いています。詳細はログにあります。",
    en="A part of the program ({part}) met an error ({reason}). The show goes on; the log has the details.",
)
COMMAND_BROKE = Saying(
    "command_broke",
    ja="この命令の途中でプログラムのエラーが起きました ({reason})。何も変わっていません。詳細はログにあります。",
    en="An error of this program came up at this command ({reason}). Nothing has changed; the log has the details.",
)
