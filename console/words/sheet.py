"""Sentences about a table of products, and about the pictures that it names."""

from console.words.saying import Saying

SHEET_TOO_LARGE = Saying(
    "sheet_too_large",
    ja="表が大きすぎます (上限 {limit_mb} MB)。商品の表かどうか確認してください。",
    en="The table is too large (at most {limit_mb} MB). Check that it is the table of products.",
)
SHEET_EMPTY = Saying(
    "sheet_empty",
    ja="表に何も書かれていません。1行目に見出し、2行目から商品を書いてください。",
    en="The table is empty. Write headings in its first line and products below.",
)
SHEET_NOT_TEXT = Saying(
    "sheet_not_text",
    ja="表の{line}行目を文字として読めません。UTF-8 か Shift_JIS のCSVで保存し直してください。",
    en="Line {line} of the table is no text. Save it again as CSV in UTF-8 or Shift_JIS.",
)
SHEET_DAMAGED = Saying(
    "sheet_damaged",
    ja="表は UTF-8 のようですが、{line}行目が壊れています。元の表からCSVを保存し直してください。",
    en="The table looks like UTF-8, but line {line} is damaged. Save the CSV again from the original.",
)
SHEET_BROKEN = Saying(
    "sheet_broken",
    ja='{line}行目から始まる行を読めません ({reason})。引用符 " が閉じているか確認してください。',
    en="The row that begins in line {line} cannot be read ({reason}). Check that its quotation marks are closed.",
)
SHEET_UNREADABLE = Saying(
    "sheet_unreadable",
    ja="「{path}」を読み込めません ({reason})。ファイル名と権限を確認してください。",
    en="“{path}” cannot be read ({reason}). Check its name and permissions.",
)
COLUMN_MISSING = Saying(
    "column_missing",
    ja="{line}行目の見出しに「{ja}」({en}) の列がありません。番号・商品名・価格は必ず入れてください。",
    en="The headings in line {line} lack “{en}” / {ja}. Number, name and price must be there.",
)
COLUMN_TWICE = Saying(
    "column_twice",
    ja="{line}行目の見出しに「{column}」と同じ意味の列が二つあります。片方を消してください。",
    en="The headings in line {line} have two columns that mean “{column}”. Remove one.",
)
ROW_TOO_LONG = Saying(
    "row_too_long",
    ja="{line}行目の列が見出し ({columns}列) より多くなっています。区切りの記号を確認してください。",
    en="Line {line} has more cells than there are headings ({columns}). Check its separators.",
)
NO_PRODUCTS = Saying(
    "no_products",
    ja="表に見出しはありますが、商品が一つもありません。保存し忘れた行がないか確認してください。",
    en="The table has headings but no product. Check that all of it was saved.",
)
TOO_MANY_PRODUCTS = Saying(
    "too_many_products",
    ja="商品が {count} 件あります。一度に取り込めるのは {most} 件までです。表を分けてください。",
    en="There are {count} products; a table may hold {most}. Split it.",
)
CELL_EMPTY = Saying(
    "cell_empty",
    ja="{line}行目「{column}」が空です。書き入れてください。",
    en="Line {line}, {column}: it is empty. Fill it in.",
)
CELL_CONTROL = Saying(
    "cell_control",
    ja="{line}行目「{column}」に使えない文字があります。文字を打ち直してください。",
    en="Line {line}, {column}: it holds characters that cannot be shown. Type it again.",
)
CELL_TOO_LONG = Saying(
    "cell_too_long",
    ja="{line}行目「{column}」は {longest} 文字までです。短くしてください。",
    en="Line {line}, {column}: at most {longest} characters. Shorten it.",
)
CELL_TOO_MANY = Saying(
    "cell_too_many",
    ja="{line}行目「{column}」に書けるのは {most} 個までです。減らしてください。",
    en="Line {line}, {column}: at most {most} entries. Remove some.",
)
CELL_NOT_WHOLE = Saying(
    "cell_not_whole",
    ja="{line}行目「{column}」の「{value}」は整数ではありません。数字だけを書いてください。",
    en="Line {line}, {column}: “{value}” is no whole number. Write digits only.",
)
CELL_OUT_OF_RANGE = Saying(
    "cell_out_of_range",
    ja="{line}行目「{column}」は {low} から {high} までにしてください。",
    en="Line {line}, {column}: it must be between {low} and {high}.",
)
CELL_NOT_MONEY = Saying(
    "cell_not_money",
    ja="{line}行目「{column}」の「{value}」を {currency} の金額として読めません。1980 や 1,980 のように書いてください。",
    en="Line {line}, {column}: “{value}” is no amount in {currency}. Write it such as 1980 or 1,980.",
)
CELL_BAD_CURRENCY = Saying(
    "cell_bad_currency",
    ja="{line}行目「{column}」の通貨「{value}」は使えません。JPY のような3文字で書いてください。",
    en="Line {line}, {column}: “{value}” is no currency. Write three letters, such as JPY.",
)
CELL_NOT_YES_OR_NO = Saying(
    "cell_not_yes_or_no",
    ja="{line}行目「{column}」の「{value}」は、税込なら「はい」、税別なら「いいえ」と書いてください。",
    en="Line {line}, {column}: write yes or no instead of “{value}”.",
)
CELL_NOT_LINK = Saying(
    "cell_not_link",
    ja="{line}行目「{column}」の「{value}」は http:// か https:// で始まるアドレスにしてください。",
    en="Line {line}, {column}: “{value}” must be an address that begins with http:// or https://.",
)
CELL_NUMBER_TWICE = Saying(
    "cell_number_twice",
    ja="{line}行目「{column}」の番号 {number} は {other}行目でも使われています。別の番号にしてください。",
    en="Line {line}, {column}: the number {number} is also in line {other}. Give it another.",
)
PICTURE_NOT_FOUND = Saying(
    "picture_not_found",
    ja="{line}行目「{column}」の写真「{name}」が見つかりません。表と同じフォルダーに置くか、名前を直してください。",
    en="Line {line}, {column}: there is no picture “{name}”. Put it beside the table or correct the name.",
)
PICTURE_NOT_READ = Saying(
    "picture_not_read",
    ja="{line}行目「{column}」の写真「{name}」を読み込めません ({reason})。ファイルと権限を確認してください。",
    en="Line {line}, {column}: the picture “{name}” cannot be read ({reason}). Check the file and its permissions.",
)
PICTURE_TOO_LARGE = Saying(
    "picture_too_large",
    ja="{line}行目「{column}」の写真「{name}」が大きすぎます (上限 {limit_mb} MB、{limit_px} 画素)。小さくして保存し直してください。",
    en="Line {line}, {column}: the picture “{name}” is too large (at most {limit_mb} MB and {limit_px} pixels a side). Save a smaller one.",
)
PICTURE_NO_PICTURE = Saying(
    "picture_no_picture",
    ja="{line}行目「{column}」の「{name}」は写真として使えません。JPEG・PNG・WebP のどれかにしてください。",
    en="Line {line}, {column}: “{name}” is no picture that can be used. Take a JPEG, PNG or WebP file.",
)
PICTURE_NOT_FETCHED = Saying(
    "picture_not_fetched",
    ja="{line}行目「{column}」の写真を {host} から取得できません ({reason})。アドレスを確認するか、ファイルを用意してください。",
    en="Line {line}, {column}: the picture cannot be fetched from {host} ({reason}). Check the address, or use a file.",
)
PICTURE_PLACE_PRIVATE = Saying(
    "picture_place_private",
    ja="{line}行目「{column}」の写真のアドレス {host} は社内やこのコンピューターを指しているため取得しません。写真をファイルで用意してください。",
    en="Line {line}, {column}: {host} is an address of this computer or a private network and is not fetched. Use a file.",
)
PICTURE_TOO_SLOW = Saying(
    "picture_too_slow",
    ja="{line}行目「{column}」の写真が時間内に {host} から届きませんでした。後でもう一度試すか、ファイルを用意してください。",
    en="Line {line}, {column}: the picture did not arrive from {host} in time. Try again later, or use a file.",
)
