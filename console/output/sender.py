"""What the encoder makes, onto an accepted line. Runs on the senders' loop."""

import asyncio
import time
from typing import NoReturn

from console.errors import ConsoleError
from console.output.attempt import Deadlines, PublisherFigures
from console.output.line import Line
from console.output.outlet import Fan, Outlet
from console.output.underway import Underway
from console.wire.flv import Tag, TagKind
from console.wire.publisher import PublisherSession
from console.words.output import CLOSED_WITHOUT_WORD, SENDING_STALLED

LOOK_S = 0.2
"""How often figures are taken while nothing moves."""
ROUND_TRIP_S = 1.0
"""How often the system is asked for the round trip."""
PIECE_BYTES = 32_768
"""Written at once: the rest stays where it can be dropped."""


class Sender:
    """Headers, then everything from the next keyframe on, on a time base of its own that begins with zero."""

    def __init__(
        self,
        session: PublisherSession,
        line: Line,
        headers: tuple[Tag, ...],
        figures: PublisherFigures,
        deadlines: Deadlines,
        *,
        host: str,
    ) -> None:
        """For a session that is live from the moment `run` begins; `host` is for words."""
        self._session, self._line, self._headers = session, line, headers
        self._figures, self._deadlines, self._host = figures, deadlines, host
        self._outlet = Outlet(asyncio.get_running_loop(), self._pump)
        self._stuck = asyncio.Event()
        """The line did not take everything, or it broke: no business of `_pump`."""
        self._failure: Exception | None = None
        self._underway = Underway()
        self._dropped_before = figures.dropped
        self._zero_ms: int | None = None
        self._left_bytes = 0
        self._round_trip_due_s = 0.0

    async def run(self, fan: Fan) -> NoReturn:
        """Until cancelled; raises `ConsoleError` when the line is dead or broken."""
        fan.add(self._outlet.put)
        try:
            while True:
                await self._stuck.wait()
                if self._failure is not None:
                    raise self._failure
                await self._until_there_is_room()
                self._stuck.clear()
                self._pump()
        except OSError as error:
            raise ConsoleError(CLOSED_WITHOUT_WORD(host=self._host)) from error
        finally:
            fan.remove(self._outlet.put)
            self._stuck.set()
            self._look()
            self._figures.buffered_ms, self._figures.round_trip_ms = 0, None

    def _pump(self) -> None:
        """Forward what waits; called by the loop itself, since waking a task for each tick costs as much again."""
        try:
            while not self._stuck.is_set() and (tags := self._outlet.taken(max_bytes=PIECE_BYTES)):
                self._forward(tags)
                self._look()
                if not self._line.is_clear:
                    self._stuck.set()
        except Exception as failure:  # noqa: BLE001 - it ends the sending, not the loop
            self._failure = failure
            self._stuck.set()

    def _forward(self, tags: list[Tag]) -> None:
        if self._zero_ms is None:
            self._zero_ms = tags[0].dts_ms
            for header in self._headers:
                self._session.send(header, zero_ms=header.dts_ms)
        for tag in tags:
            end_byte = self._session.send(tag, zero_ms=self._zero_ms)
            self._underway.wrote(tag.dts_ms, end_byte=end_byte)
            self._figures.pictures += tag.kind is TagKind.VIDEO
        data = self._session.take()
        self._figures.bytes += len(data)
        self._line.write(data)

    async def _until_there_is_room(self) -> None:
        """Figures go on while nothing moves; a line on which nothing leaves for long is dead."""
        self._look()
        moved_s = time.monotonic()
        while not await self._line.has_room(within_s=LOOK_S):
            if self._look():
                moved_s = time.monotonic()
            elif time.monotonic() - moved_s > self._deadlines.stall_s:
                raise ConsoleError(SENDING_STALLED(host=self._host, seconds=round(self._deadlines.stall_s)))

    def _look(self) -> bool:
        """Take the figures; True if something has left since the last look."""
        left_bytes = self._session.sent_bytes - self._line.waiting_bytes
        figures, now_s = self._figures, time.monotonic()
        figures.buffered_ms = self._outlet.below(self._underway.oldest_ms(left_bytes=left_bytes))
        figures.buffered_ms_max = max(figures.buffered_ms_max, self._outlet.buffered_ms_max)
        figures.dropped = self._dropped_before + self._outlet.dropped
        if now_s >= self._round_trip_due_s:
            self._round_trip_due_s = now_s + ROUND_TRIP_S
            figures.round_trip_ms = self._line.round_trip_ms
        has_moved, self._left_bytes = left_bytes > self._left_bytes, left_bytes
        if has_moved:
            figures.sent_at_s = now_s
        return has_moved
