"""Sentences about offers, orders, the rundown, giveaways and words on air."""

from console.words.saying import Saying

NO_SUCH_PRODUCT = Saying(
    "no_such_product",
    ja="商品「{product}」はこの番組にありません。番組の商品から選んでください。",
    en="This show has no product “{product}”. Choose one of the show's products.",
)
NO_SUCH_OFFER = Saying(
    "no_such_offer",
    ja="オファー「{offer}」はこの番組にありません。番組のオファーから選んでください。",
    en="This show has no offer “{offer}”. Choose one of the show's offers.",
)
OFFER_PRODUCT_MISSING = Saying(
    "offer_product_missing",
    ja="オファー「{offer}」の商品「{product}」がこの番組にありません。オファーの商品を選び直してください。",
    en="The product “{product}” of the offer “{offer}” is not in this show. Choose another product for it.",
)
OFFER_CURRENCY_DIFFERS = Saying(
    "offer_currency_differs",
    ja="{name} のオファー価格は {offer_price}、商品価格は {product_price} で、通貨が違います。同じ通貨にしてください。",
    en="The offer for {name} is {offer_price}, the product {product_price}: two currencies. Use the same one.",
)
OFFER_PRICE_DIFFERS = Saying(
    "offer_price_differs",
    ja="{name} はショップでは {shop_price}、オファーでは {offer_price} です。ショップかオファーの価格を直してください。",
    en="The shop sells {name} at {shop_price}, the offer says {offer_price}. Correct the price there or here.",
)
OFFER_PRICE_NOTHING = Saying(
    "offer_price_nothing",
    ja="{name} のオファー価格が {offer_price} です。正しい価格を入れてください。",
    en="The price of the offer for {name} is {offer_price}. Enter the right one.",
)
OFFER_OUT_OF_STOCK = Saying(
    "offer_out_of_stock",
    ja="{name} の在庫がありません。在庫を補充してショップから更新してください。",
    en="{name} is out of stock. Add stock in the shop and let it be synced.",
)
OFFER_QUANTITY_NOTHING = Saying(
    "offer_quantity_nothing",
    ja="{name} のオファーは数量が {quantity} です。1 以上にしてください。",
    en="The offer for {name} has a quantity of {quantity}. Make it at least 1.",
)
OFFER_PRECOUNT_OUT_OF_RANGE = Saying(
    "offer_precount_out_of_range",
    ja="{name} のオファー開始前のカウントダウンは 0 か {low}〜{high} 秒です。{seconds} 秒は使えません。",
    en="The countdown before the offer for {name} is 0 or {low} to {high} s, not {seconds} s.",
)
OFFER_WINDOW_OUT_OF_RANGE = Saying(
    "offer_window_out_of_range",
    ja="{name} のオファー時間は {low}〜{high} 秒です。{seconds} 秒は使えません。",
    en="The offer for {name} is open for {low} to {high} s, not {seconds} s.",
)
OFFER_COUPON_MISSING = Saying(
    "offer_coupon_missing",
    ja="{name} のオファーのクーポン「{coupon}」がこの番組にありません。クーポンを選び直してください。",
    en="The coupon “{coupon}” of the offer for {name} is not in this show. Choose another one.",
)
OFFER_COUPON_NOT_VALID = Saying(
    "offer_coupon_not_valid",
    ja="クーポン {code} は今は有効期間外です。期間を直すか、{name} のオファーから外してください。",
    en="The coupon {code} is not valid now. Correct its times or take it off the offer for {name}.",
)
OFFER_COUPON_GONE = Saying(
    "offer_coupon_gone",
    ja="クーポン {code} は配布が終わりました。枚数を増やすか、{name} のオファーから外してください。",
    en="All coupons {code} are claimed. Raise the quota or take it off the offer for {name}.",
)
PRODUCT_HAS_OFFER = Saying(
    "product_has_offer",
    ja="{name} には進行中のオファー「{offer}」があります。先にそれを終えるか取り下げてください。",
    en="{name} has the offer “{offer}” under way. End or withdraw that one first.",
)
OFFER_OVER = Saying(
    "offer_over",
    ja="{name} のオファーはもう終わっています。終わったオファーは再開できません。新しいオファーを用意してください。",
    en="The offer for {name} is over. What is over cannot be opened again: prepare another offer.",
)
OFFER_UNDER_WAY = Saying(
    "offer_under_way",
    ja="{name} のオファーはすでに準備済みか進行中です。このまま進めてください。",
    en="The offer for {name} is armed or under way already. Go on from there.",
)
OFFER_NOT_ARMED = Saying(
    "offer_not_armed",
    ja="{name} のオファーは準備できていません。先にオファーを準備してください。",
    en="The offer for {name} is not armed. Arm it first.",
)
OFFER_NOT_LIVE = Saying(
    "offer_not_live",
    ja="{name} のオファーは今は開いていません。開いている間だけ延長・終了できます。開く前なら取り下げてください。",
    en="The offer for {name} is not open now. Only an open one is extended or ended; before that, withdraw it.",
)
OFFER_NOT_ACTIVE = Saying(
    "offer_not_active",
    ja="{name} のオファーは準備も開始もされていません。先にオファーを準備してください。",
    en="The offer for {name} is neither armed nor under way. Arm it first.",
)
REASON_MISSING = Saying(
    "reason_missing",
    ja="理由がありません。記録に残りますので、理由を書いてください。",
    en="There is no reason. It is kept on record: write one.",
)
REASON_TOO_LONG = Saying(
    "reason_too_long",
    ja="理由が長すぎます。{longest} 文字までにしてください。",
    en="The reason is too long. Keep it within {longest} characters.",
)
EXTENSION_OUT_OF_RANGE = Saying(
    "extension_out_of_range",
    ja="{name} のオファーは、延長を含めて {longest_s} 秒までです。延長できるのはあと {left_s} 秒までです。",
    en="With extensions the offer for {name} may be open for {longest_s} s. It can be extended by 1 to {left_s} s.",
)
OFFER_DID_NOT_OPEN = Saying(
    "offer_did_not_open",
    ja="{name} のオファーは条件が合わず、開始しませんでした。条件を直して、もう一度開始してください。",
    en="The offer for {name} did not open since its terms do not match. Put them right and start it again.",
)
OFFER_SOLD_OUT = Saying(
    "offer_sold_out",
    ja="{name} のオファーが完売しました。",
    en="The offer for {name} is sold out.",
)
OFFER_OVERSOLD = Saying(
    "offer_oversold",
    ja="ショップは {name} をオファーの数量より {units} 個多く受け付けました。ショップの注文を確認してください。",
    en="The shop took orders for {units} more of {name} than the offer has. Check the orders in the shop.",
)
PER_BUYER_EXCEEDED = Saying(
    "per_buyer_exceeded",
    ja="注文 {order} で、{name} の一人あたり {limit} 個の上限を超えました。ショップで確認してください。",
    en="With the order {order} one buyer has more than {limit} of {name}. Check it in the shop.",
)
ORDER_PRODUCT_UNKNOWN = Saying(
    "order_product_unknown",
    ja="この番組にない商品「{product}」の注文が届きました。番組の集計には入れません。ショップとの対応を確認してください。",
    en="An order came for “{product}”, which this show does not have. It is not counted. Check the product's id.",
)
ORDER_CURRENCY_DIFFERS = Saying(
    "order_currency_differs",
    ja="{name} の注文が {currency} で届きました。売上には入れません。ショップの通貨を確認してください。",
    en="An order for {name} came in {currency}. It is left out of the sales. Check the shop's currency.",
)
PRODUCT_PRICE_DIFFERS = Saying(
    "product_price_differs",
    ja="{name} はショップでは {shop_price}、番組では {product_price} です。どちらかを直してください。",
    en="The shop sells {name} at {shop_price}, the show says {product_price}. Correct one of them.",
)
CLAIM_COUPON_UNKNOWN = Saying(
    "claim_coupon_unknown",
    ja="この番組にないクーポン「{coupon}」の取得が届きました。集計には入れません。",
    en="A claim came for the coupon “{coupon}”, which this show does not have. It is not counted.",
)
COUPON_OVERCLAIMED = Saying(
    "coupon_overclaimed",
    ja="クーポン {code} が上限の {quota} 枚を超えて取得されました。ショップの設定を確認してください。",
    en="More than the {quota} coupons {code} were claimed. Check the shop's settings.",
)
NOTHING_TO_UNDO = Saying(
    "nothing_to_undo",
    ja="取り消せる紹介がありません。取り消せるのは {seconds} 秒以内です。商品を選び直してください。",
    en="There is no explaining to take back; that can be done for {seconds} s. Choose the product again.",
)
NOTHING_IS_NEXT = Saying(
    "nothing_is_next",
    ja="次のコーナーがありません。進行表から次を選んでください。",
    en="Nothing is Next. Choose the next segment in the rundown.",
)
NO_SUCH_SEGMENT = Saying(
    "no_such_segment",
    ja="コーナー「{segment}」は進行表にありません。進行表から選んでください。",
    en="The rundown has no segment “{segment}”. Choose one that is in it.",
)
NO_SEGMENT_ON_AIR = Saying(
    "no_segment_on_air",
    ja="オンエア中のコーナーがありません。先に次のコーナーをテイクしてください。",
    en="No segment is on air. Take the next one first.",
)
PLACE_OUT_OF_RANGE = Saying(
    "place_out_of_range",
    ja="進行表の位置は 1 から {last} までです。",
    en="Places in the rundown go from 1 to {last}.",
)
CUE_NOT_DONE = Saying(
    "cue_not_done",
    ja="キュー「{cue}」の一部ができませんでした。次のお知らせの理由を見て、手で行ってください。",
    en="A part of the cue “{cue}” could not be done. The next notice says why; do it by hand.",
)
NO_SUCH_GIVEAWAY = Saying(
    "no_such_giveaway",
    ja="抽選「{giveaway}」はこの番組にありません。番組の抽選から選んでください。",
    en="This show has no giveaway “{giveaway}”. Choose one of the show's giveaways.",
)
GIVEAWAY_RUNS = Saying(
    "giveaway_runs",
    ja="抽選「{giveaway}」がまだ終わっていません。先に締め切って抽選してください。",
    en="The giveaway “{giveaway}” is not over. Close it and draw first.",
)
GIVEAWAY_DRAWN_ALREADY = Saying(
    "giveaway_drawn_already",
    ja="抽選「{giveaway}」の当選者はもう決まっています。別の抽選を用意してください。",
    en="The winners of the giveaway “{giveaway}” are drawn already. Prepare another one.",
)
GIVEAWAY_NOT_OPEN = Saying(
    "giveaway_not_open",
    ja="受付中の抽選がありません。先に抽選の受付を始めてください。",
    en="No giveaway takes entries. Open one first.",
)
GIVEAWAY_NOT_CLOSED = Saying(
    "giveaway_not_closed",
    ja="締め切った抽選がありません。先に受付を締め切ってください。",
    en="No giveaway is closed. Close its entries first.",
)
GIVEAWAY_WITHOUT_SEED = Saying(
    "giveaway_without_seed",
    ja="抽選の種がありません。誰でも検算できるよう、種になる文字を入れてください。",
    en="The draw has no seed. Give some characters, so that anyone can compute it again.",
)
GIVEAWAY_FULL = Saying(
    "giveaway_full",
    ja="抽選の応募が上限の {entries} 人に達しました。これ以上は受け付けません。",
    en="The giveaway has {entries} entries, as many as it can take. Later ones do not count.",
)
TEXT_TOO_LONG = Saying(
    "text_too_long",
    ja="文字が長すぎます。{longest} 文字までにしてください。",
    en="The text is too long. Keep it within {longest} characters.",
)
EDIT_OFFER_RUNS = Saying(
    "edit_offer_runs",
    ja="{name} のオファーは進行中です。視聴者に約束した条件は変えられません。終えるか取り下げてから変更してください。",
    en="The offer for {name} is under way: what was promised on air stays. End or withdraw it, then edit.",
)
EDIT_OFFER_OVER = Saying(
    "edit_offer_over",
    ja="{name} のオファーは終わっていて、記録に残ります。新しいオファーを用意してください。",
    en="The offer for {name} is over and on record. Prepare another offer.",
)
EDIT_PRODUCT_ON_AIR = Saying(
    "edit_product_on_air",
    ja="{name} は紹介中かオファー中です。価格の表示は変えられません。終えてから変更してください。",
    en="{name} is being explained or on offer: its price on air stays. End that, then edit.",
)
EDIT_COUPON_ON_AIR = Saying(
    "edit_coupon_on_air",
    ja="クーポン {code} は進行中のオファーで使われています。オファーが終わってから変更してください。",
    en="The coupon {code} belongs to an offer that is under way. Edit it after that.",
)
EDIT_SEGMENT_ON_AIR = Saying(
    "edit_segment_on_air",
    ja="コーナー「{name}」はオンエア中です。シーン・商品・キューは変えられません。次のコーナーから変更してください。",
    en="The segment “{name}” is on air: its scene, product and cues stay. Edit the segments that follow.",
)
EDIT_GIVEAWAY_RUNS = Saying(
    "edit_giveaway_runs",
    ja="「{prize}」の抽選は進行中です。条件は変えられません。抽選が終わってから変更してください。",
    en="The giveaway of {prize} runs: its terms stay. Edit it after the draw.",
)
EDIT_CANVAS_ON_AIR = Saying(
    "edit_canvas_on_air",
    ja="セッション中は、レンディション「{rendition}」の大きさとエンコーダーを変えられません。終了してから変更してください。",
    en="While a session runs, size and encoder of the rendition “{rendition}” stay. End it, then edit.",
)
