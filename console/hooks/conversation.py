"""One connection: requests off it, replies onto it."""

import asyncio
import contextlib
from http import HTTPStatus

import h11

from console.hooks.request import LONGEST_BODY, Head, Reply
from console.words.render import Language

LONGEST_HEAD = 16_384
READ_BYTES = 65_536
WRITE_S = 5.0
LINGER_S, LINGER_BYTES = 0.5, 1_000_000
"""What somebody still sends who was refused is read so long: a reply behind unread bytes is lost with the reset."""


class TooLarge(Exception):  # noqa: N818 - a turn of the conversation
    """The body is longer than may be."""


class Broken(Exception):  # noqa: N818 - a turn of the conversation
    """What came is not HTTP."""

    def __init__(self, reason: str, status: int = 400) -> None:
        """`status` as h11 suggests it."""
        super().__init__(reason)
        self.status = status


class Conversation:
    """Every wait for the other side is bounded by the caller, or here."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Nothing was said."""
        self._reader, self._writer = reader, writer
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=LONGEST_HEAD)
        self._method = ""
        self.reading_since_s: float | None = None
        """Loop time since which the next request is waited for; None while one is being answered."""
        self.language: Language = "en"
        """Of the newest request."""

    @property
    def has_begun(self) -> bool:
        """Something of a request has come."""
        return self._http.their_state is not h11.IDLE or bool(self._http.trailing_data[0])

    async def head(self) -> Head | None:
        """The next request as far as its headers; None: there is none. Raises `Broken`."""
        event = await self._next()
        if not isinstance(event, h11.Request):
            return None
        head = Head(event.method.decode("ascii"), event.target.decode("ascii"), list(event.headers))
        self._method, self.language = head.method, head.language
        return head

    async def body(self) -> bytes:
        """The rest of the request; raises `TooLarge`, `Broken`."""
        body = bytearray()
        while isinstance(event := await self._next(), h11.Data):
            body += event.data
            if len(body) > LONGEST_BODY:
                raise TooLarge
        if not isinstance(event, h11.EndOfMessage):
            raise Broken("it ended early")
        return bytes(body)

    async def say(self, reply: Reply, language: Language, *, is_last: bool = False) -> bool:
        """Whether another request may follow."""
        if self._http.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            return False
        self.write(reply, language, is_last=is_last)
        async with asyncio.timeout(WRITE_S):
            await self._writer.drain()
        states: tuple[object, object] = self._http.our_state, self._http.their_state
        if states != (h11.DONE, h11.DONE):
            return False
        self._http.start_next_cycle()
        return True

    def write(self, reply: Reply, language: Language, *, is_last: bool = False) -> None:
        """On its way; waits for nothing."""
        body = reply.body(language)
        head = h11.Response(
            status_code=reply.status,
            reason=HTTPStatus(reply.status).phrase,
            headers=_headers(reply, body, language, is_last=is_last),
        )
        parts = [head, h11.EndOfMessage()] if self._method == "HEAD" else [head, h11.Data(body), h11.EndOfMessage()]
        self._writer.write(b"".join(self._http.send(part) or b"" for part in parts))

    def cut_off(self, reply: Reply) -> None:
        """Say it if a request has begun and nothing was answered yet; waits for nothing."""
        if self.has_begun and self._http.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            self.write(reply, self.language, is_last=True)

    async def hang_up(self) -> None:
        """Say so, and let them finish."""
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(LINGER_S):
                if self._writer.can_write_eof():
                    self._writer.write_eof()
                left = LINGER_BYTES
                while left > 0 and (data := await self._reader.read(READ_BYTES)):
                    left -= len(data)

    async def _next(self) -> object:
        try:
            while (event := self._http.next_event()) is h11.NEED_DATA:
                if self._http.they_are_waiting_for_100_continue:
                    self._writer.write(self._http.send(h11.InformationalResponse(status_code=100, headers=[])) or b"")
                self._http.receive_data(await self._reader.read(READ_BYTES))
        except h11.RemoteProtocolError as error:
            raise Broken(str(error)[:200], error.error_status_hint) from None
        return event


def _headers(reply: Reply, body: bytes, language: Language, *, is_last: bool) -> list[tuple[str, str]]:
    headers = [
        ("Content-Type", "application/json; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Content-Language", language),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    headers += [("Allow", reply.allow)] if reply.allow else []
    return headers + ([("Connection", "close")] if is_last else [])
