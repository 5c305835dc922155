"""Sizes and colours of what viewers see. Nothing else under `overlays` names a colour or a size of its own.

Lengths are for a canvas 720 wide (portrait) or 720 high (landscape).
"""

from console.model.overlay import Theme

MARGIN = 12
"""Kept clear around a panel; its shadow lies in it."""
RADIUS = 20
PAD = 14
"""Between a panel's edge and its text."""
HAIRLINE = 1.0

SMALL = 24
"""Labels beside something large."""
BODY = 28
"""Text that must be read on a phone: 720 px are about 60 mm wide there."""
TITLE = 34
PRICE = 60
PRICE_FLOOR = 40

WHITE, BLACK = "#FFFFFF", "#000000"
NIGHT = "#14161A"
ALARM, ALARM_DEEP = "#E5342B", "#B3140F"
"""The last seconds, the last units, the end."""
BOX = "#2A2E37"
"""The upper edge of a digit's box; its foot is `NIGHT`."""
GLOW = "#FFFFFF59"
"""Flashes over a surface once a second."""
SHADE = "#0B0D12B8"
"""Under white text that stands on the picture without a card."""
VEIL = "#0B0D1299"
"""Over a picture of what is sold out."""
PLACEHOLDER = 0.12
"""Share of the brand's colour where a picture is missing."""

_LARGE_TEXT_CONTRAST, _TEXT_CONTRAST = 3.0, 4.5
"""WCAG 2.2 AA; text on air counts as large: bold, and 24 px or more."""


def luminance(colour: str) -> float:
    """Relative luminance 0..1 of #RRGGBB, after WCAG 2.2."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in _rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 after WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`share` of `one` on `other`."""
    return "#" + "".join(
        f"{round(a * share + b * (1 - share)):02X}" for a, b in zip(_rgb(one), _rgb(other), strict=True)
    )


def faded(colour: str, opacity: float) -> str:
    """The colour with an opacity of 0..1."""
    return f"{colour[:7]}{round(opacity * 255):02X}"


def ink_on(colour: str) -> str:
    """White wherever large white text can be read, else near-black."""
    return WHITE if contrast(WHITE, colour) >= _LARGE_TEXT_CONTRAST else NIGHT


def ink_of(theme: Theme) -> str:
    """The theme's ink, unless it cannot be read on the theme's card."""
    return theme.ink if contrast(theme.ink, theme.card) >= _TEXT_CONTRAST else ink_on(theme.card)


def quiet_of(theme: Theme) -> str:
    """For what is read second."""
    return mixed(ink_of(theme), theme.card, 0.72)


def accent_of(theme: Theme, *, large: bool = False) -> str:
    """The brand's colour as text on the card: moved towards the ink until it can be read."""
    least = _LARGE_TEXT_CONTRAST if large else _TEXT_CONTRAST
    shares = (1.0, 0.8, 0.6, 0.4, 0.2)
    tries = (mixed(theme.brand, ink_of(theme), share) for share in shares)
    return next((colour for colour in tries if contrast(colour, theme.card) >= least), ink_of(theme))


def card_of(theme: Theme) -> str:
    """The card's colour with the picture shining through a little: white 94 %, near-black 88 %."""
    return faded(theme.card, 0.94 if luminance(theme.card) > 0.5 else 0.88)


def under_white(colour: str) -> str:
    """The colour, darkened until white text on it can be read."""
    shares = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
    tries = (mixed(colour, NIGHT, share) for share in shares)
    return next((tried for tried in tries if contrast(WHITE, tried) >= _TEXT_CONTRAST), NIGHT)


def deep_of(colour: str) -> str:
    """A darker tone of a colour, at the foot of a surface."""
    return mixed(colour, BLACK, 0.80)


def line_of(theme: Theme) -> str:
    """A hairline around the card."""
    return faded(ink_of(theme), 0.10)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:7])
    return red, green, blue
