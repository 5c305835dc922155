"""Sentences about a show's plan: what must hold in it, and what is better put right before the show."""

from console.words.saying import Saying

SHOW_OUT_OF_RANGE = Saying(
    "show_out_of_range",
    ja="show.json の {path} は {low} から {high} までの値にしてください (今は {value})。",
    en="show.json: {path} must be between {low} and {high} (it is {value}).",
)
SHOW_ODD_CANVAS = Saying(
    "show_odd_canvas",
    ja="show.json の {path} の大きさ {width}x{height} は使えません。幅と高さを偶数にしてください。",
    en="show.json: the size {width}x{height} of {path} cannot be used. Make width and height even.",
)
SHOW_BAD_COLOUR = Saying(
    "show_bad_colour",
    ja="show.json の {path} の色「{value}」は #RRGGBB の形で書いてください。",
    en="show.json: write the colour “{value}” of {path} as #RRGGBB.",
)
SHOW_BAD_BOX = Saying(
    "show_bad_box",
    ja="show.json の {path} が枠からはみ出ているか、大きさがありません。0から1の範囲に収めてください。",
    en="show.json: {path} reaches beyond its frame or has no size. Keep it within 0 to 1.",
)
SHOW_NAMES_NOTHING = Saying(
    "show_names_nothing",
    ja="show.json の {path} に書かれた「{name}」が {area} にありません。綴りを直すか、{area} に追加してください。",
    en="show.json: {path} names “{name}”, which is not among the {area}. Correct the name or add it there.",
)
SHOW_HAS_NO_RENDITION = Saying(
    "show_has_no_rendition",
    ja="show.json の renditions が空です。少なくとも一つ書くか、項目ごと消してください。",
    en="show.json: renditions is empty. Describe at least one, or remove the field.",
)
SHOW_BAD_ID = Saying(
    "show_bad_id",
    ja="show.json の {path} の識別名「{id}」は使えません。文字・数字・ハイフン・下線・ピリオドで64文字以内にしてください。",
    en="show.json: “{id}” in {path} cannot be an id. Use up to 64 letters, digits, hyphens, underscores and dots.",
)
SHOW_BAD_CURRENCY = Saying(
    "show_bad_currency",
    ja="show.json の {path} の通貨「{value}」は使えません。JPY のような大文字3文字で書いてください。",
    en="show.json: “{value}” of {path} is no currency. Write three capital letters, such as JPY.",
)
SHOW_BAD_TIME = Saying(
    "show_bad_time",
    ja="show.json の {path} の時刻「{value}」を読めません。2026-11-22T21:30:00+09:00 のように時差まで書いてください。",
    en="show.json: “{value}” of {path} is no time. Write it with its offset, such as 2026-11-22T21:30:00+09:00.",
)
SHOW_TIMES_REVERSED = Saying(
    "show_times_reversed",
    ja="show.json の {path} は終わりが始まりより前になっています。valid_from と valid_until を直してください。",
    en="show.json: {path} ends before it begins. Correct valid_from and valid_until.",
)
SHOW_EMPTY = Saying(
    "show_empty",
    ja="show.json の {path} が空です。書き入れてください。",
    en="show.json: {path} is empty. Fill it in.",
)
SHOW_NUMBER_TWICE = Saying(
    "show_number_twice",
    ja="show.json の {path} の商品番号 {number} は {other} でも使われています。別の番号にしてください。",
    en="show.json: {path} has the number {number}, and so has {other}. Give it another number.",
)
SHOW_OTHER_CURRENCY = Saying(
    "show_other_currency",
    ja="show.json の {path} の通貨が {value} ですが、商品の価格は {currency} です。同じ通貨にしてください。",
    en="show.json: {path} is in {value}, but the product's price is in {currency}. Use the same currency.",
)
SHOW_PER_BUYER_OVER_QUANTITY = Saying(
    "show_per_buyer_over_quantity",
    ja="show.json の {path} は、お一人様の上限 {per_buyer} が全体の数量 {quantity} より多くなっています。どちらかを直してください。",
    en="show.json: {path} allows {per_buyer} for one buyer but only {quantity} in all. Correct one of them.",
)
SHOW_SEGMENT_TWICE = Saying(
    "show_segment_twice",
    ja="show.json の rundown に「{segment}」が二度あります。片方を消すか、コーナーを分けてください。",
    en="show.json: rundown has “{segment}” twice. Remove one, or make a segment of its own.",
)
SHOW_CUE_TWICE = Saying(
    "show_cue_twice",
    ja="show.json の {path} のキュー「{id}」は同じコーナーに二つあります。別の名前にしてください。",
    en="show.json: {path} is the second cue “{id}” of its segment. Give it another id.",
)
ADVICE_NO_NAME = Saying(
    "advice_no_name",
    ja="{path} に商品名がありません。カードに出す名前を書いてください。",
    en="{path} has no name. Write the one that the card shows.",
)
ADVICE_NO_PRICE = Saying(
    "advice_no_price",
    ja="{path} の価格が 0 です。価格を確認してください。",
    en="{path} costs nothing. Check its price.",
)
ADVICE_NO_PICTURE = Saying(
    "advice_no_picture",
    ja="{path} に写真がありません。写真をフォルダーに入れて、その名前を書いてください。",
    en="{path} has no picture. Put one into the folder and name it.",
)
ADVICE_WAS_BASIS = Saying(
    "advice_was_basis",
    ja="{path} の比較価格に根拠がないため、画面には出ません (二重価格表示)。was_basis に、いつの何の価格かを書いてください。",
    en="{path}: its was-price has no basis and is not shown (double pricing). Write in was_basis which price it was, and when.",
)
ADVICE_WAS_NOT_ABOVE = Saying(
    "advice_was_not_above",
    ja="{path} の比較価格が販売価格より高くありません。比較価格を消すか、直してください。",
    en="{path}: the was-price is not above the price. Remove or correct it.",
)
ADVICE_OFFER_DEARER = Saying(
    "advice_offer_dearer",
    ja="{path} の価格が通常の商品価格より高くなっています。価格を確認してください。",
    en="{path} costs more than the product does without it. Check both prices.",
)
ADVICE_OFFER_OVER_STOCK = Saying(
    "advice_offer_over_stock",
    ja="{path} の数量 {quantity} が在庫 {stock} より多くなっています。数量か在庫を直してください。",
    en="{path} offers {quantity} units, but {stock} are in stock. Correct the quantity or the stock.",
)
ADVICE_COUPON_WINDOW = Saying(
    "advice_coupon_window",
    ja="{path} に終わりの時刻がありません。valid_until を書くと、期限切れのまま放送されるのを防げます。",
    en="{path} has no end. With valid_until it cannot go on air after its time.",
)
ADVICE_CUE_TOO_LATE = Saying(
    "advice_cue_too_late",
    ja="{path} は {at_s} 秒後ですが、コーナーは {planned_s} 秒の予定です。早めるか、コーナーを長くしてください。",
    en="{path} comes after {at_s} s, but its segment is planned for {planned_s} s. Move it, or plan a longer segment.",
)
ADVICE_CUE_SHOWS_AND_HIDES = Saying(
    "advice_cue_shows_and_hides",
    ja="{path} は「{overlay}」を出すと同時に消します。どちらかを消してください。",
    en="{path} both shows and hides “{overlay}”. Remove one of the two.",
)
ADVICE_NOT_IN_RUNDOWN = Saying(
    "advice_not_in_rundown",
    ja="コーナー「{segment}」が進行表 (rundown) に入っていません。使うなら加えてください。",
    en="The segment “{segment}” is not in the rundown. Add it if it is to be played.",
)
ADVICE_OFFER_NOT_ARMED = Saying(
    "advice_offer_not_armed",
    ja="{path} のキューはオファー「{offer}」を準備する前に開始します。先に arm を入れてください。",
    en="{path}: a cue starts the offer “{offer}” before any arms it. Put an arm before it.",
)
ADVICE_NG_WITHOUT_INSTEAD = Saying(
    "advice_ng_without_instead",
    ja="{path} のNGワード「{word}」に言い換えがありません。代わりに言える文を書いてください。",
    en="{path}: there is nothing to say instead of “{word}”. Write a sentence that may be said.",
)
ADVICE_TOO_LONG = Saying(
    "advice_too_long",
    ja="番組は {minutes} 分の予定ですが、配信先「{name}」は {limit} 分までです。進行表を短くするか、配信先を分けてください。",
    en="The show is planned for {minutes} minutes, but “{name}” allows {limit}. Shorten the rundown or use another destination.",
)
ADVICE_NO_SIMULCAST = Saying(
    "advice_no_simulcast",
    ja="配信先「{name}」は同時配信を認めていません。ほかの配信先を止めるか、別の回に分けてください。",
    en="“{name}” allows no other destination at the same time. Stop the others, or send to it in a show of its own.",
)
