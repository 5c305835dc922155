"""Sentences about pictures that somebody brings into a show."""

from console.words.saying import Saying

PICTURE_CANNOT_BE_READ = Saying(
    "picture_cannot_be_read",
    ja="写真「{name}」を読み込めません ({reason})。ファイルと権限を確認してください。",
    en="The picture “{name}” cannot be read ({reason}). Check the file and its permissions.",
)
PICTURE_IS_TOO_LARGE = Saying(
    "picture_is_too_large",
    ja="写真「{name}」が大きすぎます (上限 {limit_mb} MB、{limit_px} 画素)。小さくして保存し直してください。",
    en="The picture “{name}” is too large (at most {limit_mb} MB and {limit_px} pixels a side). Save a smaller one.",
)
PICTURE_IS_NONE = Saying(
    "picture_is_none",
    ja="「{name}」は写真として使えません。JPEG・PNG・WebP のどれかにしてください。",
    en="“{name}” is no picture that can be used. Take a JPEG, PNG or WebP file.",
)
PICTURE_NOT_SAVED = Saying(
    "picture_not_saved",
    ja="写真を「{folder}」に保存できません ({reason})。空き容量と権限を確認してください。",
    en="The picture could not be saved to “{folder}” ({reason}). Check free space and permissions.",
)
SHOW_HAS_NO_FOLDER = Saying(
    "show_has_no_folder",
    ja="開いている番組にはフォルダーがありません。先に番組を新しく作るか、フォルダーから開いてください。",
    en="The open show has no folder. Make a new show, or open one from its folder first.",
)
