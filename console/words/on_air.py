"""What the graphics themselves say, beside what the shop wrote."""

from console.words.saying import Saying

TAX_INCLUDED = Saying("tax_included", ja="税込", en="tax incl.")
WATCHING_NOW = Saying("watching_now", ja="いま {count}人が視聴中", en="{count} watching now")
ASKER = Saying("asker", ja="{name}さん", en="{name}")
COUPON = Saying("coupon", ja="クーポン", en="Coupon")
COUPONS_LEFT = Saying("coupons_left", ja="残り {count}枚", en="{count} left")
COUPONS_GONE = Saying("coupons_gone", ja="配布終了", en="All claimed")
SCAN_TO_SHOP = Saying("scan_to_shop", ja="商品ページはこちら", en="Scan to shop")
