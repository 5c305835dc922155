"""Has every graphic that is on air painted for each rendition, and tells the mixer where it stands."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from console.drivers import overlay_driver, validated
from console.errors import ConsoleError, Message
from console.media.sprite import Sprite
from console.mixer.motion import gone
from console.mixer.plan import Layer
from console.model.destination import Rendition
from console.model.facts import FaultCleared, FaultRaised
from console.model.overlay import Overlay, OverlayOnAir
from console.model.state import State
from console.ports.overlay import OverlayDriver, Painted, PaintingFailed, PaintJob
from console.supervise.ground import Ground
from console.words.supervise import GRAPHIC_FAILED
from overlays.painter_client import job_of
from overlays.slots import Wanted, arranged

log = logging.getLogger(__name__)

Key = tuple[str, str]
"""(rendition, overlay)."""


class Painter(Protocol):
    """Paints in another process; `overlays.painter_client` is the real one. No call takes more than a millisecond."""

    def submit(self, job: PaintJob) -> None:
        """Ask for a picture; a newer job with the same key takes the place of one that waits."""

    def poll(self) -> list[Painted | PaintingFailed]:
        """What was done since the last call."""

    def close(self) -> None:
        """End the process."""


@dataclass(slots=True)
class Graphic:
    """One graphic in one rendition."""

    driver: OverlayDriver[Any, Any]
    on_air: OverlayOnAir
    job: PaintJob
    sprite: Sprite | None = None
    appeared_us: int = 0
    """Media time at which it began to come: when it was wanted, or when its first picture was there."""
    failed: bool = False


class GraphicsSupervisor:
    """The painter runs while there is something to paint; when it dies the last sprites stay."""

    def __init__(self, ground: Ground, make: Callable[[], Painter], *, changed: Callable[[], None]) -> None:
        """`make` starts a painter; `changed`: the layers did."""
        self._ground, self._make, self._changed = ground, make, changed
        self._painter: Painter | None = None
        self._graphics: dict[Key, Graphic] = {}
        self._problems: dict[str, Message] = {}
        self.layers: dict[str, tuple[Layer, ...]] = {}
        """By rendition, from back to front."""

    @property
    def settled(self) -> bool:
        """Every graphic on air has its picture, or cannot have one."""
        return all(graphic.sprite is not None or graphic.failed for graphic in self._graphics.values())

    def follow(self, state: State) -> None:
        """Ask for what is new or has changed, forget what has left."""
        wanted = dict(self._wanted(state)) if state.session.running else {}
        for key, (driver, on_air, job) in wanted.items():
            self._want(key, driver, on_air, job)
        now_us = self._ground.clocks.now().media_us
        for key in [key for key in self._graphics if key not in wanted]:
            self._leave(key, state, now_us)
        self._arrange(state)

    def look(self) -> None:
        """Take in what was painted; drop what has left."""
        painted = self._painter.poll() if self._painter is not None else []
        for result in painted:
            self._take_in(result)
        now_us = self._ground.clocks.now().media_us
        left = [key for key, graphic in self._graphics.items() if _has_left(graphic, now_us)]
        for key in left:
            del self._graphics[key]
        if painted or left:
            self._arrange(self._ground.store.state)
            self._changed()

    async def close(self) -> None:
        """End the painter."""
        painter, self._painter = self._painter, None
        if painter is not None:
            await self._ground.loop.run_in_executor(None, painter.close)

    def _wanted(self, state: State) -> list[tuple[Key, tuple[OverlayDriver[Any, Any], OverlayOnAir, PaintJob]]]:
        found = []
        for name, on_air in state.overlays.items():
            overlay = state.show.overlays.get(name)
            content = self._content(name, overlay, state) if overlay is not None and on_air.shown else None
            if overlay is None or content is None:
                continue
            driver = overlay_driver(overlay.kind)
            for key, rendition in state.show.renditions.items():
                if overlay.kind not in rendition.hide:
                    job = job_of(
                        f"{key}/{name}", driver, content, state.show.theme, state.show.folder, rendition.canvas
                    )
                    found.append(((key, name), (driver, on_air, job)))
        return found

    def _content(self, name: str, overlay: Overlay, state: State) -> msgspec.Struct | None:
        """What it shows now; None if there is nothing to show or its driver cannot tell."""
        try:
            driver = overlay_driver(overlay.kind)
            content: msgspec.Struct | None = driver.select(
                validated(overlay.settings, overlay.kind, driver.settings), state
            )
        except ConsoleError as error:
            self._say(name, error.message)
            return None
        return content

    def _want(self, key: Key, driver: OverlayDriver[Any, Any], on_air: OverlayOnAir, job: PaintJob) -> None:
        known = self._graphics.get(key)
        if known is None:
            known = self._graphics[key] = Graphic(driver, on_air, job, appeared_us=on_air.since_us)
            self._submit(job)
        elif known.job != job:
            known.job = job
            self._submit(job)
        if known.on_air != on_air:
            known.on_air, known.appeared_us = on_air, on_air.since_us

    def _submit(self, job: PaintJob) -> None:
        if self._painter is None:
            self._painter = self._make()
        self._painter.submit(job)

    def _leave(self, key: Key, state: State, now_us: int) -> None:
        """It is not wanted any more: it fades from when it was taken off, or from now if its content ended."""
        graphic = self._graphics[key]
        on_air = state.overlays.get(key[1])
        if graphic.on_air.shown:
            since_us = on_air.since_us if on_air is not None and not on_air.shown else now_us
            graphic.on_air = OverlayOnAir(shown=False, since_us=since_us)
        if graphic.sprite is None or not state.session.running:
            del self._graphics[key]

    def _take_in(self, result: Painted | PaintingFailed) -> None:
        rendition, _, name = result.job.key.partition("/")
        graphic = self._graphics.get((rendition, name))
        if graphic is None:
            return
        if isinstance(result, PaintingFailed):
            graphic.failed = True
            self._say(name, result.problem)
            return
        if graphic.sprite is None:
            graphic.appeared_us = max(graphic.on_air.since_us, self._if_on_air())
        graphic.sprite, graphic.failed = result.sprite, False
        self._say(name, None)

    def _if_on_air(self) -> int:
        """Now, while ticks fall; long ago before, so that opening graphics come with tick 0."""
        return self._ground.clocks.now().media_us if self._ground.store.state.session.on_air else -(10**12)

    def _say(self, name: str, problem: Message | None) -> None:
        """Raise or clear the Fault of a graphic, once."""
        if self._problems.get(name) == problem:
            return
        if problem is None:
            del self._problems[name]
            self._ground.later(lambda: self._ground.tell(FaultCleared(f"graphic/{name}")))
            return
        self._problems[name] = problem
        message = GRAPHIC_FAILED(name=name, reason=problem.code)
        self._ground.later(lambda: self._ground.tell(FaultRaised(f"graphic/{name}", message)))

    def _arrange(self, state: State) -> None:
        self.layers = {key: self._layers(key, rendition) for key, rendition in state.show.renditions.items()}

    def _layers(self, rendition: str, settings: Rendition) -> tuple[Layer, ...]:
        shown = {name: g for (key, name), g in self._graphics.items() if key == rendition and g.sprite is not None}
        wanted = [
            Wanted(name, g.driver.kind, g.driver.slot, g.sprite.width, g.sprite.height)
            for name, g in shown.items()
            if g.sprite is not None
        ]
        layout = arranged(settings.canvas, wanted)
        if layout.left_out:
            log.info("no room in %s for %s", rendition, ", ".join(layout.left_out))
        return tuple(_layer(shown[name], place) for name, place in layout.places.items())


def _layer(graphic: Graphic, place: tuple[int, int]) -> Layer:
    assert graphic.sprite is not None
    shown = graphic.on_air.shown
    since_us = graphic.appeared_us if shown else graphic.on_air.since_us
    return Layer(graphic.sprite, place[0], place[1], graphic.driver.motion, shown, since_us)


def _has_left(graphic: Graphic, now_us: int) -> bool:
    return graphic.sprite is not None and gone(_layer(graphic, (0, 0)), now_us)
