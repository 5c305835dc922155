"""Small pictures, asked for once each."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from console.link.asking import PictureOf, SmallPicture
from tests.gallery.rooms import picture_of
from tests.support.busy import busy_state
from tests.support.fake_line import FakeLine, desk_of
from widgets.desk import Desk
from widgets.parts.thumbnails import KEPT, Thumbnails

PICTURE = next(one.picture for one in busy_state().show.products.values() if one.picture)


def _thumbnails(qtbot: QtBot) -> tuple[Thumbnails, Desk, FakeLine]:
    desk, line = desk_of(busy_state())
    return Thumbnails(desk, desk), desk, line


def test_a_picture_is_asked_for_once_and_said_when_it_came(qtbot: QtBot) -> None:
    pictures, _, line = _thumbnails(qtbot)
    line.answers[PictureOf] = picture_of
    assert pictures.of(PICTURE) is None
    with qtbot.waitSignal(pictures.arrived, check_params_cb=lambda name: name == PICTURE):
        assert pictures.of(PICTURE) is None
    pixels = pictures.of(PICTURE)
    assert pixels is not None
    assert max(pixels.width(), pixels.height()) == 160
    assert len(line.asked) == 1


def test_no_name_is_no_question(qtbot: QtBot) -> None:
    pictures, _, line = _thumbnails(qtbot)
    assert pictures.of("") is None
    assert line.asked == []


def test_what_is_no_picture_stays_away_quietly(qtbot: QtBot) -> None:
    pictures, desk, line = _thumbnails(qtbot)
    said: list[object] = []
    desk.said.connect(said.append)
    line.answers[PictureOf] = lambda one: SmallPicture("", b"no picture" if one.name == "bad.png" else b"")
    with qtbot.assertNotEmitted(pictures.arrived, wait=50):
        assert [pictures.of(name) for name in ("bad.png", "empty.png")] == [None, None]
    assert said == []


def test_only_so_many_are_kept(qtbot: QtBot) -> None:
    pictures, _, line = _thumbnails(qtbot)
    for number in range(KEPT + 1):
        pictures.of(f"{number}.png")
    pictures.of("0.png")
    assert len(line.asked) == KEPT + 2, "the first was forgotten and is asked for anew"
    pictures.of(f"{KEPT}.png")
    assert len(line.asked) == KEPT + 2


def test_an_answer_that_comes_after_its_panel_is_gone_hurts_nobody(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    line.answers[PictureOf] = picture_of
    owner = QObject()
    pictures = Thumbnails(desk, owner)
    pictures.of(PICTURE)
    del pictures
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(owner))
    desk.answer(1, None, picture_of(PictureOf(PICTURE)))
