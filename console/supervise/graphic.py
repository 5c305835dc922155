"""One graphic in one rendition: what is painted of it, and where it is in its coming and going."""

from dataclasses import dataclass
from typing import Any

from console.errors import Message
from console.media.sprite import Sprite
from console.mixer.motion import gone
from console.mixer.plan import Layer
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
    sprite: Sprite | None = None
    appeared_us: int = 0
    """Media time at which it began to come: when it was wanted, or when its first picture was there."""
    problem: Message | None = None
    """Why there is no picture of what was asked for last."""
    is_current: bool = False
    """`sprite` shows what was asked for last."""

    @property
    def is_settled(self) -> bool:
        """It has a picture, or cannot have one."""
        return self.sprite is not None or self.problem is not None

    def ask(self, job: PaintJob) -> None:
        """Something else is wanted from now on."""
        self.job, self.is_current = job, False

    def stays(self, on_air: OverlayOnAir, now_us: int) -> None:
        """It is wanted. One that was leaving comes again: with its *show*, or now if only its content came back."""
        if self.on_air != on_air:
            is_back = not self.on_air.shown and on_air.since_us <= self.on_air.since_us
            self.on_air, self.appeared_us = on_air, now_us if is_back else on_air.since_us

    def leaves(self, since_us: int) -> None:
        """It is not wanted any more."""
        if self.on_air.shown:
            self.on_air = OverlayOnAir(shown=False, since_us=since_us)

    def take_in(self, result: Painted | PaintingFailed, now_us: int) -> None:
        """What the painter says. An older picture is better than none, but never replaces a newer one."""
        if isinstance(result, PaintingFailed):
            if result.job == self.job:
                self.problem = result.problem
            return
        if self.is_current and result.job != self.job:
            return
        if self.sprite is None:
            self.appeared_us = max(self.on_air.since_us, now_us)
        self.sprite, self.is_current, self.problem = result.sprite, result.job == self.job, None

    def stand(self) -> None:
        """Media time begins anew: what was coming is there."""
        self.appeared_us = LONG_AGO_US

    def has_left(self, now_us: int) -> bool:
        """Nothing of it is to be seen any more."""
        return self.sprite is not None and gone(self.layer((0, 0)), now_us)

    def layer(self, place: tuple[int, int]) -> Layer:
        """For the mixer; only with a sprite."""
        assert self.sprite is not None
        shown = self.on_air.shown
        since_us = self.appeared_us if shown else self.on_air.since_us
        return Layer(self.sprite, place[0], place[1], self.driver.motion, shown, since_us)
