"""A show that sells, small enough to read, for tests."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from console.media.clock import ManualClock
from console.model.commands import ArmOffer, StartOffer
from console.model.facts import OrderPlaced
from console.model.giveaway import Giveaway
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.planning import Answer
from console.model.product import Coupon, Money, Product
from console.model.rundown import Cue, OfferAction, Segment
from tests.support.desk import Desk, on_air
from tests.support.shows import SHOW

S = 1_000_000
"""Microseconds of a second."""


def yen(amount: int) -> Money:
    """So many yen."""
    return Money(minor=amount)


def around(*, hours: int) -> str:
    """ISO time so many hours after the tests' wall clock."""
    return (datetime.fromtimestamp(ManualClock().wall_us() / 1e6, UTC) + timedelta(hours=hours)).isoformat()


SALE = replace(
    SHOW,
    products={
        "tea": Product(
            number=1, name="煎茶", price=yen(1980), was_price=yen(2480), was_basis="2025年9月の販売価格", stock=30
        ),
        "cup": Product(number=2, name="湯のみ", price=yen(3300)),
        "pot": Product(number=3, name="急須", price=Money(minor=4500, currency="USD")),
    },
    coupons={
        "spring": Coupon(code="SPRING", title="春", discount="¥500 OFF", quota=2),
        "past": Coupon(code="PAST", title="昔", discount="¥1", valid_until=around(hours=-1)),
        "later": Coupon(code="LATER", title="後", discount="¥1", valid_from=around(hours=1)),
    },
    offers={
        "tea": Offer(product="tea", price=yen(1480), precount_s=30, window_s=300, quantity=10, per_buyer=2),
        "cup": Offer(product="cup", price=yen(2800), price_hidden=True, precount_s=0, window_s=60, coupon="spring"),
        "cup2": Offer(product="cup", price=yen(2500)),
    },
    giveaways={
        "bag": Giveaway(prize="福袋", keyword="ほしい", winners=2),
        "mug": Giveaway(prize="マグ", keyword="mug"),
    },
    segments={
        "hello": Segment(name="挨拶", planned_s=60, scene="wide"),
        "tea": Segment(
            name="煎茶",
            planned_s=120,
            scene="near",
            product="tea",
            cues=(
                Cue(id="arm", offers=(OfferAction(offer="tea", verb="arm"),)),
                Cue(id="start", at_s=20, offers=(OfferAction(offer="tea", verb="start"),), show=("qr",)),
                Cue(id="wide", at_s=40, scene="wide", hide=("qr",)),
            ),
        ),
        "cup": Segment(name="湯のみ", planned_s=90, product="cup"),
        "bye": Segment(name="締め", planned_s=30, scene="wide"),
    },
    rundown=("hello", "tea", "cup", "bye"),
    answers={"size": Answer(question="大きさは?", answer="直径8センチです", product="cup")},
    overlays={**SHOW.overlays, "follows": Overlay(name="紹介", kind="product_card")},
)


def selling_desk() -> Desk:
    """A desk on air with the show that sells."""
    return on_air(SALE)


def desk_with(offer: str) -> Desk:
    """The same with an offer that counts down, or is open if it has no countdown."""
    desk = selling_desk()
    desk.do(ArmOffer(offer), StartOffer(offer))
    return desk


def order(key: str, product: str = "tea", units: int = 1, *, yen_each: int = 1480, buyer: str = "") -> OrderPlaced:
    """An order as a shop tells it."""
    return OrderPlaced(key, product, units, yen(yen_each * units), buyer, initials=buyer[:1])
