"""One connection of somebody who may become a seat: framing, limits, nothing of the show.

Wire: WebSocket (RFC 6455) by websockets' sans-io server. Thread: the link's.
"""

import asyncio
import logging
from collections.abc import Callable

from websockets.exceptions import InvalidState
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State as Phase
from websockets.server import ServerProtocol

from console.link.protocol import LONGEST_BYTES

log = logging.getLogger(__name__)

READ_BYTES = 16_384
"""At once: what somebody sends in a flood is looked at in small pieces, between which others have their turn."""
WINDOW_S, MOST_IN_WINDOW = 0.1, 50
"""More messages than that wait until the window is over."""
LONGEST_UNSENT_BYTES = 4_000_000
"""Who lets so much pile up, beside one message of whatever size, is not reading."""

LINGER_S = 1.0

IsWelcome = Callable[[Request], bool]


def framed(message: bytes) -> bytes:
    """As it goes to every seat: what a server sends is not masked, so the bytes are the same for all."""
    return Frame(Opcode.BINARY, message).serialize(mask=False)


class Connection(asyncio.BufferedProtocol):
    """Hands over whole binary messages, one after the other; ends itself over anything else."""

    def __init__(
        self,
        is_welcome: IsWelcome,
        heard: "Callable[[Connection, bytes], None]",
        ended: "Callable[[Connection], None]",
    ) -> None:
        """`is_welcome` judges the opening request; `ended` is called once."""
        self._is_welcome, self._heard, self._ended = is_welcome, heard, ended
        self._protocol = ServerProtocol(max_size=LONGEST_BYTES, logger=_QUIET)
        # Why: asyncio's TLS reads into slices of it, and a slice of a bytearray would be a copy.
        self._buffer = memoryview(bytearray(READ_BYTES))
        self._transport: asyncio.Transport | None = None
        self._window_s, self._in_window = 0.0, 0
        self._holds = 0
        self._room_bytes = LONGEST_UNSENT_BYTES
        self.is_open = False
        """The handshake is over, and nothing has ended it."""

    @property
    def unsent_bytes(self) -> int:
        """What the system has not taken yet."""
        transport = self._transport
        return 0 if transport is None or transport.is_closing() else transport.get_write_buffer_size()

    def write(self, frame: bytes) -> None:
        """Send what `framed` made."""
        if self._transport is None or not self.is_open:
            return
        self._transport.write(frame)
        # Why: a large show is one message, and who is just taking it does read.
        self._room_bytes = max(self._room_bytes, len(frame) + LONGEST_UNSENT_BYTES)
        if self.unsent_bytes > self._room_bytes:
            self.abort()

    def abort(self) -> None:
        """End it now, whatever is unsent."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    def close(self) -> None:
        """End it as soon as what is unsent has gone, at the latest after `LINGER_S`."""
        if self._transport is None or not self.is_open:
            self.abort()
            return
        self.is_open = False
        self._protocol.send_close(CloseCode.NORMAL_CLOSURE)
        self._flush()
        self._transport.close()
        asyncio.get_running_loop().call_later(LINGER_S, self.abort)

    def hold(self) -> None:
        """Read nothing more until as many calls of `go_on`."""
        self._holds += 1
        if self._holds == 1 and self._transport is not None and not self._transport.is_closing():
            self._transport.pause_reading()

    def go_on(self) -> None:
        """See `hold`."""
        self._holds -= 1
        if self._holds == 0 and self._transport is not None and not self._transport.is_closing():
            self._transport.resume_reading()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Of asyncio."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        """Of asyncio."""
        self.is_open, self._transport = False, None
        self._ended(self)

    def get_buffer(self, _size: int) -> memoryview:
        """Of asyncio."""
        return self._buffer

    def buffer_updated(self, size: int) -> None:
        """Of asyncio."""
        self._protocol.receive_data(bytes(self._buffer[:size]))
        self._take()

    def eof_received(self) -> bool:
        """Of asyncio: nothing is said into a half-closed connection."""
        return False

    def _take(self) -> None:
        for event in self._protocol.events_received():
            if isinstance(event, Request):
                self._shake_hands(event)
            elif isinstance(event, Frame) and not self._take_frame(event):
                break
        self._flush()

    def _shake_hands(self, request: Request) -> None:
        if self._is_welcome(request):
            response = self._protocol.accept(request)
        else:
            response = self._protocol.reject(403, "No.\n")
        self._protocol.send_response(response)
        self.is_open = self._protocol.state is Phase.OPEN

    def _take_frame(self, frame: Frame) -> bool:
        """Whether the next one may be looked at."""
        if frame.opcode is Opcode.CLOSE:
            return False
        if not (frame.opcode is Opcode.BINARY and frame.fin) and frame.opcode not in {Opcode.PING, Opcode.PONG}:
            self.abort()
            return False
        self._count()
        if frame.opcode is Opcode.BINARY and self.is_open:
            self._heard(self, bytes(frame.data))
        return self.is_open

    def _count(self) -> None:
        """A flood waits: its sender is read again when the window is over."""
        loop = asyncio.get_running_loop()
        if loop.time() - self._window_s > WINDOW_S:
            self._window_s, self._in_window = loop.time(), 0
        self._in_window += 1
        if self._in_window == MOST_IN_WINDOW:
            self.hold()
            loop.call_later(WINDOW_S, self.go_on)

    def _flush(self) -> None:
        """What the protocol itself has to say: handshake, pong, close."""
        transport = self._transport
        try:
            unsent = self._protocol.data_to_send()
        except InvalidState:
            return
        for data in unsent:
            if transport is not None and not transport.is_closing():
                if data:
                    transport.write(data)
                else:
                    transport.close()
        if self._protocol.state in {Phase.CLOSING, Phase.CLOSED} and transport is not None:
            self.is_open = False
            transport.close()
        if self.unsent_bytes > self._room_bytes:
            self.abort()


_QUIET = logging.getLogger("console.link.wire")
_QUIET.setLevel(logging.CRITICAL)
