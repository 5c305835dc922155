"""The simple RTMP handshake, both roles: a greeting, the peer's greeting, an echo.

Wire: Adobe, Real-Time Messaging Protocol (2012), section 5.2. Time and chance come in as data.
"""

from typing import Final

from console.wire.malformed import WireError, malformed
from console.words.wire import SERVER_WANTS_TLS

VERSION: Final = 3
PACKET_BYTES: Final = 1536
RANDOM_BYTES: Final = PACKET_BYTES - 8
_TLS_ALERT: Final = 0x15


class Handshake:
    """One side's half: `hello` goes out first, `feed` answers the peer until `done`, then `rest` is chunks."""

    def __init__(self, *, time_ms: int, random: bytes) -> None:
        """`time_ms` is this side's clock modulo 2^32; `random` is `RANDOM_BYTES` of chance."""
        if len(random) != RANDOM_BYTES:
            raise ValueError(f"random must be {RANDOM_BYTES} bytes")
        self._time = (time_ms & 0xFFFFFFFF).to_bytes(4)
        # Why: a version of zero asks the peer for the simple form, without digests.
        self._greeting = bytes([VERSION]) + self._time + bytes(4) + random
        self._received = bytearray()
        self._echoed = False
        self.done = False
        """Both greetings and both echoes are through."""

    @property
    def hello(self) -> bytes:
        """What this side sends unasked: a client its greeting, a server nothing."""
        return self._greeting

    @property
    def rest(self) -> bytes:
        """What came after the handshake's last byte, once `done`."""
        return bytes(self._received)

    def feed(self, data: bytes) -> bytes:
        """What to send now. Raises `WireError` when the peer does not speak RTMP."""
        self._received += data
        if not self._echoed:
            self._check_version()
            if len(self._received) <= PACKET_BYTES:
                return b""
            theirs = self._take(1 + PACKET_BYTES)[1:]
            self._echoed = True
            return self._answer(theirs[:4] + self._time + theirs[8:]) + self._finish()
        return self._finish()

    def _answer(self, echo: bytes) -> bytes:
        return echo

    def _check_version(self) -> None:
        if self._received[:1] in (b"", bytes([VERSION])):
            return
        if self._received[0] == _TLS_ALERT:
            raise WireError(SERVER_WANTS_TLS())
        raise malformed("no RTMP greeting")

    def _finish(self) -> bytes:
        # Why: the echo is not compared; servers that do the digest form do not echo our bytes.
        if not self.done and len(self._received) >= PACKET_BYTES:
            self._take(PACKET_BYTES)
            self.done = True
        return b""

    def _take(self, size: int) -> bytes:
        taken = bytes(self._received[:size])
        del self._received[:size]
        return taken


class ClientHandshake(Handshake):
    """C0, C1, then C2 for S0 and S1."""


class ServerHandshake(Handshake):
    """Waits for C0 and C1, answers S0, S1 and S2 at once."""

    @property
    def hello(self) -> bytes:
        """A server waits to be greeted."""
        return b""

    def _answer(self, echo: bytes) -> bytes:
        return self._greeting + echo
