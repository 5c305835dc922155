"""One connection of a seat to its engine, from its opening to its end. Thread: the link's."""

import asyncio
import contextlib
import ssl
from collections.abc import Callable

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from console.errors import ConsoleError, Refused
from console.link.address import Address, fingerprint, pinning_context
from console.link.protocol import LONGEST_ANSWER_BYTES, Hello, Ping, Upward, downward, encoded
from console.link.reading import Heard, Reading
from console.media.clock import now_us
from console.words.link import (
    LINK_LOST,
    LINK_NOT_UNDERSTOOD,
    LINK_OTHER_CERTIFICATE,
    LINK_SILENT,
    LINK_UNREACHABLE,
)

OPEN_S = 4.0
PING_S = 1.0
SILENCE_S = 5
"""The engine answers every second; one that says nothing for so long is gone, or stands still."""
CLOSE_S = 0.5
WAITING = 100
"""Messages to the engine that wait to be sent; more wishes than that are answered with a refusal."""


class Attachment:
    """Speaks and hears until it breaks."""

    def __init__(self, address: Address, hello: Hello, reading: Reading, heard: Callable[[Heard], None]) -> None:
        """`heard` is called for each message of the engine, after `reading` has taken it."""
        self._address, self._hello = address, hello
        self._reading, self._heard = reading, heard
        self._unsent: asyncio.Queue[bytes] = asyncio.Queue(WAITING)

    def say(self, message: Upward) -> bool:
        """Soon; False if too much waits already."""
        with contextlib.suppress(asyncio.QueueFull):
            self._unsent.put_nowait(encoded(message))
            return True
        return False

    async def run(self) -> None:
        """Until it ends: raises `Refused` if the engine does not want this seat, else `ConsoleError`."""
        try:
            async with asyncio.timeout(OPEN_S):
                socket = await self._open()
        except TimeoutError:
            raise ConsoleError(LINK_UNREACHABLE(reason=f"{OPEN_S:.0f} s")) from None
        except (OSError, WebSocketException, ValueError) as error:
            raise ConsoleError(LINK_UNREACHABLE(reason=_reason(error))) from None
        async with socket:
            self._check_certificate(socket)
            tasks = [asyncio.ensure_future(self._speak(socket)), asyncio.ensure_future(self._ask_time())]
            try:
                await self._hear(socket)
            except ConnectionClosed:
                raise ConsoleError(LINK_LOST()) from None
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _open(self) -> ClientConnection:
        return await connect(
            self._address.url,
            ssl=pinning_context() if self._address.is_private else None,
            compression=None,
            max_size=LONGEST_ANSWER_BYTES,
            ping_interval=None,
            close_timeout=CLOSE_S,
            open_timeout=None,
            user_agent_header=None,
            proxy=None,
        )

    def _check_certificate(self, socket: ClientConnection) -> None:
        """Before the token is said."""
        if not self._address.is_private:
            return
        tls = socket.transport.get_extra_info("ssl_object")
        certificate = tls.getpeercert(binary_form=True) if isinstance(tls, ssl.SSLObject) else None
        if certificate is None or fingerprint(certificate) != self._address.sha256.lower():
            raise Refused(LINK_OTHER_CERTIFICATE())

    async def _hear(self, socket: ClientConnection) -> None:
        while True:
            try:
                async with asyncio.timeout(SILENCE_S):
                    data = await socket.recv(decode=False)
            except TimeoutError:
                raise ConsoleError(LINK_SILENT(seconds=SILENCE_S)) from None
            try:
                heard = self._reading.hear(downward(data), now_us())
            except msgspec.DecodeError as error:
                raise ConsoleError(LINK_NOT_UNDERSTOOD(reason=str(error)[:200])) from None
            for message in heard.say:
                self.say(message)
            self._heard(heard)
            if heard.turned_away is not None:
                raise Refused(heard.turned_away)

    async def _speak(self, socket: ClientConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            await socket.send(encoded(self._hello))
            while True:
                await socket.send(await self._unsent.get())

    async def _ask_time(self) -> None:
        while True:
            await asyncio.sleep(PING_S)
            self.say(Ping(now_us()))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return (str(error) or type(error).__name__)[:200]
