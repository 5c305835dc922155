"""Sentences about people's data."""

from console.words.saying import Saying

NO_SUCH_VIEWER = Saying(
    "no_such_viewer",
    ja="「{viewer}」は視聴者の ID ではありません。1〜200 文字の ID を指定してください。",
    en="“{viewer}” is no viewer's id. Give an id of 1 to 200 characters.",
)
TOO_MANY_TO_FORGET = Saying(
    "too_many_to_forget",
    ja="{count} 人の名前の削除がまだ終わっていないため、受け付けられません。視聴者の名前の一覧を書き込めるようにしてから、もう一度お試しください。",
    en="The names of {count} people still wait to be deleted, so no more are taken. Let the list of viewers' names be written to, then try again.",
)
VIEWER_FORGOTTEN = Saying(
    "viewer_forgotten",
    ja="視聴者 {viewer} の名前を削除しました。",
    en="The name of viewer {viewer} was deleted.",
)
NAMES_NOT_DELETED = Saying(
    "names_not_deleted",
    ja="視聴者の名前をまだ削除できません ({reason})。番組は続き、自動で繰り返し試みます。ディスクの空き容量と権限を確認してください。",
    en="Viewers' names cannot be deleted yet ({reason}). The show goes on and this is tried again by itself. Check the disk's free space and permissions.",
)
FORGET_UNKNOWN = Saying(
    "forget_unknown",
    ja="「{viewer}」という視聴者は名前の一覧にありません。何も変更していません。ID、または「platform:アカウント」の綴りを確認してください。",
    en="The list of names has no viewer “{viewer}”. Nothing was changed. Check the id, or how “platform:account” is written.",
)
FORGET_DONE = Saying(
    "forget_done",
    ja="視聴者 {viewer} の名前とコメントを削除しました。記録には ID だけが残ります。",
    en="The name and comments of viewer {viewer} were deleted. Records keep the bare id only.",
)
FORGET_ENGINE_RUNS = Saying(
    "forget_engine_runs",
    ja="エンジンが動いているため (プロセス {pid})、ここからは削除できません。そのエンジンに ForgetViewer を送るか、終了してからもう一度お試しください。",
    en="An engine runs (process {pid}), so this cannot be done from here. Send it the command ForgetViewer, or end it and try again.",
)
