"""What must be seen at every height of a panel."""

import pytest
from pytestqt.qtbot import QtBot

from console.model.commands import Explain
from tests.support.busy import busy_state
from tests.support.press import button, click, opened
from tests.support.walk import settle
from widgets.producer.now import NowPanel

WIDTH = 300


@pytest.mark.parametrize("height", [600, 300, 200, 170])
def test_what_is_next_can_be_explained(qtbot: QtBot, height: int) -> None:
    panel, line = opened(qtbot, NowPanel, busy_state())
    panel.resize(WIDTH, height)
    settle()
    explain = button(panel, "Explain next")
    assert panel.height() == height
    assert explain.visibleRegion().boundingRect() == explain.rect(), "all of it is seen"
    click(explain)
    assert line.sent == [Explain("mug")]


def test_the_price_and_the_time_left_of_the_offer_stay_in_sight(qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, NowPanel, busy_state())
    for height in (190, 500, 190):
        panel.resize(WIDTH, height)
        settle()
        for part in (panel._price, panel._remaining):
            assert part.visibleRegion().boundingRect() == part.rect(), height
