"""Sentences about show folders on the command line."""

from console.words.saying import Saying

NEW_TITLE = Saying(
    "new_title",
    ja="新しい番組",
    en="New show",
)
SHOW_MADE = Saying(
    "show_made",
    ja="番組のフォルダー「{folder}」を作りました。honban show check で確認できます。",
    en="Made the show folder “{folder}”. Check it with honban show check.",
)
SHOW_COPIED = Saying(
    "show_copied",
    ja="番組を「{folder}」にコピーしました。",
    en="Copied the show to “{folder}”.",
)
SHOW_RESTORED = Saying(
    "show_restored",
    ja="バージョン {number}「{title}」に戻しました。戻す前の内容もバージョンとして残っています。",
    en="Went back to version {number}, “{title}”. What was there before is kept as a version.",
)
NO_VERSIONS = Saying(
    "no_versions",
    ja="まだ前のバージョンはありません。保存するたびに一つずつ残ります。",
    en="There are no earlier versions yet. Each save keeps one.",
)
VERSION_LINE = Saying(
    "version_line",
    ja="{number}: {saved} に保存、{kilobytes} kB",
    en="{number}: saved {saved}, {kilobytes} kB",
)
HEADING_PROBLEMS = Saying(
    "heading_problems",
    ja="直さないと使えないところ",
    en="To be put right",
)
HEADING_ADVICE = Saying(
    "heading_advice",
    ja="直したほうがよいところ",
    en="Better put right",
)
HEADING_WORDS = Saying(
    "heading_words",
    ja="言い換えたい言葉",
    en="Words not to say",
)
NG_WORD_FOUND = Saying(
    "ng_word_found",
    ja="{path} の {place} 文字目「{written}」— {reason}。言い換え: 「{instead}」",
    en="{path}, character {place}: “{written}” — {reason}. Say instead: “{instead}”",
)
NOT_LEGAL_ADVICE = Saying(
    "not_legal_advice",
    ja="言葉の点検は手がかりで、法律上の助言ではありません。",
    en="The check of words is a hint, not legal advice.",
)
SETTINGS_WRONG = Saying(
    "settings_wrong",
    ja="{path} ({kind}) を使えません: {reason}",
    en="{path} ({kind}) cannot be used: {reason}",
)
ADVICE_NAMES_NOTHING = Saying(
    "advice_names_nothing",
    ja="{path} の「{name}」が {area} にありません。名前を直すか、{area} に追加してください。",
    en="{path} names “{name}”, which is not among the {area}. Correct it or add it there.",
)
CHECK_GOOD = Saying(
    "check_good",
    ja="問題は見つかりませんでした。",
    en="No problem was found.",
)
CHECK_COUNTS = Saying(
    "check_counts",
    ja="直すところ {problems} 件、確認したいところ {hints} 件。",
    en="{problems} to be put right, {hints} to look at.",
)
COLUMNS_IGNORED = Saying(
    "columns_ignored",
    ja="次の列は使いませんでした: {columns}",
    en="These columns were not used: {columns}",
)
NOTHING_IMPORTED = Saying(
    "nothing_imported",
    ja="{count} 件の問題があるため、何も取り込みませんでした。表を直してもう一度試してください。",
    en="Nothing was imported; problems: {count}. Correct the table and try again.",
)
PRODUCTS_IMPORTED = Saying(
    "products_imported",
    ja="商品を取り込みました: 追加 {added}、変更 {changed}、変更なし {unchanged}、写真 {pictures}。",
    en="Imported: {added} added, {changed} changed, {unchanged} as they were, {pictures} pictures.",
)
