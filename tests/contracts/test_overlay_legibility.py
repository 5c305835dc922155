"""What viewers read on a phone, where 720 pixels are about 60 mm: small text sells nothing, cut text misleads."""

from collections.abc import Iterator

import pytest

from overlays import coupon
from tests.support.graphic_contents import TYPICAL
from tests.support.graphics import Studio, job, studio


@pytest.fixture(scope="module")
def painter() -> Iterator[Studio]:
    with studio() as made:
        yield made


READ_ON_A_PHONE = {
    ("product_card", "染付マグカップ"): 28,
    ("product_card", "3,850"): 48,
    ("price_reveal", "???"): 48,
    ("product_list", "抹茶フィナンシェ"): 28,
    ("product_list", "2,480"): 34,
    ("coupon", "TSUMUGI500"): 28,
    ("coupon", "配信限定クーポン"): 28,
    ("pinned_answer", "はい、無料でお包みします。のし紙も"): 28,
    ("pinned_comment", "この藍色、写真よりずっときれいですね！"): 28,
    ("announcement", "まもなくタイムセール開始"): 28,
    ("giveaway", "#つむぎ"): 28,
    ("lower_third", "山田 さくら"): 28,
}


def test_what_sells_is_large_enough_for_a_phone_and_nothing_is_too_small_to_read(painter: Studio) -> None:
    sizes = {
        (kind, text): area.height
        for kind, content in TYPICAL.items()
        for area, text in painter.marked(job(kind, content)).texts
    }
    assert {key: sizes[key] for key, least in READ_ON_A_PHONE.items() if sizes[key] < least} == {}
    signs = {"¥", "円"}  # Beside figures that are larger.
    assert {key: size for key, size in sizes.items() if size < 22 and key[1] not in signs} == {}


def test_a_coupons_discount_is_never_cut(painter: Studio) -> None:
    for discount in ("¥500 OFF", "Buy 1 get 1 free", "2点以上のお買い上げで全品10%引き"):
        texts = painter.marked(job("coupon", coupon.Content(code="A", title="t", discount=discount))).texts
        assert discount.replace(" ", "") in "".join(text for _, text in texts).replace(" ", "")
