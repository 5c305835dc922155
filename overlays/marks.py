"""What several graphics have in common: pills, badges, thumbnails, prices."""

import math

from console.model.product import Money
from console.ports.brush import Area, Brush, FittedText, Icon
from console.words.on_air import PRICE_HIDDEN
from overlays import theme as looks
from overlays.price import amount_of


def even(length: float, limit: int) -> int:
    """A side of a sprite that holds `length`."""
    return min(limit, math.ceil(length / 2) * 2)


def centred(brush: Brush, text: FittedText, area: Area, colour: str) -> None:
    """In the middle of the area."""
    brush.write(text, area.x + area.width / 2, area.y + (area.height - text.height) / 2, colour, align="centre")


def pill(brush: Brush, words: str, corner: tuple[float, float], room: float, *, fill: str, ink: str) -> Area:
    """A label with round ends, at most `room` wide; its lower left corner is at `corner`."""
    pad, height = brush.px(12), brush.px(38)
    size, floor = brush.px(looks.SMALL), brush.px(looks.SMALL - 4)
    text = brush.fitted(words, room - 2 * pad, size=size, floor=floor, bold=True)
    area = Area(corner[0], corner[1] - height, text.width + 2 * pad, height)
    brush.panel(area, fill, radius=height / 2)
    centred(brush, text, area, ink)
    return area


def number(brush: Brush, value: int, x: float, y: float) -> Area:
    """No.3 in a dark badge over a picture, its upper left corner at (x, y)."""
    text = brush.fitted(f"No.{value}", brush.px(160), size=brush.px(looks.SMALL), floor=brush.px(16), bold=True)
    badge = Area(x, y, text.width + brush.px(24), brush.px(36))
    brush.panel(badge, looks.SHADE, radius=badge.height / 2)
    centred(brush, text, badge, looks.WHITE)
    return badge


def thumbnail(brush: Brush, file: str, area: Area, *, radius: float) -> None:
    """The picture, or a bag on a tint of the brand where there is none."""
    theme = brush.theme
    with brush.clipped(area, radius=radius):
        brush.panel(area, looks.mixed(theme.brand, theme.card, looks.PLACEHOLDER))
        if not brush.picture(file, area) and area.height > brush.px(40):
            side = min(area.width, area.height) * 0.36
            middle = Area(area.x + (area.width - side) / 2, area.y + (area.height - side) / 2, side, side)
            brush.bag(middle, looks.mixed(theme.brand, theme.card, 3 * looks.PLACEHOLDER))


def disc(brush: Brush, icon: Icon, area: Area, fill: str, ink: str) -> None:
    """A sign on a disc."""
    brush.panel(area, fill, radius=area.height / 2)
    brush.icon(icon, area.inset(area.width * 0.22), ink)


class PriceLine:
    """A price in one line, its sign smaller than its figures, made to fit a width."""

    def __init__(self, brush: Brush, price: Money | None, width: float, *, size: float, floor: float) -> None:
        """None: it is not open yet."""
        self._brush = brush
        self._gap = size * 0.07
        sign, figures, unit = _words(brush, price)
        while True:
            self.figures = brush.fitted(figures, 10_000, size=size, bold=True)
            self._sign = brush.fitted(sign, 10_000, size=size * 0.62, bold=True)
            self._unit = brush.fitted(unit, 10_000, size=size * 0.5, bold=True)
            if self.width <= width or size <= floor:
                break
            size = max(floor, size * min(0.97, width / self.width))

    @property
    def width(self) -> float:
        """Of all of it."""
        parts = [part.width for part in (self._sign, self.figures, self._unit) if part.lines]
        return sum(parts) + self._gap * max(0, len(parts) - 1)

    def write(self, x: float, y: float, colour: str) -> None:
        """With its left at `x` and the top of its figures at `y`."""
        foot = y + self.figures.size * 0.88
        for part in (self._sign, self.figures, self._unit):
            if part.lines:
                self._brush.write(part, x, foot - part.size * 0.88, colour)
                x += part.width + self._gap


def _words(brush: Brush, price: Money | None) -> tuple[str, str, str]:
    """Sign, figures, unit."""
    if price is not None:
        amount = amount_of(price)
        return amount.sign.strip(), amount.figures, ""
    figures = brush.say(PRICE_HIDDEN)
    return "", figures[:3], figures[3:]
