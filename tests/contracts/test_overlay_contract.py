"""What each graphic shows of a State, and that no content runs out of its box."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace

import cv2
import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.drivers import overlay_driver, rows
from console.errors import Message
from console.media.sprite import Sprite
from console.model.canvas import Canvas
from console.model.giveaway import Giveaway, GiveawayStatus
from console.model.offer import CouponStatus, Offer, OfferStatus, Order, Selling
from console.model.overlay import OverlayOnAir, PinnedAnswer, PinnedComment, Theme
from console.model.product import Coupon, Money, Product
from console.model.rundown import Explaining
from console.model.show import Show
from console.model.state import Audience, State
from console.ports.overlay import Sight
from overlays import (
    announcement,
    countdown,
    coupon,
    giveaway,
    logo,
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
)
from tests.support.graphic_contents import ENGLISH, HARD, OVER, TYPICAL, Contents, of_length
from tests.support.graphics import (
    BRAND,
    LANDSCAPE,
    NIGHT,
    PORTRAIT,
    Studio,
    job,
    seen,
    studio,
)

KINDS = tuple(TYPICAL)
SLATES = {"slate_opening", "slate_wait", "slate_end"}
NOW_US = 1_760_000_000_000_000
MUG = Product(number=2, name="Mug", price=Money(minor=3850), link="https://shop.example/2")
TEA = Product(number=1, name="Tea", price=Money(minor=1250, currency="USD"))
LONG, NASTY, TALL = "W" * 500, "﷽" * 50, "Ẑ͑ͫ" * 400
EMPTY: Contents = {
    "product_card": product_card.Content(number=0, name="", price=Money(minor=0)),
    "coupon": coupon.Content(code="", title="", discount=""),
    "viewer_count": viewer_count.Content(count="1"),
    "pinned_answer": pinned_answer.Content(asker="", question="", answer=""),
    "qr": qr.Content(link="x"),
    "product_list": product_list.Content(lines=(product_list.Line(number=0, name=""),), count=1),
    "price_reveal": price_reveal.Content(number=0, name=""),
    "stock_meter": stock_meter.Content(left="7"),
    "pinned_comment": pinned_comment.Content(asker="", text=""),
    "announcement": announcement.Content(text=""),
    "ticker": ticker.Content(text=""),
    "giveaway": giveaway.Content(phase="drawn", prize="", keyword="", entries="0", places=0),
    "slate_opening": slate_opening.Content(title="", left="00:01"),
}
HOSTILE: Contents = {
    **of_length(LONG),
    "product_card": product_card.Content(number=10**12, name=LONG, price=Money(minor=10**15), tag="W" * 90),
    "viewer_count": viewer_count.Content(count=f"{10**15:,}"),
    "pinned_answer": pinned_answer.Content(asker=NASTY, question="🏳️‍🌈" * 90, answer=TALL),
    "pinned_comment": pinned_comment.Content(asker=TALL, text=NASTY),
    "product_list": product_list.Content(
        lines=(product_list.Line(number=10**12, name=TALL, price=Money(minor=10**15), explained=True),) * 9,
        count=10**9,
    ),
    "price_reveal": price_reveal.Content(
        number=10**12, name=NASTY, price=Money(minor=10**15), was_price=Money(minor=10**16)
    ),
    "countdown": countdown.Content(phase="last", left="123456789:00:00"),
    "stock_meter": stock_meter.Content(left=f"{10**15:,}", steps=24, low=True),
    "order_toast": order_toast.Content(who=NASTY, orders=10**15, number=10**12),
    "slate_opening": slate_opening.Content(title=TALL, left="123456789:00:00"),
}
CANVASES = (PORTRAIT, LANDSCAPE, Canvas(width=1080, height=1920), Canvas(width=320, height=320))


@pytest.fixture(scope="module")
def painter() -> Iterator[Studio]:
    with studio() as made:
        yield made


def sight(state: State, overlay: str = "one", *, at_us: int = NOW_US, delay_us: int = 0) -> Sight:
    return Sight(state, overlay, at_us, "main", delay_us)


def named(state: State, names: Mapping[str, str]) -> Sight:
    return replace(sight(state), names=names)


def shown(kind: str, look: Sight | State, **settings: object) -> msgspec.Struct | None:
    driver = overlay_driver(kind)
    look = look if isinstance(look, Sight) else sight(look)
    content: msgspec.Struct | None = driver.select(msgspec.convert(settings, driver.settings), look)
    return content


def test_every_graphic_is_installed_under_its_own_name() -> None:
    assert {row.kind for row in rows("honban.overlays").values() if row.driver} >= set(KINDS)
    assert all(overlay_driver(kind).kind == kind for kind in KINDS)


def test_naming_every_driver_and_the_client_loads_no_qt() -> None:
    code = (
        "import sys, overlays.painter_client, overlays.slots\n"
        "from console.drivers import overlay_driver\n"
        f"[overlay_driver(kind) for kind in {KINDS}]\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_empty_show_has_nothing_to_show() -> None:
    assert {kind for kind in KINDS if shown(kind, State()) is not None} == SLATES


def test_the_card_shows_the_product_that_is_set_and_else_the_one_that_is_explained() -> None:
    state = State(show=Show(products={"mug": MUG, "tea": TEA}))
    assert getattr(shown("product_card", state, product="mug"), "name", "") == "Mug"
    assert shown("product_card", state) is None
    explaining = msgspec.structs.replace(state, explaining=Explaining(product="tea"))
    assert getattr(shown("product_card", explaining), "name", "") == "Tea"
    assert shown("product_card", state, product="gone") is None


def test_a_price_that_is_not_open_is_in_no_graphic() -> None:
    show = Show(
        products={"mug": MUG}, offers={"flash": Offer(product="mug", price=Money(minor=1980), price_hidden=True)}
    )
    state = State(
        show=show,
        explaining=Explaining(product="mug"),
        selling=Selling(offers={"flash": OfferStatus(phase="counting", opens_us=NOW_US + 1)}),
    )
    contents = [shown(kind, state) for kind in ("product_card", "price_reveal", "product_list")]
    assert not any(price in msgspec.json.encode(content) for content in contents for price in (b"1980", b"3850"))
    told = msgspec.structs.replace(
        state, selling=Selling(offers={"flash": OfferStatus(phase="live", price_open=True, ends_us=NOW_US + 9)})
    )
    assert [getattr(shown(kind, told), "price", None) for kind in ("product_card", "price_reveal")] == [
        Money(minor=1980)
    ] * 2


def test_the_list_shows_the_rows_around_the_product_that_is_explained() -> None:
    products = {f"p{n}": Product(number=n, name=f"P{n}", price=Money(minor=n)) for n in range(1, 8)}
    state = State(show=Show(products=products), explaining=Explaining(product="p6"))
    listed = shown("product_list", state, rows=3)
    assert isinstance(listed, product_list.Content)
    assert [(line.number, line.explained) for line in listed.lines] == [(5, False), (6, True), (7, False)]
    assert listed.count == 7


def on_sale(status: OfferStatus) -> State:
    offer = Offer(product="mug", price=Money(minor=1980), quantity=20)
    return State(show=Show(products={"mug": MUG}, offers={"flash": offer}), selling=Selling(offers={"flash": status}))


@pytest.mark.parametrize(
    ("status", "delay_us", "content"),
    [
        (OfferStatus(phase="draft"), 0, None),
        (OfferStatus(phase="armed"), 0, None),
        (OfferStatus(phase="withdrawn", changed_us=NOW_US), 0, None),
        (OfferStatus(phase="counting", opens_us=NOW_US + 30_000_000), 0, ("begins", "00:30")),
        (OfferStatus(phase="live", ends_us=NOW_US + 272_000_000), 0, ("ends", "04:32")),
        (OfferStatus(phase="live", ends_us=NOW_US + 272_000_000), 8_000_000, ("ends", "04:24")),
        (OfferStatus(phase="live", ends_us=NOW_US + 3_872_000_000), 0, ("ends", "1:04:32")),
        (OfferStatus(phase="live", ends_us=NOW_US + 9_000_001), 0, ("last", "00:10")),
        (OfferStatus(phase="live", ends_us=NOW_US + 1), 0, ("last", "00:01")),
        (OfferStatus(phase="live", ends_us=NOW_US + 5_000_000), 5_000_000, ("over", "")),
        (OfferStatus(phase="live", ends_us=NOW_US + 1_000_000), 5_000_000, None),
        (OfferStatus(phase="ended", ends_us=NOW_US, changed_us=NOW_US), 0, ("over", "")),
        (OfferStatus(phase="ended", ends_us=NOW_US - 3_000_001, changed_us=NOW_US - 3_000_001), 0, None),
        (OfferStatus(phase="sold_out", ends_us=NOW_US + 60_000_000, changed_us=NOW_US - 2_000_000), 0, ("over", "")),
        (OfferStatus(phase="sold_out", ends_us=NOW_US + 60_000_000, changed_us=NOW_US - 4_000_000), 0, None),
    ],
)
def test_a_countdown_is_the_offers_less_what_viewers_are_behind(
    status: OfferStatus, delay_us: int, content: tuple[str, str] | None
) -> None:
    told = shown("countdown", sight(on_sale(status), delay_us=delay_us))
    assert (told and (getattr(told, "phase", ""), getattr(told, "left", ""))) == content


def test_the_stock_meter_says_what_can_still_be_bought() -> None:
    state = on_sale(OfferStatus(phase="live", ends_us=NOW_US + 9, sold=17))
    assert shown("stock_meter", state, product="mug") == stock_meter.Content(left="3", steps=4, low=True)
    gone = on_sale(OfferStatus(phase="sold_out", sold=20))
    assert shown("stock_meter", gone, product="mug") == stock_meter.Content(left="0", low=False, gone=True)
    assert shown("stock_meter", State(show=Show(products={"mug": MUG})), product="mug") is None


def test_orders_are_gathered_and_a_toast_that_stands_does_not_change() -> None:
    start_us = NOW_US // 5_000_000 * 5_000_000

    def toast(*orders: tuple[int, str], at_us: int) -> msgspec.Struct | None:
        known = tuple(
            Order(id=str(n), product="mug", units=1, total=Money(minor=1), initials=who, at_us=start_us + after_us)
            for n, (after_us, who) in enumerate(orders)
        )
        state = State(show=Show(products={"mug": MUG}), selling=Selling(toasts=known))
        return shown("order_toast", sight(state, at_us=start_us + at_us))

    early = ((1_000_000, "A."), (2_000_000, "T."))
    assert toast(*early, at_us=4_900_000) is None
    assert toast(*early, at_us=5_000_000) == order_toast.Content(who="T.", orders=2, number=2)
    assert toast(*early, (6_000_000, "B."), at_us=9_900_000) == order_toast.Content(who="T.", orders=2, number=2)
    assert toast(*early, at_us=20_000_000) is None


def test_what_is_typed_on_the_desk_takes_the_place_of_what_was_planned() -> None:
    state = State(audience=Audience(words={"one": "Line\nRole"}))
    assert getattr(shown("announcement", State(), text="planned"), "text", "") == "planned"
    assert getattr(shown("ticker", state, text="planned"), "text", "") == "Line\nRole"
    assert [getattr(shown("lower_third", state, name="X"), name, "") for name in ("name", "role")] == ["Line", "Role"]
    assert shown("announcement", State(), text=" ") is None


def test_the_pinned_comment_is_the_audiences() -> None:
    state = State(audience=Audience(comment=PinnedComment(viewer="v1", text="B")))
    assert shown("pinned_comment", named(state, {"v1": "A"})) == pinned_comment.Content(asker="A", text="B")
    assert shown("pinned_comment", state) == pinned_comment.Content(asker="", text="B")


def test_a_giveaway_never_says_whose_id_it_is() -> None:
    winners = tuple(f"youtube:UCsecretname{n:02}" for n in range(9))
    state = State(
        show=Show(giveaways={"g": Giveaway(prize="Mugs", keyword="#a", winners=9)}),
        giveaway=GiveawayStatus(giveaway="g", phase="drawn", entries=winners, winners=winners),
    )
    content = shown("giveaway", state)
    assert isinstance(content, giveaway.Content)
    assert (len(content.winners), content.more, content.entries) == (5, 4, "9")
    assert not any("secret" in winner for winner in content.winners)
    family = "👨\u200d👩\u200d👧"
    names = dict(zip(winners, ("山田花子", f"{family}!", " ", "Al"), strict=False))
    content = shown("giveaway", named(state, names))
    assert isinstance(content, giveaway.Content)
    assert content.winners[:4] == ("山***子", f"{family}***", "UC***02", "A***")
    assert shown("giveaway", msgspec.structs.replace(state, giveaway=GiveawayStatus())) is None


def test_the_opening_counts_from_when_it_came_on_air_or_to_its_hour() -> None:
    on_air = {"one": OverlayOnAir(shown=True, since_us=0, shown_us=NOW_US - 10_000_000)}
    state = State(show=Show(title="Market"), overlays=on_air)

    def left(**settings: object) -> object:
        return getattr(shown("slate_opening", state, **settings), "left", None)

    assert [left(), left(count_s=60), left(count_s=5), left(count_s=-1)] == ["", "00:50", "", ""]
    assert left(begins="2025-10-09T18:00:00+09:00") == "06:40"
    assert [left(begins="tomorrow"), left(begins="2025-10-09T18:00:00")] == ["", ""]


def test_tax_is_spoken_of_only_for_yen() -> None:
    state = State(show=Show(products={"mug": MUG, "tea": TEA}))
    assert getattr(shown("product_card", state, product="mug"), "tax_included", None) is True
    assert getattr(shown("product_card", state, product="tea"), "tax_included", None) is False


def test_a_coupon_counts_down_and_never_below_nothing() -> None:
    def told(quota: int | None, claimed: int, until: str = "") -> object:
        show = Show(coupons={"a": Coupon(code="A", title="", discount="", quota=quota, valid_until=until)})
        state = State(show=show, selling=Selling(coupons={"a": CouponStatus(claimed=claimed)}))
        content = shown("coupon", state)
        return (content.left, content.gone, content.until) if isinstance(content, coupon.Content) else content

    assert [told(100, 38), told(10, 12), told(None, 5)] == [("62", False, ""), ("0", True, ""), ("", False, "")]
    assert told(None, 0, "2025-10-09T21:30:00+09:00") == ("", False, "21:30")
    assert told(None, 0, "2025-11-03T09:00:00+09:00") == ("", False, "11/3 09:00")
    assert told(None, 0, "2024-10-09T21:30:00+09:00") is None


def test_an_unknown_count_is_not_shown() -> None:
    counts = [shown("viewer_count", State(audience=Audience(viewers=viewers))) for viewers in (None, 0, 1234)]
    assert counts == [None, None, viewer_count.Content(count="1,234")]
    assert shown("viewer_count", State(audience=Audience(viewers=7)), at_least=10) is None


def test_the_pinned_answer_is_the_audiences() -> None:
    def asker(names: dict[str, str], **of: str) -> str:
        pinned = PinnedAnswer(question="Q", answer="B", **of)
        content = shown("pinned_answer", named(State(audience=Audience(pinned=pinned)), names))
        assert isinstance(content, pinned_answer.Content)
        assert (content.question, content.answer) == ("Q", "B")
        return content.asker

    assert asker({"v1": "A"}, viewer="v1", asker="planned") == "A"
    assert asker({}, asker="planned") == "planned"
    assert asker({}, viewer="v1") == ""


def test_a_code_leads_to_its_product_or_to_the_link_that_is_set() -> None:
    state = State(show=Show(products={"mug": MUG, "tea": TEA}))
    assert shown("qr", state, product="mug") == qr.Content(link="https://shop.example/2")
    assert shown("qr", state, link="https://b.example") == qr.Content(link="https://b.example")
    assert shown("qr", state, product="tea", link="https://b.example") is None


def test_the_logo_is_the_themes_unless_another_is_set() -> None:
    state = State(show=Show(theme=Theme(logo="a.png")))
    assert [shown("logo", state), shown("logo", state, file="b.png")] == [
        logo.Content(file="a.png"),
        logo.Content(file="b.png"),
    ]


def assert_all_inside(painter: Studio, kind: str, content: msgspec.Struct, canvas: Canvas, theme: Theme) -> None:
    one = job(kind, content, canvas=canvas, theme=theme)
    marked = painter.marked(one)
    width, height = marked.used
    assert width % 2 == height % 2 == 0, kind
    assert width <= one.max_width, kind
    assert height <= one.max_height, kind
    outside = marked.pixels[:, :, 3].copy()
    outside[:height, :width] = 0
    assert outside.max() == 0, f"{kind} paints outside its sprite"
    for area in (*(area for area, _ in marked.texts), *marked.boxes):
        assert area.x >= 0, (kind, marked.texts, area)
        assert area.right <= width, (kind, marked.texts, area)
        assert area.y >= 0, (kind, marked.texts, area)
        assert area.bottom <= height, (kind, marked.texts, area)


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: f"{canvas.width}x{canvas.height}")
@pytest.mark.parametrize(
    "contents",
    [TYPICAL, HARD, ENGLISH, OVER, EMPTY, HOSTILE],
    ids=["typical", "hard", "english", "over", "empty", "hostile"],
)
def test_no_text_and_no_pixel_lies_outside_the_sprite(painter: Studio, canvas: Canvas, contents: Contents) -> None:
    for kind, content in contents.items():
        if kind == "qr" and canvas.width < 720:
            continue  # A code that small cannot be read, and is refused.
        assert_all_inside(painter, kind, content, canvas, NIGHT if contents is ENGLISH else BRAND)


@settings(max_examples=25, deadline=None)
@given(
    st.text("本番のお買い得マグカップ🎁👨‍👩‍👧A Wi.、。「」ー", min_size=1, max_size=200),
    st.sampled_from((PORTRAIT, LANDSCAPE)),
)
def test_no_text_is_cut_through_at_any_length(painter: Studio, words: str, canvas: Canvas) -> None:
    for kind, content in of_length(words).items():
        assert_all_inside(painter, kind, content, canvas, BRAND)


@pytest.mark.parametrize("canvas", CANVASES[:3], ids=lambda canvas: f"{canvas.width}x{canvas.height}")
@pytest.mark.parametrize("contents", [TYPICAL, HARD, ENGLISH], ids=["typical", "hard", "english"])
def test_no_two_texts_of_a_graphic_overlap(painter: Studio, canvas: Canvas, contents: Contents) -> None:
    for kind, content in contents.items():
        texts = painter.marked(job(kind, content, canvas=canvas)).texts
        for number, (one, words) in enumerate(texts):
            for other, others in texts[number + 1 :]:
                apart = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
                assert apart, f"{kind}: {words} on {others}"


@pytest.mark.parametrize("canvas", CANVASES[:3], ids=lambda canvas: f"{canvas.width}x{canvas.height}")
@pytest.mark.parametrize("content", [TYPICAL["qr"], HARD["qr"]])
def test_a_code_is_read_back_from_its_sprite(painter: Studio, canvas: Canvas, content: qr.Content) -> None:
    sprite = painter.sprite(job("qr", content, canvas=canvas))
    assert isinstance(sprite, Sprite)
    read, _, _ = cv2.QRCodeDetector().detectAndDecode(seen(sprite))
    assert read == content.link


def test_a_code_is_black_on_white_in_modules_of_six_pixels_with_four_of_quiet(painter: Studio) -> None:
    pixels = painter.marked(job("qr", TYPICAL["qr"], theme=NIGHT)).pixels
    side = (29 + 2 * 4) * 6
    paper = pixels[12 : 12 + side, 12 : 12 + side]
    solid = paper[:, :, 3] == 255  # Its round corners lie in the quiet zone.
    bright = paper[:, :, :3].max(axis=2)
    dark = np.argwhere(solid & (bright < 250))
    assert (*dark.min(axis=0), *dark.max(axis=0)) == (24, 24, side - 25, side - 25)
    assert np.flatnonzero(bright[24, 24:])[0] == 7 * 6
    assert set(np.unique(bright[24:-24, 24:-24])) == {0, 255}


def test_a_link_that_no_phone_could_read_is_refused_in_words(painter: Studio) -> None:
    answer = painter.sprite(job("qr", qr.Content(link="https://a.example/" + "x" * 200)))
    assert isinstance(answer, Message)
    assert answer.code == "qr_too_long"


@pytest.mark.parametrize("file", ["missing.png", "show.json", "../fonts/README.md", "/etc/hostname", ""])
def test_a_logo_that_is_no_picture_of_the_show_is_said_in_words(painter: Studio, file: str) -> None:
    answer = painter.sprite(job("logo", logo.Content(file=file)))
    assert isinstance(answer, Message)
    assert answer.code == "picture_unreadable"


def test_a_coupons_code_is_never_cut(painter: Studio) -> None:
    for code in ("A", "TSUMUGI500", "SUMMER-SALE-2025-X", "A-VERY-LONG-CODE-OF-FORTY-CHARACTERS-00"):
        texts = painter.marked(job("coupon", coupon.Content(code=code, title="t", discount="5%"))).texts
        assert code in "".join(text for _, text in texts)


def test_the_price_is_the_largest_of_all(painter: Studio) -> None:
    for contents in (TYPICAL, HARD):
        texts = painter.marked(job("product_card", contents["product_card"])).texts
        largest = max(texts, key=lambda one: one[0].height)[1]
        assert largest in {"3,850", "1,234,567"}
        assert max(area.height for area, _ in texts) >= 40
