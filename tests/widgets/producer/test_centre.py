"""Preview, Program, Take and the scenes."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.core.reducing import reduced
from console.model.canvas import Canvas
from console.model.commands import FadeToBlack, LoadPreview, TakePreview
from console.model.scene import CUT, Transition
from console.model.state import State
from console.seat.memory import Memory
from tests.support.busy import busy_state
from tests.support.fake_line import NOW, FakeLine, desk_of
from widgets.producer.arranging import arranged
from widgets.producer.centre import Centre
from widgets.producer.scenes import LANDSCAPE, PORTRAIT
from widgets.producer.tally import tally

LEFT = Qt.MouseButton.LeftButton


def _centre(qtbot: QtBot, folder: Path, state: State | None = None) -> tuple[Centre, FakeLine]:
    desk, line = desk_of(state or busy_state())
    made = Centre(desk, Memory(folder, "producer"))
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made, line


def test_take_does_what_is_chosen_cut_never_moves_and_auto_always_does(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    dissolve = Transition(kind="dissolve", duration_us=500_000)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7):
        QTest.keyClick(centre, key)
    assert line.sent == [TakePreview(CUT), TakePreview(CUT), TakePreview(dissolve)]
    chooser = centre.taking.transitions
    chooser._kind.setCurrentIndex(chooser._kind.findData("wipe"))
    chooser._seconds.setValue(1.2)
    QTest.mouseClick(centre.taking.take, LEFT)
    assert line.sent[3:] == [TakePreview(Transition(kind="wipe", duration_us=1_200_000))]


def test_the_transition_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    centre, _ = _centre(qtbot, tmp_path)
    chooser = centre.taking.transitions
    chooser._kind.setCurrentIndex(chooser._kind.findData("dissolve"))
    chooser._seconds.setValue(0.8)
    again, _ = _centre(qtbot, tmp_path)
    assert again.taking.transitions.wanted == Transition(kind="dissolve", duration_us=800_000)


def test_space_and_enter_never_take(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    for button in (centre.taking.take, centre.taking.cut, centre.taking.auto, centre.taking.black):
        button.setFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(button, key)
    assert line.sent == []


def test_black_says_that_it_is_black_and_how_to_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    QTest.keyClick(centre, Qt.Key.Key_F8)
    assert (centre.taking.black.text(), centre.taking.black.property("means")) == ("Back from black", "armed")
    QTest.keyClick(centre, Qt.Key.Key_F8)
    assert line.sent == [FadeToBlack(True), FadeToBlack(False)]


def test_without_a_session_nothing_can_be_taken_and_the_button_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    busy = busy_state()
    centre, line = _centre(qtbot, tmp_path, replace(busy, session=replace(busy.session, phase="idle")))
    assert not centre.taking.take.isEnabled()
    assert len(centre.taking.take.toolTip()) > len("Take  [F5]")
    QTest.keyClick(centre, Qt.Key.Key_F5)
    assert line.sent == []


def test_a_scene_goes_to_preview_by_click_and_by_its_number(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    first, second, third = list(centre.screens.scenes.tiles)[:3]
    QTest.mouseClick(centre.screens.scenes.tiles[third], LEFT)
    QTest.keyClick(centre, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(centre.screens.scenes.tiles[second], Qt.Key.Key_Space)
    assert line.sent == [LoadPreview(third), LoadPreview(first), LoadPreview(second)]


def test_tally_is_a_colour_and_a_word(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    preview, program = centre.screens.preview, centre.screens.program
    assert (preview.property("means"), preview.chip.text()) == ("preview", "Preview")
    assert (program.property("means"), program.chip.text()) == ("air", "Program: rehearsal")
    busy = busy_state()
    line.show(replace(busy, session=replace(busy.session, phase="live", rehearsal=False)))
    assert program.chip.text() == "Program: on air"
    on_air = centre.screens.scenes.tiles[busy.mix.program or ""]
    assert (on_air.property("means"), on_air._chip.text()) == ("air", "Program")
    line.show(replace(busy, session=replace(busy.session, phase="idle")))
    assert program.property("means") == ""


def test_while_a_transition_runs_both_scenes_are_on_program() -> None:
    busy = busy_state()
    dissolve = Transition(kind="dissolve", duration_us=1_000_000)
    mixed = reduced(busy, TakePreview(dissolve), NOW)
    scenes = (busy.mix.program or "", busy.mix.preview or "")
    assert [tally(mixed, scene, NOW.media_us + 500_000) for scene in scenes] == ["air", "air"]
    assert [tally(mixed, scene, NOW.media_us + 1_500_000) for scene in scenes] == ["preview", "air"]


def test_thumbnails_are_watched_while_they_can_be_seen_only(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    scenes = {f"scene/{key}" for key in busy_state().show.scenes}
    assert line.watched == {"program", "preview"} | scenes
    centre.hide()
    assert line.watched == set()


def test_scenes_that_are_added_and_removed_come_and_go(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    busy = busy_state()
    kept = dict(list(busy.show.scenes.items())[:2])
    line.show(replace(busy, show=replace(busy.show, scenes=kept)))
    assert list(centre.screens.scenes.tiles) == list(kept)
    line.show(replace(busy, show=replace(busy.show, scenes={})))
    assert centre.screens.scenes._empty.isVisible()


@pytest.mark.parametrize("size", [(820, 664), (744, 430), (616, 540), (1200, 900), (360, 240)])
@pytest.mark.parametrize("shape", [(720, 1280), (1280, 720), (1080, 1080)])
def test_monitors_keep_the_shape_of_the_canvas_and_nothing_overlaps(
    size: tuple[int, int], shape: tuple[int, int]
) -> None:
    room, canvas = QSize(*size), QSize(*shape)
    found = arranged(room, canvas, PORTRAIT if shape[0] < shape[1] else LANDSCAPE, scenes=4)
    rects = (found.preview, found.program, found.scenes)
    assert found.preview.size() == found.program.size()
    assert all(rect.right() < room.width() and rect.bottom() < room.height() for rect in rects)
    assert not any(a.intersects(b) for a, b in ((rects[0], rects[1]), (rects[0], rects[2]), (rects[1], rects[2])))
    assert found.picture_px > 0


def test_another_canvas_arranges_the_monitors_anew(qtbot: QtBot, tmp_path: Path) -> None:
    centre, line = _centre(qtbot, tmp_path)
    before = centre.screens.program.size()
    busy = busy_state()
    wide = replace(busy.show.renditions["main"], canvas=Canvas(1280, 720))
    line.show(replace(busy, show=replace(busy.show, renditions={"main": wide})))
    after = centre.screens.program.size()
    assert before.height() > before.width()
    assert after.width() > after.height()


@pytest.mark.parametrize("shape", [(720, 1280), (1280, 720)])
def test_all_scenes_with_keys_can_be_seen_at_the_usual_sizes(shape: tuple[int, int]) -> None:
    tile = PORTRAIT if shape[0] < shape[1] else LANDSCAPE
    for room in (QSize(820, 664), QSize(660, 380)):
        found = arranged(room, QSize(*shape), tile, scenes=9).scenes
        columns = (found.width() + 4) // (tile.width() + 4)
        rows = (found.height() + 4) // (tile.height() + 4)
        assert columns * rows >= 9
