"""Level meters."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.link.pulse import SILENCE_DB, Loud
from widgets.parts.meter import Meter, part_of, words_of
from widgets.theme import DARK, LIGHT, Tokens, edge


@pytest.mark.parametrize(("level_db", "part"), [(-120, 0), (-60, 0), (-30, 0.5), (0, 1), (6, 1)])
def test_the_scale_goes_from_minus_sixty_to_full(level_db: float, part: float) -> None:
    assert part_of(level_db) == pytest.approx(part)


def test_silence_is_no_number() -> None:
    assert [words_of(one) for one in (SILENCE_DB, -12.34)] == ["—", "-12.3"]


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_the_bar_is_red_only_where_it_is_too_loud(qtbot: QtBot, tokens: Tokens) -> None:
    meter = Meter(tokens)
    qtbot.addWidget(meter)
    meter.resize(200, 10)
    meter.show_level(Loud(0.0, -1.0))
    assert [_at(meter, x) for x in (10, 175, 194)] == [
        QColor(edge(tokens, "preview")),
        QColor(edge(tokens, "armed")),
        QColor(edge(tokens, "air")),
    ]
    meter.show_level(Loud(-20.0, -30.0))
    assert [_at(meter, x) for x in (10, 120)] == [QColor(edge(tokens, "preview")), QColor(tokens.raised)]


def test_the_peak_is_a_line_beyond_the_bar(qtbot: QtBot) -> None:
    meter = Meter(DARK)
    qtbot.addWidget(meter)
    meter.resize(200, 10)
    meter.show_level(Loud(-15.0, -45.0))
    assert _at(meter, 150) == QColor(DARK.text)
    assert meter.accessibleDescription() == "-15.0"


def _at(meter: Meter, x: int) -> QColor:
    return meter.grab().toImage().pixelColor(x, 5)
