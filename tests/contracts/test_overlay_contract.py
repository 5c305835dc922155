"""What each graphic shows of a State, and that no content runs out of its box."""

import subprocess
import sys
from collections.abc import Iterator

import cv2
import msgspec
import numpy as np
import pytest

from console.drivers import overlay_driver, rows
from console.errors import Message
from console.media.sprite import Sprite
from console.model.canvas import Canvas
from console.model.overlay import PinnedAnswer, Theme
from console.model.product import Coupon, Money, Product
from console.model.show import Show
from console.model.state import Audience, State
from overlays import coupon, logo, pinned_answer, product_card, qr, viewer_count
from tests.support.graphics import (
    BRAND,
    ENGLISH,
    HARD,
    LANDSCAPE,
    NIGHT,
    PORTRAIT,
    TYPICAL,
    Studio,
    job,
    seen,
    studio,
)

KINDS = ("product_card", "coupon", "viewer_count", "pinned_answer", "qr", "logo")
MUG = Product(number=2, name="Mug", price=Money(minor=3850), link="https://shop.example/2")
TEA = Product(number=1, name="Tea", price=Money(minor=1250, currency="USD"))
EMPTY: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(number=0, name="", price=Money(minor=0)),
    "coupon": coupon.Content(code="", title="", discount=""),
    "viewer_count": viewer_count.Content(viewers=1),
    "pinned_answer": pinned_answer.Content(asker="", question="", answer=""),
    "qr": qr.Content(link="x"),
}
HOSTILE: dict[str, msgspec.Struct] = {
    "product_card": product_card.Content(number=10**12, name="W" * 500, price=Money(minor=-(10**15)), tag="W" * 90),
    "coupon": coupon.Content(code="W" * 90, title="W" * 90, discount="W" * 90, left=10**15, until="W" * 90),
    "viewer_count": viewer_count.Content(viewers=10**15),
    "pinned_answer": pinned_answer.Content(asker="﷽" * 50, question="🏳️‍🌈" * 90, answer="Ẑ͑ͫ" * 400),
    "qr": qr.Content(link="https://a.example/", line="W" * 90),
}
CANVASES = (PORTRAIT, LANDSCAPE, Canvas(width=1080, height=1920), Canvas(width=320, height=320))


@pytest.fixture(scope="module")
def painter() -> Iterator[Studio]:
    with studio() as made:
        yield made


def shown(kind: str, state: State, **settings: object) -> msgspec.Struct | None:
    driver = overlay_driver(kind)
    content: msgspec.Struct | None = driver.select(msgspec.convert(settings, driver.settings), state)
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
    assert [shown(kind, State()) for kind in KINDS] == [None] * len(KINDS)


def test_the_card_shows_the_product_that_is_set_and_else_the_first() -> None:
    state = State(show=Show(products={"mug": MUG, "tea": TEA}))
    assert getattr(shown("product_card", state, product="mug"), "name", "") == "Mug"
    assert getattr(shown("product_card", state), "name", "") == "Tea"
    assert shown("product_card", state, product="gone") is None


def test_tax_is_spoken_of_only_for_yen() -> None:
    state = State(show=Show(products={"mug": MUG, "tea": TEA}))
    assert getattr(shown("product_card", state, product="mug"), "tax_included", None) is True
    assert getattr(shown("product_card", state, product="tea"), "tax_included", None) is False


def test_a_coupon_counts_down_and_never_below_nothing() -> None:
    def left(quota: int | None, claimed: int) -> object:
        one = Coupon(code="A", title="", discount="", quota=quota, claimed=claimed)
        return getattr(shown("coupon", State(show=Show(coupons={"a": one}))), "left", "nothing")

    assert [left(100, 38), left(10, 12), left(None, 5)] == [62, 0, None]


def test_an_unknown_count_is_not_shown() -> None:
    counts = [shown("viewer_count", State(audience=Audience(viewers=viewers))) for viewers in (None, 0, 7)]
    assert counts == [None, None, viewer_count.Content(viewers=7)]
    assert shown("viewer_count", State(audience=Audience(viewers=7)), at_least=10) is None


def test_the_pinned_answer_is_the_audiences() -> None:
    pinned = PinnedAnswer(asker="A", question="Q", answer="B")
    assert shown("pinned_answer", State(audience=Audience(pinned=pinned))) == pinned_answer.Content(
        asker="A", question="Q", answer="B"
    )


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


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: f"{canvas.width}x{canvas.height}")
@pytest.mark.parametrize(
    "contents", [TYPICAL, HARD, ENGLISH, EMPTY, HOSTILE], ids=["typical", "hard", "english", "empty", "hostile"]
)
def test_no_text_and_no_pixel_lies_outside_the_sprite(
    painter: Studio, canvas: Canvas, contents: dict[str, msgspec.Struct]
) -> None:
    for kind, content in contents.items():
        if kind == "qr" and canvas.width < 720:
            continue  # A code that small cannot be read, and is refused.
        one = job(kind, content, canvas=canvas, theme=NIGHT if contents is ENGLISH else BRAND)
        marked = painter.marked(one)
        width, height = marked.used
        assert width % 2 == height % 2 == 0, kind
        assert width <= one.max_width, kind
        assert height <= one.max_height, kind
        outside = marked.pixels[:, :, 3].copy()
        outside[:height, :width] = 0
        assert outside.max() == 0, f"{kind} paints outside its sprite"
        for area, text in marked.texts:
            assert area.x >= 0, (kind, text, area)
            assert area.right <= width, (kind, text, area)
            assert area.y >= 0, (kind, text, area)
            assert area.bottom <= height, (kind, text, area)


@pytest.mark.parametrize("canvas", CANVASES[:3], ids=lambda canvas: f"{canvas.width}x{canvas.height}")
@pytest.mark.parametrize("contents", [TYPICAL, HARD, ENGLISH], ids=["typical", "hard", "english"])
def test_no_two_texts_of_a_graphic_overlap(
    painter: Studio, canvas: Canvas, contents: dict[str, msgspec.Struct]
) -> None:
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
