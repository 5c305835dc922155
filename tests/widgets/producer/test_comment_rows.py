"""A name that comes, or goes, after what its viewer wrote is seen at once."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.support.busy import busy_state
from tests.support.fake_line import desk_of
from widgets.producer.comments import CommentsPanel


def test_a_late_name_is_painted_and_a_forgotten_one_goes(qtbot: QtBot) -> None:
    state = busy_state()
    newest = list(state.comments.values())[-1]
    desk, line = desk_of(state)
    panel = CommentsPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(440, 620)
    panel.show()
    qtbot.waitExposed(panel)
    looks = []
    for names in ({}, {newest.viewer: "みかん大好き"}, {}):
        line.snapshot = replace(line.snapshot, names=names)
        desk.refresh()
        assert desk.name_of(newest.viewer) == names.get(newest.viewer, "")
        looks.append(panel.list.grab().toImage())
    nameless, named, forgotten = looks
    assert named != nameless
    assert forgotten == nameless


def test_another_book_of_names_paints_the_list_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, line = desk_of(busy_state())
    panel = CommentsPanel(desk)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    painted: list[int] = []
    monkeypatch.setattr(panel.list.itemDelegate(), "paint", lambda *_: painted.append(1))
    qtbot.wait(0)
    painted.clear()
    line.snapshot = replace(line.snapshot, names={"x": "y"})
    desk.refresh()
    qtbot.waitUntil(lambda: bool(painted))
