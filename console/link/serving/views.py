"""What the seats look at: monitors and figures. Drawn, encoded and measured only while somebody does."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from functools import partial
from typing import Any

from console.link.protocol import MonitorsMapped, PulseTold, Watch, encoded
from console.link.serving.connection import framed
from console.link.serving.control import Control
from console.link.serving.pictures import Pictures
from console.link.serving.seat import Seat
from console.link.serving.stage import Stage
from console.model.state import State

log = logging.getLogger(__name__)

Begin = Callable[[Coroutine[Any, Any, None]], None]
MONITORS = 32
"""That one seat looks at."""
PULSE_S = 0.1
PICTURE_S = 0.125
"""Eight pictures a second for seats elsewhere."""


class Views:
    """Thread: the link's. Tasks begin with the first who looks and end with the last."""

    def __init__(self, stage: Stage, control: Control, pool: Executor, begin: Begin, seats: list[Seat]) -> None:
        """`seats`: those who are in, always the newest."""
        self._stage, self._control, self._pool, self._begin, self._seats = stage, control, pool, begin, seats
        self._pictures = Pictures()
        self._has_pulse = self._has_pictures = False
        self._known: tuple[object, ...] = ()
        self._is_closed = False

    def watch(self, seat: Seat, watch: Watch) -> None:
        """A seat looks at other things from now on."""
        seat.monitors, seat.has_pulse = watch.monitors[:MONITORS], watch.pulse
        seat.unseen &= set(seat.monitors)
        self._begin(self._look(seat))
        self.look()

    def leave(self, seat: Seat) -> None:
        """It looks at nothing any more."""
        seat.monitors, seat.has_pulse = (), False
        self._begin(self._look(seat))

    def follow(self, state: State) -> None:
        """Sources and scenes came or went: some monitors can be seen now, some cannot any more."""
        known = (state.show.sources.keys(), state.show.scenes.keys(), state.show.renditions)
        if known != self._known:
            self._known = (set(known[0]), set(known[1]), known[2])
            for seat in self._seats:
                if seat.monitors:
                    self._begin(self._look(seat))

    def look(self) -> None:
        """Begin what somebody looks at and does not run."""
        if not self._has_pulse and any(seat.has_pulse for seat in self._seats):
            self._has_pulse = True
            self._begin(self._beat())
        if not self._has_pictures and self._far():
            self._has_pictures = True
            self._begin(self._send_pictures())

    def close(self) -> None:
        """Nobody looks; the engine is told on its own thread."""
        self._is_closed = True
        for seat in list(self._seats):
            self._control.tell(partial(self._stage.look, seat.viewer, ()))
        if self._has_pulse:
            self._control.tell(self._stage.unwatch)

    async def _look(self, seat: Seat) -> None:
        """Order holds: the control thread takes these calls as they were made, each with the newest wish."""
        try:
            paths = await self._control.call(lambda: self._stage.look(seat.viewer, seat.monitors))
        except TimeoutError:
            return
        except Exception:
            log.exception("monitors broke")
            return
        seat.paths = paths
        if seat.maps_files and seat in self._seats:
            seat.send(MonitorsMapped(paths))

    async def _beat(self) -> None:
        try:
            await self._control.call(self._stage.watch)
            while looking := [seat for seat in self._seats if seat.has_pulse]:
                frame = framed(encoded(PulseTold(await self._control.call(self._stage.pulse))))
                for seat in looking:
                    if seat.has_pulse and not seat.connection.unsent_bytes:
                        seat.connection.write(frame)
                await asyncio.sleep(PULSE_S)
        except TimeoutError:
            log.info("the control thread has no time for figures")
        finally:
            self._has_pulse = False
            if not self._is_closed:
                self._control.tell(self._stage.unwatch)

    def _far(self) -> list[Seat]:
        return [seat for seat in self._seats if seat.monitors and not seat.maps_files]

    async def _send_pictures(self) -> None:
        sent: dict[tuple[str, str], int] = {}
        try:
            while far := self._far():
                monitors = {monitor: path for seat in far for monitor, path in seat.paths.items()}
                self._pictures.keep(set(monitors))
                viewers = {seat.viewer for seat in far}
                sent = {key: number for key, number in sent.items() if key[0] in viewers}
                for monitor, path in monitors.items():
                    await self._send_picture(monitor, path, sent)
                await asyncio.sleep(PICTURE_S)
        finally:
            self._has_pictures = False
            self._pictures.keep(set())

    async def _send_picture(self, monitor: str, path: str, sent: dict[tuple[str, str], int]) -> None:
        """To those who have taken the last one."""
        ready = [
            seat
            for seat in self._far()
            if monitor in seat.paths and monitor not in seat.unseen and not seat.connection.unsent_bytes
        ]
        if not ready:
            return
        known = min(sent.get((seat.viewer, monitor), 0) for seat in ready)
        loop = asyncio.get_running_loop()
        number, frame = await loop.run_in_executor(self._pool, self._pictures.frame, monitor, path, known)
        for seat in ready if frame else ():
            if seat.connection.is_open and sent.get((seat.viewer, monitor)) != number:
                seat.unseen.add(monitor)
                seat.connection.write(frame)
                sent[seat.viewer, monitor] = number
