"""Contents of every kind of graphic, ordinary and hard."""

import msgspec

from console.model.product import Money
from overlays import (
    announcement,
    countdown,
    coupon,
    giveaway,
    logo,
    lower_third,
    order_toast,
    pinned_answer,
    pinned_comment,
    price_reveal,
    product_card,
    product_list,
    qr,
    slate_opening,
    stock_meter,
    ticker,
    viewer_count,
    worded_slate,
)

Contents = dict[str, msgspec.Struct]

SIXTY = (
    "【送料無料🍵】有田焼の職人が一つずつ手描きで仕上げた染付マグカップ🎁"
    "ペアセット桐箱入り名入れ対応ギフト包装無料のし対応可能"
)
TWO_HUNDRED = (
    "電子レンジと食洗機の両方でお使いいただけます。色は藍・白・鉄・桜の4色で、藍と白は本日発送、鉄と桜は来週の発送です。"
    "金彩のある限定品だけは電子レンジをお避けください。割れた場合は三年間の保証があり、無料で金継ぎの修理もいたします。"
    "ギフト包装は無料で、のし紙もお付けできます。海外への発送もご相談くださいませ。まとめ買いの割引もございますので、"
    "コメントでお気軽にお尋ねくださいね。"
)
FAMILY = "とても長い名前の視聴者👨‍👩‍👧‍👦さくら🌸"

TYPICAL: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(
        number=2,
        name="有田焼 染付マグカップ",
        price=Money(minor=3850),
        was_price=Money(minor=4950),
        tag="人気No.1",
        picture="mug.jpg",
    ),
    "coupon": coupon.Content(
        code="TSUMUGI500", title="配信限定クーポン", discount="¥500 OFF", left="62", until="21:30"
    ),
    "viewer_count": viewer_count.Content(count="1,234"),
    "pinned_answer": pinned_answer.Content(
        asker="はなこ",
        question="ギフト包装はできますか？",
        answer="はい、無料でお包みします。のし紙もご希望に合わせてお付けできます！",
    ),
    "qr": qr.Content(link="https://tsumugi.example/p/2"),
    "logo": logo.Content(file="logo.png"),
    "product_list": product_list.Content(
        lines=(
            product_list.Line(number=1, name="抹茶フィナンシェ", price=Money(minor=2480), picture="financier.jpg"),
            product_list.Line(
                number=2, name="染付マグカップ", price=Money(minor=3850), picture="mug.jpg", explained=True
            ),
            product_list.Line(
                number=3, name="今治タオル 4枚", price=Money(minor=5980), picture="towel.jpg", sold_out=True
            ),
        ),
        count=6,
    ),
    "price_reveal": price_reveal.Content(number=2, name="有田焼 染付マグカップ", picture="mug.jpg"),
    "countdown": countdown.Content(phase="ends", left="04:32"),
    "stock_meter": stock_meter.Content(left="128", steps=15),
    "pinned_comment": pinned_comment.Content(asker="はなこ", text="この藍色、写真よりずっときれいですね！"),
    "lower_third": lower_third.Content(name="山田 さくら", role="つむぎ商店 店長"),
    "ticker": ticker.Content(text="本日21時まで送料無料。ギフト包装も無料で承ります。", rounds=2),
    "announcement": announcement.Content(text="まもなくタイムセール開始"),
    "order_toast": order_toast.Content(who="T.", orders=10, number=3),
    "giveaway": giveaway.Content(
        phase="open", prize="有田焼マグカップ ペアセット", keyword="#つむぎ", entries="1,234", places=3
    ),
    "slate_opening": slate_opening.Content(title="つむぎ商店 秋の手仕事市", left="04:32"),
    "slate_wait": worded_slate.Content(),
    "slate_end": worded_slate.Content(small="次回は11月29日(土) 20時から"),
}
HARD: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(
        number=128,
        name=SIXTY,
        price=Money(minor=1234567),
        was_price=Money(minor=2345678),
        tag="数量限定・残りわずかです",
        picture="missing.jpg",
    ),
    "coupon": coupon.Content(
        code="SUMMER-SALE-2025-X",
        title="はじめてのお客さま限定スペシャルクーポン",
        discount="1,000円引き",
        left="10,000",
        until="23:59",
    ),
    "viewer_count": viewer_count.Content(count="12,345,678"),
    "pinned_answer": pinned_answer.Content(asker=FAMILY, question=SIXTY, answer=TWO_HUNDRED),
    "qr": qr.Content(
        link="https://shop.example/products/arita-mug?utm_source=live&utm_medium=qr",
        line="くわしくはこちらの商品ページをごらんください",
    ),
    "logo": logo.Content(file="mug.jpg"),
    "product_list": product_list.Content(
        lines=tuple(
            product_list.Line(
                number=126 + number,
                name=SIXTY,
                price=Money(minor=1234567) if number != 1 else None,
                picture="missing.jpg",
                explained=number == 2,
                sold_out=number == 4,
            )
            for number in range(5)
        ),
        count=128,
    ),
    "price_reveal": price_reveal.Content(
        number=128, name=SIXTY, price=Money(minor=1234567), was_price=Money(minor=2345678), picture="missing.jpg"
    ),
    "countdown": countdown.Content(phase="last", left="00:07"),
    "stock_meter": stock_meter.Content(left="3", steps=1, low=True),
    "pinned_comment": pinned_comment.Content(asker=FAMILY, text=TWO_HUNDRED),
    "lower_third": lower_third.Content(name=FAMILY, role=SIXTY),
    "ticker": ticker.Content(text=TWO_HUNDRED, label=FAMILY, rounds=1),
    "announcement": announcement.Content(text=TWO_HUNDRED),
    "order_toast": order_toast.Content(who="👨‍👩‍👧‍👦🌸.", orders=12_345, number=128),
    "giveaway": giveaway.Content(
        phase="drawn",
        prize=SIXTY,
        keyword=SIXTY,
        entries="12,345",
        places=50,
        winners=("ha***12", "さく***花子", "🌸***", "WW***WW", "ta***03"),
        more=45,
    ),
    "slate_opening": slate_opening.Content(title=SIXTY, left="12:34:56", picture="mug.jpg"),
    "slate_wait": worded_slate.Content(large=SIXTY, small=TWO_HUNDRED, picture="missing.jpg"),
    "slate_end": worded_slate.Content(large=TWO_HUNDRED, small=SIXTY, picture="kettle.jpg"),
}
ENGLISH: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(
        number=6,
        name="Kyoto Uji Matcha Financiers, Box of Twelve",
        price=Money(minor=123450, currency="USD"),
        was_price=Money(minor=150000, currency="USD"),
        tag="Today only",
        picture="wagashi.jpg",
        tax_included=False,
    ),
    "coupon": coupon.Content(
        code="LIVE-500", title="Live-only coupon", discount="Buy 1 get 1 free", left="0", gone=True
    ),
    "viewer_count": viewer_count.Content(count="7"),
    "pinned_answer": pinned_answer.Content(
        asker="Hanako",
        question="Do you gift-wrap?",
        answer="Yes, wrapping is free, and we can add a noshi card with your name.",
    ),
    "product_list": product_list.Content(
        lines=(
            product_list.Line(
                number=1, name="Matcha Financiers", price=Money(minor=2450, currency="USD"), picture="financier.jpg"
            ),
            product_list.Line(
                number=6,
                name="Wagashi",
                price=Money(minor=123450, currency="USD"),
                picture="wagashi.jpg",
                explained=True,
            ),
        ),
        count=2,
    ),
    "price_reveal": price_reveal.Content(
        number=6,
        name="Kyoto Uji Matcha Financiers, Box of Twelve",
        price=Money(minor=123450, currency="USD"),
        was_price=Money(minor=150000, currency="USD"),
        picture="wagashi.jpg",
        tax_included=False,
    ),
    "countdown": countdown.Content(phase="over"),
    "stock_meter": stock_meter.Content(left="0", steps=0, low=True, gone=True),
    "pinned_comment": pinned_comment.Content(asker="Hanako", text="Lovely!"),
    "lower_third": lower_third.Content(name="Sakura Yamada"),
    "ticker": ticker.Content(text="Free shipping until nine tonight. Gift wrapping is free, too.", rounds=2),
    "announcement": announcement.Content(text="Flash sale in five minutes. Set a reminder now!"),
    "order_toast": order_toast.Content(who="T.", orders=1, number=3),
    "giveaway": giveaway.Content(
        phase="closed", prize="A pair of Arita mugs", keyword="TSUMUGI", entries="87", places=1
    ),
    "slate_opening": slate_opening.Content(title="Tsumugi Autumn Craft Market"),
    "slate_wait": worded_slate.Content(),
    "slate_end": worded_slate.Content(),
}

OVER: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(number=2, name="有田焼 染付マグカップ", picture="mug.jpg", over="ended"),
    "product_list": product_list.Content(
        lines=(
            product_list.Line(number=1, name="抹茶フィナンシェ", price=Money(minor=2480), picture="financier.jpg"),
            product_list.Line(number=2, name="染付マグ", picture="mug.jpg", explained=True, over="ended"),
            product_list.Line(number=3, name="今治タオル", picture="towel.jpg", over="sold_out", sold_out=True),
        ),
        count=6,
    ),
    "price_reveal": price_reveal.Content(number=2, name="有田焼 染付マグカップ", picture="mug.jpg", over="ended"),
    "stock_meter": stock_meter.Content(left="0", ended=True),
}
"""While it is said that an offer is over."""


def of_length(words: str) -> Contents:
    """Every kind that shows what people wrote, with these words wherever it does."""
    line = product_list.Line(number=1, name=words, price=Money(minor=1980), explained=True)
    return {
        "product_card": product_card.Content(
            number=1, name=words, price=Money(minor=1980), tag=words, badges=("low_stock", "hot")
        ),
        "product_list": product_list.Content(lines=(line, line), count=2),
        "price_reveal": price_reveal.Content(number=1, name=words, price=Money(minor=1980)),
        "coupon": coupon.Content(code=words, title=words, discount=words, left="62", until=words),
        "pinned_answer": pinned_answer.Content(asker=words, question=words, answer=words),
        "pinned_comment": pinned_comment.Content(asker=words, text=words),
        "lower_third": lower_third.Content(name=words, role=words),
        "ticker": ticker.Content(text=words, label=words),
        "announcement": announcement.Content(text=words),
        "order_toast": order_toast.Content(who=words, orders=10, number=3),
        "giveaway": giveaway.Content(
            phase="open", prize=words, keyword=words, entries="1,234", places=3, winners=(words,)
        ),
        "qr": qr.Content(link="https://a.example", line=words),
        "slate_opening": slate_opening.Content(title=words, left="04:32"),
        "slate_wait": worded_slate.Content(large=words, small=words),
        "slate_end": worded_slate.Content(large=words, small=words),
    }
