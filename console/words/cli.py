"""Sentences of the command line."""

from console.words.saying import Saying

BAD_CANVAS = Saying(
    "bad_canvas",
    ja="キャンバス「{canvas}」は使えません。幅x高さ@fps の形で、辺は 64〜4096 の偶数、fps は 1〜120 にしてください (例: 720x1280@30)。",
    en="“{canvas}” is no canvas. Write WIDTHxHEIGHT@FPS, sides even from 64 to 4096, 1 to 120 fps, such as 720x1280@30.",
)
NO_CLIP_FILE = Saying(
    "no_clip_file",
    ja="動画ファイル「{file}」がありません。ファイル名を確認してください。",
    en="There is no clip “{file}”. Check the file name.",
)
NOWHERE_TO_GO = Saying(
    "nowhere_to_go",
    ja="配信先がありません。--to で宛先を、または --record で録画ファイルを指定してください。",
    en="There is nowhere to send to. Name a destination with --to, or a file with --record.",
)
NEVER_ON_AIR = Saying(
    "never_on_air",
    ja="番組を開始できませんでした。{reason} 詳細はログ ({log}) にあります。",
    en="The show could not start. {reason} The log has the details ({log}).",
)
SHOW_BROKE_OFF = Saying(
    "show_broke_off",
    ja="番組が途中で終わりました。{reason} 詳細はログ ({log}) にあります。",
    en="The show broke off. {reason} The log has the details ({log}).",
)
NOTHING_LEFT_TO_DO = Saying(
    "nothing_left_to_do",
    ja="すべての配信先に断られ、録画もしていないので、終了しました。",
    en="No destination takes the show and nothing is recorded, so it was ended.",
)
NO_LINES = Saying(
    "no_lines",
    ja="--to - が指定されましたが、標準入力に宛先がありません。1 行に 1 つ、URL または「サーバー、タブ、キー」を渡してください。",
    en="--to - was given, but standard input holds no destination. Write one a line: a URL, or server, tab, key.",
)
BAD_NUMBER = Saying(
    "bad_number",
    ja="{option} は {low}〜{high} の数で指定してください。",
    en="{option} takes a number from {low} to {high}.",
)
DESTINATION_AT_END = Saying(
    "destination_at_end",
    ja="{server}: {state}、映像 {frames} 枚、{megabytes} MB、再接続 {reconnects} 回",
    en="{server}: {state}, {frames} pictures, {megabytes} MB, {reconnects} reconnects",
)
STREAM_AT_END = Saying(
    "stream_at_end",
    ja="{seconds} 秒間配信しました。映像 {composed} 枚、繰り返し {repeated}、欠け {skipped}。",
    en="On air for {seconds} s: {composed} pictures, {repeated} repeated, {skipped} skipped.",
)
RECORDED_AT_END = Saying(
    "recorded_at_end",
    ja="録画: {path} ({seconds} 秒)",
    en="Recording: {path} ({seconds} s)",
)
AT_WORK = Saying(
    "at_work",
    ja="本番 {clock}  {parts}",
    en="On air {clock}  {parts}",
)
CA_FILE_UNREADABLE = Saying(
    "ca_file_unreadable",
    ja="CA ファイル「{file}」を読めません ({reason})。PEM 形式のファイルを指定してください。",
    en="The CA file “{file}” cannot be read ({reason}). Name a file in PEM format.",
)
