"""Sentences about the engine and its parent."""

from console.words.saying import Saying

NOT_UNDERSTOOD = Saying(
    "not_understood",
    ja="この命令は理解できません: {reason}。`docs/commands.md` の形式で送ってください。",
    en="This command is not understood: {reason}. Write it as `docs/commands.md` says.",
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
