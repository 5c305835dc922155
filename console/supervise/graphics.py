"""Has every graphic that is on air painted for each rendition, and tells the mixer where it stands.

What depends on the show clock is asked again at every look; only what cannot be laid over a painting is painted anew.
A graphic that has had its time is told as a fact, so that State and as-run know of it.
"""

from collections.abc import Callable
from typing import Protocol

import msgspec

from console.errors import Message
from console.media.worker import Worker
from console.mixer.plan import Layer
from console.model.canvas import Canvas
from console.model.facts import FaultCleared, FaultRaised, OverlayEnded
from console.model.moment import At
from console.model.show import Show
from console.model.state import State
from console.ports.overlay import Painted, PaintingFailed, PaintJob, Sight
from console.supervise.graphic import LONG_AGO_US, Graphic
from console.supervise.ground import Ground, ended
from console.supervise.showings import Showing, is_on_air_alike, on_air_of, why_mute
from console.supervise.wants import SEPARATOR, Key, Want, Wants
from console.words.supervise import GRAPHIC_WITHOUT_ROOM
from overlays.slots import Box, Wanted, arranged, covered_by

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
        self._state = ground.store.state
        """As it was followed last."""
        self._on_air = on_air_of(self._state)
        self._mute: dict[Key, Message] = {}
        """Graphics of which nobody can tell what they show, and why."""
        self._homeless: set[str] = set()
        self._boxes: dict[str, dict[str, Box]] = {}
        """By rendition: where each graphic stands."""
        self._wants = Wants()
        self._arranged: tuple[object, ...] = ()
        """What the layers were made of."""
        self._faults: dict[str, Message] = {}
        self._epoch = self._looks = 0
        self.layers: dict[str, tuple[Layer, ...]] = {}
        """By rendition, from back to front."""

    @property
    def settled(self) -> bool:
        """Every graphic on air has its picture, or cannot have one."""
        return all(graphic.is_settled for graphic in self._graphics.values())

    def follow(self, state: State) -> None:
        """Ask for what is new or has changed, forget what has left."""
        before, self._state = self._state, state
        if not is_on_air_alike(before, state):
            self._on_air = on_air_of(state)
        self._follow_epoch(state)
        self._select(state, self._ground.clocks.now())
        self._arrange(state)
        self._tell_faults(state)
        if not state.session.running:
            self._end_painter()

    def look(self) -> None:
        """Take in what was painted; ask again what time changes; drop what has left, end what had its time."""
        state, painted = self._state, self._painter.poll() if self._painter is not None else []
        self._looks += 1
        if not painted and self._looks % CALM_LOOKS and state.session.speed <= 1:
            return
        now = self._ground.clocks.now()
        for result in painted:
            self._take_in(result, now.media_us if state.session.on_air else LONG_AGO_US)
        for showing in self._on_air.timed:
            self._ask(showing, state, now)
        for key in [key for key, graphic in self._graphics.items() if graphic.has_left(now.media_us)]:
            del self._graphics[key]
        before = self.layers
        self._arrange(state)
        if self.layers != before:
            self._changed()
        self._tell_faults(state)
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
        self._mute = dict(self._on_air.mute)
        wanted = {showing.key for showing in self._on_air.showings if self._ask(showing, state, now)}
        self._wants.keep(wanted)
        for key in [key for key in self._graphics if key not in wanted]:
            self._leave(key, state, now.media_us)

    def _ask(self, showing: Showing, state: State, now: At) -> bool:
        """Have it show what it shows now; whether that is anything."""
        content = self._content(showing, state, now)
        if content is not None:
            self._want(showing.key, self._wants.of(showing.key, content, showing.setting), now.media_us)
        elif showing.key in self._graphics:
            self._leave(showing.key, state, now.media_us)
        return content is not None

    def _content(self, showing: Showing, state: State, now: At) -> msgspec.Struct | None:
        """What it shows now; None if there is nothing to show or its driver cannot tell."""
        rendition, name = showing.key
        sight = Sight(state, name, now.show_us, rendition, showing.delay_us, self._ground.names.names)
        self._mute.pop(showing.key, None)
        try:
            content: msgspec.Struct | None = showing.setting.driver.select(showing.settings, sight)
        except Exception as error:  # noqa: BLE001 - a stranger's driver takes no other graphic down
            self._mute[showing.key] = why_mute(showing.overlay, error)
            return None
        return content

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
        over = {name for (_, name), graphic in self._graphics.items() if graphic.has_run(now.media_us)}
        if over:
            over -= {name for (_, name), graphic in self._graphics.items() if not graphic.has_run(now.media_us)}
        over |= {showing.key[1] for showing in self._on_air.held if self._is_held(showing, now.show_us)}
        return [name for name in sorted(over & state.overlays.keys()) if state.overlays[name].shown]

    def _is_held(self, showing: Showing, show_us: int) -> bool:
        """Long enough. One that shows nothing, or of which nobody can tell what, has no time that could be over."""
        is_there = showing.key in self._graphics and showing.key not in self._mute
        return is_there and show_us - showing.setting.on_air.shown_us >= showing.hold_us

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
        covered = _covered(self._state.show, rendition, canvas)
        layout = arranged(canvas, wanted, self._boxes.get(rendition, {}), covered=covered)
        sizes = {one.id: (one.width, one.height) for one in wanted}
        self._boxes[rendition] = {name: (*place, *sizes[name]) for name, place in layout.places.items()}
        self._homeless.update(name for name in layout.left_out if shown[name].on_air.shown)
        return tuple(shown[name].layer(place) for name, place in layout.places.items())

    def _tell_faults(self, state: State) -> None:
        """Raise and clear what is wrong with graphics, each once."""
        problems = {name: graphic.problem for (_, name), graphic in self._graphics.items() if graphic.problem}
        problems |= {name: message for (_, name), message in self._mute.items()}
        without_room = {name: _without_room(state.show, name) for name in self._homeless - problems.keys()}
        found = {f"graphic/{name}": message for name, message in (without_room | problems).items()}
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


def _without_room(show: Show, name: str) -> Message:
    overlay = show.overlays.get(name)
    return GRAPHIC_WITHOUT_ROOM(name=overlay.name if overlay is not None else name)


def _covered(show: Show, rendition: str, canvas: Canvas) -> tuple[Box, ...]:
    """What the platforms that a rendition goes to lay over its picture."""
    platforms = {one.platform for one in show.destinations.values() if one.rendition == rendition}
    areas = [show.safe_areas[platform] for platform in sorted(platforms & show.safe_areas.keys())]
    boxes = [box for area in areas for box in (area.portrait if canvas.portrait else area.landscape)]
    return covered_by(boxes, canvas)
