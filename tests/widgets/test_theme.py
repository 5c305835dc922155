"""What is written can be read: AA contrast, of all colours that are laid on one another, and of what is painted."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.qt import dress
from widgets.parts.chip import Chip
from widgets.parts.hold_button import HoldButton
from widgets.parts.row_painter import ink_of
from widgets.sheet import FILLED, Meaning, mean
from widgets.theme import (
    GRAPHIC_CONTRAST,
    LOOKS,
    STAGE,
    TEXT_CONTRAST,
    Look,
    Tokens,
    contrast,
    edge,
    names,
)

WORN: dict[str, Tokens] = {str(look): tokens for look, tokens in LOOKS.items()} | {"stage": STAGE}
GROUNDS = ("background", "panel", "raised")
MEANINGS: tuple[Meaning, ...] = ("", "quiet", *FILLED)
worn = pytest.mark.parametrize("tokens", WORN.values(), ids=WORN.keys())


def _written(tokens: Tokens) -> dict[str, tuple[str, str]]:
    """Ink and ground by what they are."""
    words = ("text", "quiet", *(f"{name}_text" for name in FILLED))
    pairs = {f"{ink} on {on}": (getattr(tokens, ink), getattr(tokens, on)) for ink in words for on in GROUNDS}
    pairs |= {f"{ink} on line": (getattr(tokens, ink), tokens.line) for ink in ("text", "quiet")}
    pairs |= {f"on {name}": (getattr(tokens, f"{name}_ink"), getattr(tokens, name)) for name in FILLED}
    chips = {f"chip of {meaning!r}": ink_of(tokens, meaning) for meaning in MEANINGS}
    return pairs | {what: (ink.text, ink.fill) for what, ink in chips.items()}


@worn
def test_words_can_be_read_on_every_ground_they_stand_on(tokens: Tokens) -> None:
    poor = {what: contrast(*pair) for what, pair in _written(tokens).items() if contrast(*pair) < TEXT_CONTRAST}
    assert not poor


@worn
def test_borders_stripes_and_bars_can_be_told_from_their_ground(tokens: Tokens) -> None:
    drawn = {f"{name} edge": edge(tokens, name) for name in FILLED} | {"focus": tokens.info, "grip": tokens.grip}
    poor = {
        f"{what} on {on}": ratio
        for what, colour in drawn.items()
        for on in GROUNDS
        if (ratio := contrast(colour, getattr(tokens, on))) < GRAPHIC_CONTRAST
    }
    assert not poor


@worn
def test_every_colour_is_judged(tokens: Tokens) -> None:
    judged = {colour for pair in _written(tokens).values() for colour in pair}
    assert {name for name in names() if getattr(tokens, name) not in judged} == {"grip"}, "judged as a graphic"


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def _off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _meaning(widget: QWidget, meaning: Meaning) -> QWidget:
    mean(widget, meaning)
    return widget


def _box() -> QComboBox:
    box = QComboBox()
    box.addItem("Words")
    return box


def _bar() -> QProgressBar:
    return QProgressBar(value=0)


def _tool() -> QToolButton:
    button = QToolButton()
    button.setText("Words")
    return button


PAINTED: dict[str, Callable[[], QWidget]] = {
    "button": lambda: QPushButton("Words"),
    "button that cannot be pressed": lambda: _off(QPushButton("Words")),
    "tool": _tool,
    "placeholder": lambda: QLineEdit(placeholderText="Words"),
    "field that cannot be written": lambda: _off(QLineEdit("Words")),
    "number": lambda: QSpinBox(suffix=" Words"),
    "choice": _box,
    "choice that cannot be made": lambda: _off(_box()),
    "label that is off": lambda: _off(QLabel("Words")),
    "progress": _bar,
    "hold": lambda: _meaning(HoldButton("Words"), "air"),
    "chip": lambda: Chip("Words", "armed"),
    "words that mean on air": lambda: _meaning(QLabel("Words"), "air"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_painted_is_what_was_judged(qtbot: QtBot, look: Look) -> None:
    dress(look)
    poor: dict[str, float] = {}
    for what, make in PAINTED.items():
        ground = QWidget()
        ground.setProperty("part", "panel")
        widget = make()
        widget.setParent(ground)
        widget.show()
        widget.adjustSize()
        widget.resize(widget.sizeHint())
        qtbot.addWidget(ground)
        if (ratio := _painted_contrast(widget, LOOKS[look].panel)) < TEXT_CONTRAST:
            poor[what] = ratio
    assert not poor


def _painted_contrast(widget: QWidget, ground: str) -> float:
    """Between what most of it is and what stands out most, away from its border."""
    image = widget.grab(widget.rect().adjusted(3, 3, -3, -3)).toImage()
    seen = Counter(image.pixelColor(x, y).rgba() for x in range(image.width()) for y in range(image.height()))
    colours = {rgba: _name(rgba, ground) for rgba in seen}
    most = colours[seen.most_common(1)[0][0]]
    return max(contrast(most, other) for other in colours.values())


def _name(rgba: int, ground: str) -> str:
    colour = QColor.fromRgba(rgba)
    return colour.name() if colour.alpha() else ground
