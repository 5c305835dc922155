"""How the desk looks: every colour, size and weight of it. Nothing else in `widgets` names one."""

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from overlays.fonts import FOLDER

Look = Literal["dark", "light"]

GRID = 4
"""Logical pixels. Every distance is a multiple of it."""
PAD, GAP, RADIUS = 12, 8, 6
BUTTON_HEIGHT, AIR_HEIGHT = 32, 40
"""What changes the air is taller than what does not."""
ICON = 16
SMALL, BODY, LARGE, TITLE, HUGE = 12, 13, 15, 20, 28
"""Type, logical pixels."""
REGULAR, STRONG = 400, 600
FAMILY = "Noto Sans JP"
MOTION_MS = 120
SCALES = (100, 125, 150, 175, 200)
"""Per cent, beside what the screen asks for."""
NARROW, WIDE, LOWEST_WIDTH, LOWEST_HEIGHT = 1200, 1600, 1200, 680
"""Widths at which a workspace is laid out anew, and the size below which it is one column with tabs."""


SCRIPT, SCRIPT_SMALLEST, SCRIPT_LARGEST, SCRIPT_STEP = 48, 28, 128, 4
"""What the host reads, logical pixels at 1080 lines."""
CLOCK = 40


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one look, #RRGGBB."""

    background: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    """Text that matters less."""
    grip: str
    """What is taken hold of: scroll bars."""
    air: str
    """On air. As a fill; `air_ink` is written on it."""
    air_ink: str
    preview: str
    preview_ink: str
    armed: str
    armed_ink: str
    info: str
    info_ink: str
    air_text: str
    """The same meanings as words on a panel."""
    preview_text: str
    armed_text: str
    info_text: str


DARK = Tokens(
    background="#14161A",
    panel="#1C1F26",
    raised="#242933",
    line="#2E3440",
    text="#E8EAED",
    quiet="#A3ACBA",
    grip="#6E7888",
    air="#D7393E",
    air_ink="#FFFFFF",
    preview="#30A46C",
    preview_ink="#08130D",
    armed="#F5A524",
    armed_ink="#1A1204",
    info="#4C8DFF",
    info_ink="#06101F",
    air_text="#FF8A8E",
    preview_text="#5BC98F",
    armed_text="#F7B955",
    info_text="#86B2FF",
)
LIGHT = Tokens(
    background="#F6F7F9",
    panel="#FFFFFF",
    raised="#EEF1F5",
    line="#D9DEE7",
    text="#14161A",
    quiet="#566072",
    grip="#7B8597",
    air="#D7393E",
    air_ink="#FFFFFF",
    preview="#1D7F50",
    preview_ink="#FFFFFF",
    armed="#F5A524",
    armed_ink="#1A1204",
    info="#2563D9",
    info_ink="#FFFFFF",
    air_text="#B4262B",
    preview_text="#17663F",
    armed_text="#7A4D00",
    info_text="#1D4FB0",
)
STAGE = replace(DARK, background="#000000", panel="#000000", raised="#16181D", text="#FFFFFF", quiet="#B9C0CB")
"""The host's window, whatever the desk wears: it stands beside a camera and must not glare."""
LOOKS: dict[Look, Tokens] = {"dark": DARK, "light": LIGHT}

GRAPHIC_CONTRAST, TEXT_CONTRAST = 3.0, 4.5
"""Least ratios by WCAG 2.2 AA: of a line or a large word, and of words."""


def names() -> tuple[str, ...]:
    """Of all tokens."""
    return tuple(field.name for field in fields(Tokens))


@cache
def edge(tokens: Tokens, meaning: str) -> str:
    """What a border, a stripe or a bar of a meaning is drawn with: its fill, if that can be seen on every ground."""
    fill: str = getattr(tokens, meaning)
    grounds = (tokens.background, tokens.panel, tokens.raised)
    is_seen = all(contrast(fill, ground) >= GRAPHIC_CONTRAST for ground in grounds)
    return fill if is_seen else str(getattr(tokens, f"{meaning}_text"))


def contrast(one: str, other: str) -> float:
    """Ratio of two colours by WCAG 2.2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def font(size: int = BODY, weight: int = REGULAR, *, tabular: bool = False) -> QFont:
    """The desk's typeface, in logical pixels. `tabular`: all digits equally wide, for clocks, counters and meters."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def load_fonts() -> None:
    """Register the house's fonts, so that the desk looks the same on every machine. After QApplication."""
    for path in sorted(FOLDER.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def palette(tokens: Tokens) -> QPalette:
    """For what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.info,
        role.HighlightedText: tokens.info_ink,
        role.PlaceholderText: tokens.quiet,
        role.Link: tokens.info_text,
    }
    for which, colour in pairs.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.quiet))
    return made


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
