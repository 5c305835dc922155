"""Has every graphic that is on air painted for each rendition, and tells the mixer where it stands.

What depends on the show clock is asked again at every look; only what cannot be laid over a painting is painted anew.
A graphic that has had its time is told as a fact, so that State and as-run know of it.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Protocol

import msgspec

from console.drivers import overlay_driver, validated
from console.errors import ConsoleError, Message
from console.media.worker import Worker
from console.mixer.plan import Layer
from console.model.canvas import Canvas
from console.model.delays import viewers_delay_us
from console.model.facts import FaultCleared, FaultRaised, OverlayEnded
from console.model.moment import At
from console.model.overlay import Overlay
from console.model.show import Show
from console.model.state import State
from console.ports.overlay import Painted, PaintingFailed, PaintJob, Sight
from console.supervise.graphic import LONG_AGO_US, Graphic
from console.supervise.ground import Ground, ended
from console.supervise.wants import SEPARATOR, Key, Setting, Want, Wants
from console.words.supervise import GRAPHIC_FAILED, GRAPHIC_WITHOUT_ROOM
from overlays.slots import Box, Wanted, arranged, covered_by

log = logging.getLogger(__name__)

CLOSE_S = 5.0
CALM_LOOKS = 2
"""What time changes is looked for at each second look; what was painted, and a show that runs faster, at each."""


class Painter(Protocol):
    """Paints in another process; `overlays.painter_client` is the real one. No call takes more than a millisecond."""

    def submit(self, job: PaintJob) -> None:
        """Ask for a picture; a newer job with the same key takes the place of one that waits."""

    def poll(self) -> list[Painted | PaintingFailed]:
        """What was done since the last call."""

    def close(self) -> None:
        """End the process; may take seconds."""


class GraphicsSupervisor:
    """A painter runs from the first graphic of a session to its end; when its process dies the last sprites stay."""

    def __init__(self, ground: Ground, make: Callable[[], Painter], *, changed: Callable[[], None]) -> None:
        """`make` starts a painter; `changed`: the layers did."""
        self._ground, self._make, self._changed = ground, make, changed
        self._painter: Painter | None = None
        self._closing: list[Worker] = []
        self._graphics: dict[Key, Graphic] = {}
        self._mute: dict[str, Message] = {}
        """Overlays of which nobody can tell what they show, and why."""
        self._homeless: set[str] = set()
        self._boxes: dict[str, dict[str, Box]] = {}
        """By rendition: where each graphic stands."""
        self._wants = Wants()
        self._arranged: tuple[object, ...] = ()
        """What the layers were made of."""
        self._faults: dict[str, Message] = {}
        self._epoch = self._looks = 0
        self._is_timed = False
        """Something on air depends on time."""
        self.layers: dict[str, tuple[Layer, ...]] = {}
        """By rendition, from back to front."""

    @property
    def settled(self) -> bool:
        """Every graphic on air has its picture, or cannot have one."""
        return all(graphic.is_settled for graphic in self._graphics.values())

    def follow(self, state: State) -> None:
        """Ask for what is new or has changed, forget what has left."""
        self._follow_epoch(state)
        self._select(state, self._ground.clocks.now())
        self._arrange(state)
        self._tell_faults()
        if not state.session.running:
            self._end_painter()

    def look(self) -> None:
        """Take in what was painted; ask again what time changes; drop what has left, end what had its time."""
        state, now = self._ground.store.state, self._ground.clocks.now()
        painted = self._painter.poll() if self._painter is not None else []
        self._looks += 1
        if not painted and self._looks % CALM_LOOKS and state.session.speed <= 1:
            return
        for result in painted:
            self._take_in(result, now.media_us if state.session.on_air else LONG_AGO_US)
        if self._is_timed:
            self._select(state, now)
        for key in [key for key, graphic in self._graphics.items() if graphic.has_left(now.media_us)]:
            del self._graphics[key]
        before = self.layers
        self._arrange(state)
        if self.layers != before:
            self._changed()
        self._tell_faults()
        for name in self._over(state, now):
            self._ground.tell(OverlayEnded(name, state.overlays[name].since_us))

    async def close(self) -> None:
        """End the painter."""
        self._end_painter()
        await ended(self._closing, timeout_s=CLOSE_S)

    def _follow_epoch(self, state: State) -> None:
        """Media times of an older epoch mean nothing: what was coming stands, what was leaving is gone."""
        if state.session.epoch == self._epoch:
            return
        self._epoch = state.session.epoch
        self._graphics = {key: graphic for key, graphic in self._graphics.items() if graphic.on_air.shown}
        for graphic in self._graphics.values():
            graphic.stand()

    def _select(self, state: State, now: At) -> None:
        """Ask every graphic on air what it shows now."""
        self._mute, self._is_timed = {}, False
        wanted = dict(self._wanted(state, now)) if state.session.running else {}
        for key, want in wanted.items():
            self._want(key, want, now.media_us)
        self._wants.keep(wanted.keys())
        for key in [key for key in self._graphics if key not in wanted]:
            self._leave(key, state, now.media_us)

    def _wanted(self, state: State, now: At) -> Iterator[tuple[Key, Want]]:
        show = state.show
        for name, on_air in state.overlays.items():
            overlay = show.overlays.get(name)
            if overlay is None or not on_air.shown:
                continue
            for key, rendition in show.renditions.items():
                if overlay.kind in rendition.hide or _is_forbidden(show, key, overlay.kind):
                    continue
                delay_us = viewers_delay_us(show, key)
                sight = Sight(state, name, now.show_us, key, delay_us, self._ground.names.names)
                content = self._content(overlay, sight)
                if content is not None:
                    driver = overlay_driver(overlay.kind)
                    setting = Setting(driver, on_air, show.theme, show.folder, rendition.canvas)
                    yield (key, name), self._wants.of((key, name), content, setting)

    def _content(self, overlay: Overlay, sight: Sight) -> msgspec.Struct | None:
        """What it shows now; None if there is nothing to show or its driver cannot tell."""
        try:
            driver = overlay_driver(overlay.kind)
            self._is_timed = self._is_timed or driver.timed or bool(driver.live.calm_us)
            settings = validated(overlay.settings, overlay.kind, driver.settings)
            content: msgspec.Struct | None = driver.select(settings, sight)
        except ConsoleError as error:
            self._mute[sight.overlay] = error.message
        except Exception as error:  # noqa: BLE001 - a stranger's driver takes no other graphic down
            log.info("%s cannot tell what it shows: %r", overlay.kind, error)
            self._mute[sight.overlay] = GRAPHIC_FAILED(name=overlay.name, reason=type(error).__name__)
        else:
            return content
        return None

    def _want(self, key: Key, want: Want, now_us: int) -> None:
        known = self._graphics.get(key)
        if known is None:
            driver, on_air, job, values = want
            self._graphics[key] = Graphic(driver, on_air, job, values, appeared_us=on_air.since_us)
            self._submit(job)
            return
        if known.job != want.job:
            known.driver = want.driver
            known.ask(want.job, want.values)
            self._submit(want.job)
        known.count(want.values, now_us)
        known.stays(want.on_air, now_us)

    def _over(self, state: State, now: At) -> list[str]:
        """Graphics whose time on air is over: held long enough, or run through in every rendition."""
        if not state.session.on_air:
            return []
        return [name for name, on_air in state.overlays.items() if on_air.shown and self._is_over(state, name, now)]

    def _is_over(self, state: State, name: str, now: At) -> bool:
        graphics = [graphic for (_, overlay), graphic in self._graphics.items() if overlay == name]
        if graphics and all(graphic.has_run(now.media_us) for graphic in graphics):
            return True
        overlay = state.show.overlays.get(name)
        if overlay is None or name in self._mute:
            return False
        driver = graphics[0].driver if graphics else None
        if driver is None:
            return False
        hold_s = driver.hold_s(validated(overlay.settings, overlay.kind, driver.settings))
        return hold_s > 0 and now.show_us - state.overlays[name].shown_us >= hold_s * 1_000_000

    def _submit(self, job: PaintJob) -> None:
        if self._painter is None:
            self._painter = self._make()
        self._painter.submit(job)

    def _leave(self, key: Key, state: State, now_us: int) -> None:
        """It is not wanted any more: it fades from when it was taken off, or from now if its content ended."""
        graphic, on_air = self._graphics[key], state.overlays.get(key[1])
        graphic.leaves(on_air.since_us if on_air is not None and not on_air.shown else now_us)
        if graphic.sprite is None or not state.session.running:
            del self._graphics[key]

    def _take_in(self, result: Painted | PaintingFailed, now_us: int) -> None:
        rendition, _, name = result.job.key.partition(SEPARATOR)
        graphic = self._graphics.get((rendition, name))
        if graphic is not None:
            graphic.take_in(result, now_us)

    def _arrange(self, state: State) -> None:
        """Anew only if something is another: places follow from who is there and how large they are."""
        graphics = ((key, *graphic.looks) for key, graphic in self._graphics.items())
        arranged_of = (state.show, *graphics)
        if arranged_of == self._arranged:
            return
        self._arranged, self._homeless = arranged_of, set()
        self.layers = {key: self._layers(key, rendition.canvas) for key, rendition in state.show.renditions.items()}

    def _layers(self, rendition: str, canvas: Canvas) -> tuple[Layer, ...]:
        shown = {name: g for (key, name), g in self._graphics.items() if key == rendition}
        wanted = [
            Wanted(name, g.driver.kind, g.driver.slot, g.sprite.width, g.sprite.height)
            for name, g in shown.items()
            if g.sprite is not None
        ]
        covered = _covered(self._ground.store.state.show, rendition, canvas)
        layout = arranged(canvas, wanted, self._boxes.get(rendition, {}), covered=covered)
        sizes = {one.id: (one.width, one.height) for one in wanted}
        self._boxes[rendition] = {name: (*place, *sizes[name]) for name, place in layout.places.items()}
        self._homeless.update(name for name in layout.left_out if shown[name].on_air.shown)
        return tuple(shown[name].layer(place) for name, place in layout.places.items())

    def _tell_faults(self) -> None:
        """Raise and clear what is wrong with graphics, each once."""
        names = {name: overlay.name for name, overlay in self._ground.store.state.show.overlays.items()}
        failed = {name: graphic.problem for (_, name), graphic in self._graphics.items() if graphic.problem}
        homeless = {name: GRAPHIC_WITHOUT_ROOM(name=names.get(name, name)) for name in self._homeless}
        found = {f"graphic/{name}": message for name, message in {**homeless, **failed, **self._mute}.items()}
        before, self._faults = self._faults, found
        for key, message in found.items():
            if before.get(key) != message:
                self._ground.tell(FaultRaised(key, message))
        for key in before.keys() - found.keys():
            self._ground.tell(FaultCleared(key))

    def _end_painter(self) -> None:
        painter, self._painter = self._painter, None
        self._closing = [worker for worker in self._closing if worker.alive]
        if painter is not None:
            self._closing.append(self._ground.work("close painter", painter.close))


def _is_forbidden(show: Show, rendition: str, kind: str) -> bool:
    """A destination's platform allows no code that leads off it."""
    goes_to = [one for one in show.destinations.values() if one.rendition == rendition]
    return kind == "qr" and any(one.policy.no_qr for one in goes_to)


def _covered(show: Show, rendition: str, canvas: Canvas) -> tuple[Box, ...]:
    """What the platforms that a rendition goes to lay over its picture."""
    platforms = {one.platform for one in show.destinations.values() if one.rendition == rendition}
    areas = [show.safe_areas[platform] for platform in sorted(platforms & show.safe_areas.keys())]
    boxes = [box for area in areas for box in (area.portrait if canvas.portrait else area.landscape)]
    return covered_by(boxes, canvas)
