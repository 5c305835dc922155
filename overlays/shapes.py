"""Outlines that graphics are made of, as paths. Runs in the painter only."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from console.ports.brush import Area


def box(area: Area) -> QRectF:
    """An area in Qt's words."""
    return QRectF(*area)


def rounded(area: Area, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    radius = max(0.0, min(radius, area.width / 2, area.height / 2))
    path.addRoundedRect(box(area), radius, radius)
    return path


def ticket(area: Area, split: float, notch: float, radius: float) -> QPainterPath:
    """Rounded, with a half circle cut out of the upper and the lower edge at x = `split`."""
    holes = QPainterPath()
    for y in (area.y, area.bottom):
        holes.addEllipse(QPointF(split, y), notch, notch)
    return rounded(area, radius).subtracted(holes)


def bubble(area: Area, tail: float, radius: float) -> QPainterPath:
    """Rounded, with a tail of that height below its lower left."""
    foot = area.x + radius + tail
    path = QPainterPath()
    path.moveTo(foot, area.bottom - 1)
    path.cubicTo(
        foot, area.bottom + tail * 0.5, foot - tail * 0.3, area.bottom + tail * 0.9, foot - tail, area.bottom + tail
    )
    path.cubicTo(
        foot + tail * 0.6,
        area.bottom + tail,
        foot + tail * 1.5,
        area.bottom + tail * 0.5,
        foot + tail * 1.7,
        area.bottom - 1,
    )
    path.closeSubpath()
    return rounded(area, radius).united(path)


def eye(area: Area) -> QPainterPath:
    """The outline of an open eye."""
    middle = area.y + area.height / 2
    path = QPainterPath()
    path.moveTo(area.x, middle)
    path.cubicTo(
        area.x + area.width * 0.25,
        area.y - area.height * 0.1,
        area.x + area.width * 0.75,
        area.y - area.height * 0.1,
        area.right,
        middle,
    )
    path.cubicTo(
        area.x + area.width * 0.75,
        area.bottom + area.height * 0.1,
        area.x + area.width * 0.25,
        area.bottom + area.height * 0.1,
        area.x,
        middle,
    )
    path.closeSubpath()
    return path


def bag(area: Area) -> tuple[QPainterPath, QPainterPath]:
    """A shopping bag: its body to fill, its handle to draw."""
    top = area.y + area.height * 0.30
    body = QPainterPath()
    body.moveTo(area.x + area.width * 0.08, top)
    body.lineTo(area.right - area.width * 0.08, top)
    body.lineTo(area.right, area.bottom)
    body.lineTo(area.x, area.bottom)
    body.closeSubpath()
    handle = QPainterPath()
    handle.moveTo(area.x + area.width * 0.30, top + area.height * 0.14)
    handle.cubicTo(
        area.x + area.width * 0.30, area.y - area.height * 0.08,
        area.right - area.width * 0.30, area.y - area.height * 0.08,
        area.right - area.width * 0.30, top + area.height * 0.14,
    )  # fmt: skip
    return body, handle
