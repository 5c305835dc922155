"""Signs in one colour, drawn into a box as paths. Runs in the painter only."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

from console.ports.brush import Area, Icon

_BOX = 24.0
"""The signs are drawn in a square of this side."""


def path(icon: Icon, area: Area) -> QPainterPath:
    """The sign, as large as it fits, centred in the area."""
    factor = min(area.width, area.height) / _BOX
    left = area.x + (area.width - _BOX * factor) / 2
    top = area.y + (area.height - _BOX * factor) / 2
    return QTransform(factor, 0, 0, factor, left, top).map(_DRAWN[icon]().simplified())


def _clock() -> QPainterPath:
    ring = _outline(_disc(12, 12, 9.2), 2.4)
    hands = _outline(_line([(12, 6.8), (12, 12), (15.8, 14.2)]), 2.4)
    return ring.united(hands)


def _gift() -> QPainterPath:
    box = _rect(3.2, 8, 17.6, 4.2, 1).united(_rect(4.6, 13.2, 14.8, 8, 1.2))
    box = box.subtracted(_rect(10.7, 8, 2.6, 14, 0))
    ribbon = _rect(11.1, 8.4, 1.8, 12.8, 0)
    bows = _outline(_ellipse(8.6, 5.4, 2.8, 2.0), 1.9).united(_outline(_ellipse(15.4, 5.4, 2.8, 2.0), 1.9))
    return box.united(ribbon).united(bows)


def _megaphone() -> QPainterPath:
    horn = _closed([(9.5, 8), (19, 3.6), (19, 18.4), (9.5, 14)])
    back = _rect(3, 8, 5.6, 6, 1.6)
    handle = _closed([(5.2, 15), (8.6, 15), (10, 20.6), (6.8, 20.6)])
    return horn.united(back).united(handle).united(_outline(_line([(21.6, 9.2), (21.6, 12.8)]), 2.2))


def _cart() -> QPainterPath:
    frame = _outline(_line([(2, 3.6), (5, 3.6), (8, 15.4), (18.6, 15.4)]), 2.2)
    basket = _closed([(6.2, 6.2), (21.6, 6.2), (19.4, 13.4), (8, 13.4)])
    return frame.united(basket).united(_disc(9.4, 19.4, 1.9)).united(_disc(17.4, 19.4, 1.9))


def _star() -> QPainterPath:
    corners = []
    for number in range(10):
        radius = 10.6 if number % 2 == 0 else 4.6
        angle = math.pi * (number / 5 - 0.5)
        corners.append((12 + radius * math.cos(angle), 12.8 + radius * math.sin(angle)))
    return _closed(corners)


def _play() -> QPainterPath:
    return _closed([(7, 4.4), (19.6, 12), (7, 19.6)])


def _quote() -> QPainterPath:
    mark = _disc(7, 14.6, 4).united(_closed([(3, 14.6), (3.4, 9.6), (8.6, 5), (9.6, 6.6), (6.8, 9.8), (6.8, 14.6)]))
    return mark.united(mark.translated(11, 0))


_DRAWN: dict[Icon, Callable[[], QPainterPath]] = {
    "clock": _clock,
    "gift": _gift,
    "megaphone": _megaphone,
    "cart": _cart,
    "star": _star,
    "play": _play,
    "quote": _quote,
}


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    return _ellipse(x, y, radius, radius)


def _ellipse(x: float, y: float, across: float, down: float) -> QPainterPath:
    made = QPainterPath()
    made.addEllipse(QPointF(x, y), across, down)
    return made


def _rect(x: float, y: float, width: float, height: float, radius: float) -> QPainterPath:
    made = QPainterPath()
    made.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return made


def _line(points: Sequence[tuple[float, float]]) -> QPainterPath:
    made = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        made.lineTo(QPointF(*point))
    return made


def _closed(points: Sequence[tuple[float, float]]) -> QPainterPath:
    made = _line(points)
    made.closeSubpath()
    return made


def _outline(drawn: QPainterPath, width: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(drawn)
