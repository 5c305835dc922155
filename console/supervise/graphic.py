"""One graphic in one rendition: what is painted of it, and where it is in its coming and going."""

from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np

from console.errors import Message
from console.media.colour import Plane
from console.media.painting import Move, Painting, Part
from console.media.sprite import Sprite
from console.mixer.motion import gone
from console.mixer.plan import Layer, Piece
from console.model.overlay import OverlayOnAir
from console.ports.overlay import OverlayDriver, Painted, PaintingFailed, PaintJob

LONG_AGO_US = -10_000_000_000
"""Media time before every animation."""


@dataclass(slots=True)
class Graphic:
    """Its newest picture stays until there is a newer one, whatever becomes of the painter."""

    driver: OverlayDriver[Any, Any]
    on_air: OverlayOnAir
    job: PaintJob
    """What was asked for last."""
    values: dict[str, str] = field(default_factory=dict)
    """What its cells shall say, with that job."""
    painting: Painting | None = None
    appeared_us: int = 0
    """Media time at which it began to come: when it was wanted, or when its first picture was there."""
    problem: Message | None = None
    """Why there is no picture of what was asked for last."""
    is_current: bool = False
    """`painting` shows what was asked for last."""
    pieces: tuple[Piece, ...] = ()
    """What lies on the painting now."""
    _counted_us: int = LONG_AGO_US
    """Media time at which its cells last changed."""
    _runs_from_us: int = 0
    """Media time from which what scrolls has run."""
    _run_until_us: int | None = None
    """Media time at which all that scrolls has run; None: nothing does."""

    @property
    def sprite(self) -> Sprite | None:
        """What of the painting stands still."""
        return self.painting.sprite if self.painting is not None else None

    @property
    def looks(self) -> tuple[object, ...]:
        """All that its layer is made of, but for the place."""
        return self.driver, self.painting, self.on_air, self.appeared_us, self.pieces

    @property
    def is_settled(self) -> bool:
        """It has a picture, or cannot have one."""
        return self.painting is not None or self.problem is not None

    def ask(self, job: PaintJob, values: dict[str, str]) -> None:
        """Something else is wanted from now on."""
        self.job, self.values, self.is_current = job, values, False

    def count(self, values: dict[str, str], now_us: int) -> None:
        """The same painting, other digits in its cells; a value that must stay calm waits for its turn."""
        if values == self.values or now_us - self._counted_us < self.driver.live.calm_us:
            return
        self.values = values
        if self.is_current:
            self._lay(now_us)

    def stays(self, on_air: OverlayOnAir, now_us: int) -> None:
        """It is wanted. One that was leaving comes again: with its *show*, or now if only its content came back."""
        if self.on_air != on_air:
            is_back = not self.on_air.shown and on_air.since_us <= self.on_air.since_us
            self.on_air, self.appeared_us = on_air, now_us if is_back else on_air.since_us
            self._runs_from_us = self.appeared_us

    def leaves(self, since_us: int) -> None:
        """It is not wanted any more."""
        if self.on_air.shown:
            self.on_air = msgspec.structs.replace(self.on_air, shown=False, since_us=since_us)

    def take_in(self, result: Painted | PaintingFailed, now_us: int) -> None:
        """What the painter says. An older picture is better than none, but never replaces a newer one."""
        if isinstance(result, PaintingFailed):
            if result.job == self.job:
                self.problem = result.problem
            return
        # Why: the cells of an older shape would show a number that nobody ever said.
        if result.job != self.job and (self.is_current or result.painting.figures):
            return
        if self.painting is None:
            self.appeared_us = self._runs_from_us = max(self.on_air.since_us, now_us)
        self.painting, self.is_current, self.problem = result.painting, result.job == self.job, None
        self._lay(now_us)

    def stand(self) -> None:
        """Media time begins anew: what was coming is there, what ran begins again."""
        self.appeared_us = self._counted_us = LONG_AGO_US
        self._runs_from_us = 0
        self._put(tuple(Piece(piece.part, self._began_us(piece.part, LONG_AGO_US)) for piece in self.pieces))

    def has_left(self, now_us: int) -> bool:
        """Nothing of it is to be seen any more."""
        return not self.on_air.shown and self.painting is not None and gone(self.layer((0, 0)), now_us)

    def has_run(self, now_us: int) -> bool:
        """It scrolls, and all its rounds are over."""
        return self._run_until_us is not None and now_us >= self._run_until_us

    def layer(self, place: tuple[int, int]) -> Layer:
        """For the mixer; only with a painting."""
        assert self.painting is not None
        shown = self.on_air.shown
        since_us = self.appeared_us if shown else self.on_air.since_us
        motion = self.driver.motion
        return Layer(self.painting.sprite, place[0], place[1], motion, shown, since_us, self.pieces)

    def _lay(self, now_us: int) -> None:
        """Pieces of the painting and its values; what is another than before begins its move now."""
        assert self.painting is not None
        before = {piece.part.name: piece for piece in self.pieces}
        parts = [*self.painting.parts, *self._digits(self.painting)]
        pieces = tuple(self._piece(part, before.get(part.name), now_us) for part in parts)
        digits = [piece for piece in pieces if "/" in piece.part.name]
        if any(piece != before.get(piece.part.name) for piece in digits):
            self._counted_us = now_us
            pieces = tuple(Piece(p.part, now_us, p.before) if p.part.move == "pulse" else p for p in pieces)
        self._put(pieces)

    def _put(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._run_until_us = max((one.since_us + one.part.run_us for one in pieces if one.part.run_us), default=None)

    def _digits(self, painting: Painting) -> list[Part]:
        move: Move = "roll" if self.driver.live.rolls else "still"
        return [part for one in painting.figures for part in one.parts(self.values.get(one.name, ""), move)]

    def _piece(self, part: Part, before: Piece | None, now_us: int) -> Piece:
        """A part that looks as it did goes on with what it does."""
        if before is None:
            return Piece(part, self._began_us(part, max(now_us, self.appeared_us)))
        if _alike(before.part, part):
            return Piece(part, before.since_us, before.before)
        is_same_size = before.part.sprite.y.shape == part.sprite.y.shape
        return Piece(part, self._began_us(part, now_us), before.part.sprite if is_same_size else None)

    def _began_us(self, part: Part, otherwise_us: int) -> int:
        return self._runs_from_us if part.move == "scroll" else otherwise_us


def _alike(one: Part, other: Part) -> bool:
    """The same pixels; a digit painted again is no other digit."""
    if one.sprite is other.sprite:
        return True
    planes = zip(_planes(one.sprite), _planes(other.sprite), strict=True)
    return all(np.array_equal(plane, twin) for plane, twin in planes)


def _planes(sprite: Sprite) -> tuple[Plane, ...]:
    return sprite.y, sprite.u, sprite.v, sprite.keep_y, sprite.keep_uv
