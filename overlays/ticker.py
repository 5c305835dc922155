"""A line that runs from right to left and stops by itself."""

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import NOTICE
from overlays import theme as looks
from overlays.words_of import words_of

MOST_ROUNDS = 20


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What it says until something else is typed, and how often."""

    text: str = ""
    label: str = ""
    """At its left end; empty: a word of ours."""
    rounds: int = 2
    """It leaves by itself after so many; 1 to 20."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    text: str
    label: str = ""
    rounds: int = 2


def select(settings: Settings, sight: Sight) -> Content | None:
    """Typed words, else the planned ones."""
    text, rounds = words_of(sight, settings.text), min(MOST_ROUNDS, max(1, settings.rounds))
    return Content(text=text, label=settings.label, rounds=rounds) if text else None


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A dark band; the label stands, the line runs."""
    band = Area(0, 0, max_width, max_height).inset(brush.px(looks.MARGIN), brush.px(looks.MARGIN / 4))
    radius = brush.px(12)
    brush.panel(band, looks.SHADE, radius=radius)
    words = content.label or brush.say(NOTICE)
    label = brush.fitted(words, band.width * 0.3, size=brush.px(23), floor=brush.px(16), bold=True)
    side, gap = brush.px(26), brush.px(12)
    plate = Area(band.x, band.y, gap * 2 + side + brush.px(8) + label.width, band.height)
    brand = brush.theme.brand
    ink = looks.ink_on(brand)
    with brush.clipped(band, radius=radius):
        brush.panel(plate, brand, to=looks.deep_of(brand))
    brush.icon("megaphone", Area(plate.x + gap, plate.y + (plate.height - side) / 2, side, side), ink)
    brush.write(label, plate.x + gap + side + brush.px(8), plate.y + (plate.height - label.size) / 2, ink)
    window = Area(plate.right + gap, band.y, band.right - plate.right - 2 * gap, band.height)
    line = brush.fitted(content.text, 1_000_000, size=brush.px(looks.BODY), bold=True)
    brush.scroll("line", line, window, looks.WHITE, rounds=content.rounds)
    return max_width, max_height


DRIVER = OverlayDriver(
    kind="ticker",
    title_ja="ティッカー",
    title_en="Ticker",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="lower_band",
    motion=Motion(enter="fade"),
)
