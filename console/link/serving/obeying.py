"""Does what seats want: commands one after the other, errands and queries beside each other. Thread: the link's."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import msgspec

from console.errors import HonbanError, Message
from console.link.protocol import Ask, Do, asking_of, command_of
from console.link.roles import may
from console.link.serving.control import Control
from console.link.serving.seat import ASKINGS, WISHES, Seat
from console.link.serving.stage import Stage
from console.output.daemon_call import daemon_call
from console.words.link import (
    LINK_BROKE,
    LINK_BUSY,
    LINK_NOT_UNDERSTOOD,
    LINK_ROLE,
    LINK_TOO_MANY_WISHES,
    LINK_UNKNOWN_ASKING,
)

log = logging.getLogger(__name__)

OBEY_S = 10
"""For the control thread to obey, and for the disk before. Why no pool: its end would wait for a disk that hangs."""
ASK_S = 120
"""For an errand: an import brings many pictures."""


class Obeying:
    """Every wish is answered once, if its seat is still there."""

    def __init__(self, stage: Stage, control: Control, begin: Callable[[Coroutine[Any, Any, None]], None]) -> None:
        """`begin` runs a task that its owner ends."""
        self._stage, self._control, self._begin = stage, control, begin

    def do(self, seat: Seat, wish: Do) -> None:
        """After those before it. A seat whose wishes pile up is not read for a while."""
        seat.wishes.append(wish)
        if len(seat.wishes) == WISHES:
            seat.connection.hold()
        if not seat.is_obeying:
            seat.is_obeying = True
            self._begin(self._obey_all(seat))

    def ask(self, seat: Seat, ask: Ask) -> None:
        """Beside others."""
        if seat.asking >= ASKINGS:
            seat.answer(ask.number, LINK_TOO_MANY_WISHES())
            return
        seat.asking += 1
        self._begin(self._answer(seat, ask))

    async def _obey_all(self, seat: Seat) -> None:
        while seat.wishes:
            wish = seat.wishes.popleft()
            if len(seat.wishes) == WISHES - 1:
                seat.connection.go_on()
            problem, _ = await _guarded(self._obey(seat, wish), within_s=OBEY_S)
            seat.answer(wish.number, problem)
        seat.is_obeying = False

    async def _obey(self, seat: Seat, wish: Do) -> tuple[Message | None, bytes]:
        command = command_of(wish.command)
        if not may(seat.role, type(command)):
            return LINK_ROLE(role=seat.role), b""
        await daemon_call(lambda: self._stage.check(command), timeout_s=OBEY_S)
        return await self._control.call(lambda: self._stage.obey(command)), b""

    async def _answer(self, seat: Seat, ask: Ask) -> None:
        try:
            problem, result = await _guarded(self._asked(seat, ask), within_s=ASK_S)
            seat.answer(ask.number, problem, result or b"\xc0")
        finally:
            seat.asking -= 1

    async def _asked(self, seat: Seat, ask: Ask) -> tuple[Message | None, bytes]:
        asking = asking_of(ask.asking)
        run = self._stage.askings.get(type(asking))
        if not may(seat.role, type(asking)):
            return LINK_ROLE(role=seat.role), b""
        if run is None:
            return LINK_UNKNOWN_ASKING(name=type(asking).__name__), b""
        value = await self._control.run(lambda: run(asking), within_s=ASK_S)
        return None, msgspec.msgpack.encode(value)


async def _guarded(work: Awaitable[tuple[Message | None, bytes]], *, within_s: int) -> tuple[Message | None, bytes]:
    """Whatever happens is an answer."""
    try:
        return await work
    except HonbanError as error:
        return error.message, b""
    except TimeoutError:
        return LINK_BUSY(seconds=within_s), b""
    except msgspec.DecodeError as error:
        return LINK_NOT_UNDERSTOOD(reason=str(error)[:200]), b""
    except Exception as error:
        log.exception("a wish of a seat broke")
        return LINK_BROKE(reason=type(error).__name__), b""
