"""What lies on a graphic and changes without painting, at one moment. A function of media time alone."""

from dataclasses import replace
from itertools import takewhile

import numpy as np

from console.media.colour import Plane
from console.media.painting import Part
from console.media.sprite import Sprite
from console.mixer.blend import faded, lay, scaled
from console.mixer.motion import Pose, ease_in, ease_out, pose
from console.mixer.plan import Layer, Piece

ROLL_US = 280_000
FLIP_US = 440_000
PULSE_US = 700_000
STAMP_US = 180_000
_MOVES_US = {"roll": ROLL_US, "flip": FLIP_US, "pulse": PULSE_US, "stamp": STAMP_US}
STAMP_FROM = 1.25
"""Times its size; drivers leave that much room around a stamp, so that it reaches over no other graphic."""


class JoinedSprites:
    """Sprites with what rests on them, made once: digits that stand cost nothing from tick to tick."""

    def __init__(self) -> None:
        """None yet."""
        self._kept: dict[tuple[Sprite, tuple[Pose, ...]], Sprite] = {}
        self._used: set[tuple[Sprite, tuple[Pose, ...]]] = set()

    def of(self, sprite: Sprite, laid: list[Pose]) -> Sprite:
        """`sprite` with others laid over it."""
        if not laid:
            return sprite
        key = (sprite, tuple(laid))
        self._used.add(key)
        if key not in self._kept:
            self._kept[key] = joined_sprite(sprite, laid)
        return self._kept[key]

    def tidy(self) -> None:
        """Drop what was not asked for since the last call: once a tick."""
        if self._kept:
            for key in self._kept.keys() - self._used:
                del self._kept[key]
            self._used.clear()


def poses(layer: Layer, media_us: int, *, canvas_width: int, joined: JoinedSprites | None = None) -> tuple[Pose, ...]:
    """All that is to be laid for a layer at a media time, from back to front."""
    if not layer.pieces:
        whole = pose(layer, media_us, canvas_width=canvas_width)
        return (whole,) if whole is not None else ()
    joined = joined if joined is not None else JoinedSprites()
    laid = [one for piece in layer.pieces if (one := piece_pose(piece, media_us)) is not None]
    resting = {piece.part.sprite for piece in layer.pieces}
    # Order matters: only what lies below everything that moves may be joined with the ground.
    below = list(takewhile(lambda one: one.sprite in resting, laid))
    ground = replace(layer, sprite=joined.of(layer.sprite, below))
    whole = pose(ground, media_us, canvas_width=canvas_width)
    if whole is None:
        return ()
    if whole.sprite is ground.sprite:
        return whole, *(Pose(sprite, x + whole.x, y + whole.y) for sprite, x, y in laid[len(below) :])
    # Why: what fades or pops does so as one; two half-clear sheets over each other are not half clear.
    together = replace(ground, sprite=joined_sprite(ground.sprite, laid[len(below) :]))
    moved = pose(together, media_us, canvas_width=canvas_width)
    return (moved,) if moved is not None else ()


def rests_from_us(layer: Layer) -> int | None:
    """Media time from which `poses` gives the same for ever; None: it leaves, or something on it runs."""
    if not layer.shown or any(piece.part.move == "scroll" for piece in layer.pieces):
        return None
    ends = [piece.since_us + _MOVES_US.get(piece.part.move, 0) for piece in layer.pieces]
    return max([layer.since_us + layer.motion.enter_us, *ends])


def piece_pose(piece: Piece, media_us: int) -> Pose | None:
    """One piece, at its place within the graphic."""
    part, passed_us = piece.part, max(0, media_us - piece.since_us)
    if part.move == "flip" and piece.before is not None and passed_us < FLIP_US:
        return _flipping(part, piece.before, passed_us / FLIP_US)
    if part.move == "roll" and piece.before is not None and passed_us < ROLL_US:
        return Pose(_rolling(piece.before, part.sprite, ease_out(passed_us / ROLL_US)), part.x, part.y)
    if part.move == "pulse":
        opacity = 1 - ease_out(passed_us / PULSE_US)
        return Pose(faded(part.sprite, opacity), part.x, part.y) if opacity > 0 else None
    if part.move == "stamp" and passed_us < STAMP_US:
        return _stamping(part, passed_us / STAMP_US)
    if part.move == "scroll":
        return _scrolling(part, passed_us)
    return Pose(part.sprite, part.x, part.y)


def joined_sprite(sprite: Sprite, laid: list[Pose]) -> Sprite:
    """A new sprite: `sprite` with others laid over it; what reaches out of it is cut."""
    planes = [plane.copy() for plane in (sprite.y, sprite.u, sprite.v, sprite.keep_y, sprite.keep_uv)]
    onto = Sprite(*planes)
    for over, x, y in laid:
        lay(onto, over, x=x, y=y)
    return onto


def _flipping(part: Part, before: Sprite, done: float) -> Pose | None:
    """The old face closes along its middle line, the new one opens."""
    face, open_part = (before, 1 - ease_in(2 * done)) if done < 0.5 else (part.sprite, ease_out(2 * done - 1))
    height = round(face.height * open_part / 2) * 2
    if height < 2:
        return None
    y = part.y + (part.sprite.height - height) // 2
    return Pose(scaled(face, 1.0, down=height / face.height), part.x, y // 2 * 2)


def _rolling(before: Sprite, after: Sprite, done: float) -> Sprite:
    """The old digit leaves its cell upwards, the new one follows from below."""
    shift = round(after.height * done / 2) * 2
    return Sprite(
        *(
            _shifted(old, new, shift // scale)
            for old, new, scale in (
                (before.y, after.y, 1),
                (before.u, after.u, 2),
                (before.v, after.v, 2),
                (before.keep_y, after.keep_y, 1),
                (before.keep_uv, after.keep_uv, 2),
            )
        )
    )


def _shifted(old: Plane, new: Plane, rows: int) -> Plane:
    return np.concatenate([old[rows:], new[:rows]])


def _stamping(part: Part, done: float) -> Pose:
    sprite = faded(scaled(part.sprite, STAMP_FROM + (1 - STAMP_FROM) * ease_in(done)), ease_out(done))
    x = part.x + (part.sprite.width - sprite.width) // 2
    y = part.y + (part.sprite.height - sprite.height) // 2
    return Pose(sprite, x // 2 * 2, y // 2 * 2)


def _scrolling(part: Part, passed_us: int) -> Pose | None:
    """The part of the strip that is in the window; nothing after the last round."""
    if passed_us >= part.run_us:
        return None
    # Why rounded: ticks fall on whole microseconds, so a step of two pixels comes as 1.99998.
    left = part.window_px - round(passed_us % part.round_us * part.speed_px_s / 2_000_000) * 2
    first, last = max(0, -left), min(part.sprite.width, part.window_px - left)
    return Pose(_columns(part.sprite, first, last), part.x + max(0, left), part.y) if last - first >= 2 else None


def _columns(sprite: Sprite, first: int, last: int) -> Sprite:
    """Even columns of a sprite, without a copy."""
    large, small = np.s_[:, first:last], np.s_[:, first // 2 : last // 2]
    return Sprite(sprite.y[large], sprite.u[small], sprite.v[small], sprite.keep_y[large], sprite.keep_uv[small])
