"""An open connection to a server: what is written, what waits, how it ends. Runs on the senders' loop."""

import asyncio
import contextlib

from console.output.socket_figures import Connected, round_trip_ms, unsent_bytes

READ_BYTES = 65_536
HIGH_WATER_MS = 100
"""More than this is not put into the line's own buffer: it waits in the outlet, where it can still be dropped."""
_TURNS = 3
"""Of the loop, after which an aborted connection has closed its socket."""


class Line:
    """Bytes to a server and back, plain or encrypted."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """`writer` is plain still: see `encrypt`."""
        self._reader, self._writer = reader, writer
        self._plain: asyncio.WriteTransport = writer.transport
        self._outer = self._plain
        """Takes what is written: another one than `_plain` once it is encrypted."""
        self._socket: Connected = writer.get_extra_info("socket")

    async def encrypt(self, context: object, *, host: str) -> None:
        """Speak TLS from now on; raises `OSError` with the reason."""
        # Why: asyncio leaves an abandoned handshake to its own timeout of a minute.
        await self._writer.start_tls(context, server_hostname=host)  # type: ignore[arg-type]
        self._outer = self._writer.transport

    def limit_buffer(self, *, kbps: int) -> None:
        """Count as full from about 100 ms on."""
        high = max(16_384, kbps * 1000 // 8 * HIGH_WATER_MS // 1000)
        for transport in {self._plain, self._outer}:
            transport.set_write_buffer_limits(high=high)

    async def read(self) -> bytes:
        """What came; empty: the other side hung up. Raises `OSError`."""
        return await self._reader.read(READ_BYTES)

    def write(self, data: bytes) -> None:
        """Send, or keep what does not fit yet."""
        if data:
            self._outer.write(data)

    @property
    def is_clear(self) -> bool:
        """Open, and everything is with the system: `has_room` would not have to wait."""
        return not self._plain.is_closing() and self._own_bytes == 0

    async def has_room(self, *, within_s: float) -> bool:
        """Wait until little waits in the buffer; False: too much still does. Raises `OSError` when it is broken."""
        try:
            async with asyncio.timeout(within_s) as scope:
                await self._writer.drain()
        except TimeoutError:
            if not scope.expired():
                raise  # Why: ETIMEDOUT of the connection itself is a TimeoutError too.
            return False
        return True

    @property
    def waiting_bytes(self) -> int:
        """Bytes that were written and have not left this machine, as far as the system tells."""
        return self._own_bytes + unsent_bytes(self._socket)

    @property
    def _own_bytes(self) -> int:
        own = self._plain.get_write_buffer_size()
        if self._outer is not self._plain:
            own += self._outer.get_write_buffer_size()
        return own

    @property
    def round_trip_ms(self) -> float | None:
        """Smoothed; None where nobody tells."""
        return round_trip_ms(self._socket)

    async def hang_up(self, *, goodbye: bytes = b"", within_s: float = 0.0) -> None:
        """Close: with a goodbye as soon as the other side has it and hangs up too, at once without one."""
        if goodbye:
            with contextlib.suppress(OSError):
                async with asyncio.timeout(within_s):
                    await self._part(goodbye)
        self._outer.abort()
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    async def _part(self, goodbye: bytes) -> None:
        self._outer.write(goodbye)
        if self._outer.can_write_eof():
            # Why: a close with unread answers resets the connection, and the last pictures are lost with it.
            self._outer.write_eof()
            while await self.read():
                pass
        self._writer.close()
        await self._writer.wait_closed()
