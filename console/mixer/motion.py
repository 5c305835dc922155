"""A graphic at one moment of its coming, standing or leaving. A function of media time alone."""

from typing import NamedTuple

from console.media.sprite import Sprite
from console.mixer.blend import faded, scaled
from console.mixer.plan import Layer

OVERSHOOT = 1.03
POP_FROM = 0.9


class Pose(NamedTuple):
    """What to lay where."""

    sprite: Sprite
    x: int
    y: int


def pose(layer: Layer, media_us: int, *, canvas_width: int) -> Pose | None:
    """The layer at a media time; None when nothing of it is to be seen."""
    passed_us = media_us - layer.since_us
    if not layer.shown:
        return _leaving(layer, passed_us)
    part = _part(passed_us, layer.motion.enter_us)
    return Pose(layer.sprite, layer.x, layer.y) if part >= 1 else _entering(layer, part, canvas_width)


def gone(layer: Layer, media_us: int) -> bool:
    """It has left and needs no sprite any more."""
    return not layer.shown and media_us - layer.since_us >= layer.motion.leave_us


def _leaving(layer: Layer, passed_us: int) -> Pose | None:
    opacity = 1 - ease_in(_part(passed_us, layer.motion.leave_us))
    return Pose(faded(layer.sprite, opacity), layer.x, layer.y) if opacity > 0 else None


def _entering(layer: Layer, part: float, canvas_width: int) -> Pose | None:
    done = ease_out(part)
    if layer.motion.enter == "pop":
        return _popping(layer, part, done)
    if layer.motion.enter == "slide":
        return Pose(layer.sprite, _even(_outside(layer, canvas_width) * (1 - done) + layer.x * done), layer.y)
    return Pose(faded(layer.sprite, done), layer.x, layer.y) if done > 0 else None


def _popping(layer: Layer, part: float, done: float) -> Pose | None:
    peak = 0.7
    factor = (
        POP_FROM + (OVERSHOOT - POP_FROM) * ease_out(part / peak)
        if part < peak
        else OVERSHOOT + (1 - OVERSHOOT) * (part - peak) / (1 - peak)
    )
    sprite = faded(scaled(layer.sprite, factor), done)
    x = layer.x + (layer.sprite.width - sprite.width) / 2
    y = layer.y + (layer.sprite.height - sprite.height) / 2
    return Pose(sprite, _even(x), _even(y))


def _outside(layer: Layer, canvas_width: int) -> int:
    """x just outside the nearer side of the canvas."""
    middle = layer.x + layer.sprite.width / 2
    return -layer.sprite.width if middle < canvas_width / 2 else canvas_width


def ease_out(part: float) -> float:
    """Fast, then slow: 0..1 to 0..1, cubic."""
    return 1 - (1 - min(1.0, max(0.0, part))) ** 3


def ease_in(part: float) -> float:
    """Slow, then fast: 0..1 to 0..1, cubic."""
    return float(min(1.0, max(0.0, part)) ** 3)


def _part(passed_us: int, whole_us: int) -> float:
    """How far, 0..1; what takes no time is over at once, what has not begun is at 0."""
    if passed_us >= whole_us:
        return 1.0
    return max(0, passed_us) / whole_us if whole_us > 0 else 0.0


def _even(value: float) -> int:
    return round(value / 2) * 2
