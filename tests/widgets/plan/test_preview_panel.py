"""What is planned is seen before it is on air, with the names and prices of the plan."""

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.drivers import overlay_driver, rows, validated
from console.model.canvas import Canvas
from console.model.overlay import Overlay
from console.model.product import Money
from console.model.state import State
from console.ports.overlay import Sight
from overlays.product_card import Content
from tests.support.busy import planned_state
from tests.support.fake_line import NOW
from tests.support.planning import Opened
from tests.support.press import button, click
from widgets.plan.imagining import graphics, imagined
from widgets.plan.pages import BY_KEY, PAGES
from widgets.plan.picturing import Look, picture
from widgets.plan.preview_panel import PreviewPanel

UPRIGHT, WIDE = Canvas(), Canvas(width=1280, height=720)


def look(state: State, page: str, key: str, canvas: Canvas = UPRIGHT) -> Look:
    made_up = imagined(state, BY_KEY[page], key, NOW)
    return Look(state, made_up, graphics(state, BY_KEY[page], key), canvas, NOW, "main")


def content(state: State, kind: str, page: str, key: str) -> object:
    driver = overlay_driver(kind)
    shown = imagined(state, BY_KEY[page], key, NOW)
    return driver.select(validated({}, kind, driver.settings), Sight(shown, "example", NOW.show_us, "main"))


def test_a_product_is_seen_at_its_price_and_an_offer_at_the_offers() -> None:
    state = planned_state()
    product = content(state, "product_card", "products", "mug")
    offer = content(state, "product_card", "offers", "mug-live")
    assert isinstance(product, Content)
    assert isinstance(offer, Content)
    assert (product.price, offer.price) == (Money(minor=3850), Money(minor=3300))


@pytest.mark.parametrize("kind", sorted(rows("honban.overlays")))
def test_every_kind_of_graphic_has_something_to_show_in_the_plan(qapp: QApplication, kind: str) -> None:
    state = planned_state()
    settings = {"logo": {"file": "logo.png"}}.get(kind, {})
    overlays = {**state.show.overlays, "one": Overlay(name="One", kind=kind, settings=settings)}
    state = msgspec.structs.replace(state, show=msgspec.structs.replace(state.show, overlays=overlays))
    looks = picture(look(state, "overlays", "one"))
    assert (looks.problems, looks.empty, looks.left_out) == ((), (), ())


@pytest.mark.parametrize("canvas", [UPRIGHT, WIDE], ids=["upright", "wide"])
def test_the_theme_is_seen_in_the_shape_of_the_canvas(qapp: QApplication, canvas: Canvas) -> None:
    looks = picture(look(planned_state(), "theme", "", canvas))
    assert (looks.image.width(), looks.image.height()) == (canvas.width, canvas.height)
    assert looks.is_imagined
    assert looks.problems == ()
    columns = {looks.image.pixelColor(x, canvas.height // 5).name() for x in range(0, canvas.width, 8)}
    assert len(columns) > 4


@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_nothing_is_made_up_that_breaks_an_empty_show(qapp: QApplication, page: str) -> None:
    looks = picture(look(State(), page, "nothing"))
    assert not looks.image.isNull()


def test_a_graphic_of_an_unknown_kind_says_so_and_the_others_stand(qapp: QApplication) -> None:
    state = planned_state()
    shown = {"a": Overlay(name="A", kind="nonsense"), "logo": state.show.overlays["logo"]}
    looks = picture(Look(state, state, shown, UPRIGHT, NOW, "main"))
    assert [problem.code for problem in looks.problems] == ["no_driver"]


def test_the_panel_paints_what_is_chosen_and_turns(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    panel = room.find(PreviewPanel)
    qtbot.waitUntil(lambda: not panel.view.image.isNull())
    assert panel.view.image.height() == 1280
    click(button(panel, "Wide"))
    qtbot.waitUntil(lambda: panel.view.image.width() == 1280)
    before = panel.view.image.copy()
    room.planning.choose("products", "towel")
    qtbot.waitUntil(lambda: panel.view.image != before)


def test_nothing_is_painted_while_nobody_looks(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "products", "mug")
    panel = room.find(PreviewPanel)
    qtbot.waitUntil(lambda: not panel.view.image.isNull() and not panel.is_painting)
    room.room.hide()
    room.planning.choose("products", "towel")
    assert not panel.is_painting


def test_scenes_show_where_their_sources_stand(qtbot: QtBot) -> None:
    room = Opened(qtbot, planned_state(), "scenes", "talk")
    panel = room.find(PreviewPanel)
    qtbot.waitUntil(lambda: bool(panel.view.boxes))
    assert [words for _, words in panel.view.boxes] == ["店のテーブル"]
