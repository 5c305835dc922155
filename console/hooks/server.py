"""A small HTTP server for programs on this machine: bounded in connections, bytes, seconds and requests a second.

Wire: HTTP/1.1 (RFC 9112) by h11. Thread: the loop it is started on, never the control thread's.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from console.errors import Message
from console.hooks.conversation import Broken, Conversation, TooLarge
from console.hooks.gate import TOO_LARGE, judged_by_head, opened
from console.hooks.intake import Taken
from console.hooks.message import Delivery
from console.hooks.request import Head, Reply
from console.words.hooks import (
    HOOK_BROKE,
    HOOK_BROKEN_REQUEST,
    HOOK_BUSY,
    HOOK_NO_SESSION,
    HOOK_TOO_MANY,
    HOOK_TOO_SLOW,
)

log = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
CONNECTIONS = 32
READ_S = 5.0
"""For one whole request, and for the next one on an open connection to begin."""
GIVE_WAY_S = 0.25
"""Who keeps the others waiting for so long gives its place to one of them, where all places are taken."""
TAKE_S = 5.0
"""For the show to take what came."""
PACE_S = 0.02
"""From one request to the next, of all connections together: a program that floods this one costs no picture."""

Take = Callable[[Delivery], Awaitable[Taken | None]]


class HookServer:
    """Listens from `start` to `close`."""

    def __init__(
        self,
        take: Take,
        *,
        secret: str,
        now_s: Callable[[], float],
        read_s: float = READ_S,
        connections: int = CONNECTIONS,
    ) -> None:
        """`take` tells the show, None if none runs; `now_s` is Unix time."""
        self._take, self._secret, self._now_s = take, secret, now_s
        self._read_s, self._connections = read_s, connections
        self._open: dict[asyncio.Task[None], Conversation] = {}
        self._leaving: set[asyncio.Task[None]] = set()
        """Cut off, and gone with the next turn of the loop."""
        self._server: asyncio.Server | None = None
        self._next_s = 0.0
        self.port = 0
        self.turned_away = 0
        """Connections that were too many."""
        self.most_open = 0

    async def start(self, port: int = 0) -> int:
        """The port, on the loopback address only; 0 finds a free one. Raises `OSError`."""
        self._server = await asyncio.start_server(self._connected, LOOPBACK, port, backlog=CONNECTIONS, limit=65_536)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self.port

    async def close(self) -> None:
        """Hang up."""
        if self._server is not None:
            self._server.close()
        tasks = [*self._open, *self._leaving]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversation = Conversation(reader, writer)
        if len(self._open) >= self._connections:
            self.turned_away += 1
            if not self._made_room():
                conversation.write(self._too_many(), "en", is_last=True)
                writer.close()
                return
        # Why: a coroutine as callback would be asyncio's task, which reports its own cancellation as an error.
        task = asyncio.create_task(self._served(conversation, writer))
        self._open[task] = conversation
        task.add_done_callback(self._gone)
        self.most_open = max(self.most_open, len(self._open))

    def _made_room(self) -> bool:
        """Whether the one who has been waited for longest gave its place."""
        latest_s = asyncio.get_running_loop().time() - GIVE_WAY_S
        waits = [(one.reading_since_s, task) for task, one in self._open.items() if one.reading_since_s is not None]
        since_s, task = min(waits, key=lambda wait: wait[0], default=(None, None))
        if since_s is None or task is None or since_s > latest_s:
            return False
        self._open.pop(task).cut_off(self._too_many())
        self._leaving.add(task)
        task.cancel()
        return True

    def _too_many(self) -> Reply:
        return Reply(503, HOOK_TOO_MANY(limit=self._connections))

    def _gone(self, task: asyncio.Task[None]) -> None:
        self._open.pop(task, None)
        self._leaving.discard(task)

    async def _served(self, conversation: Conversation, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, TimeoutError):
                await self._talk(conversation)
        finally:
            if writer.transport.get_write_buffer_size():  # Why: whoever reads nothing would keep it open for ever.
                writer.transport.abort()
            writer.close()

    async def _talk(self, conversation: Conversation) -> None:
        """One request after the other until either side has enough."""
        while await self._answered(conversation):
            continue
        await conversation.hang_up()

    async def _answered(self, conversation: Conversation) -> bool:
        """Whether another request may follow."""
        language = conversation.language
        conversation.reading_since_s = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(self._read_s):
                head = await conversation.head()
                if head is None:
                    return False
                language = head.language
                refused = judged_by_head(head, port=self.port)
                body = b"" if refused is not None else await conversation.body()
            conversation.reading_since_s = None
        except TimeoutError:
            refused = Reply(408, HOOK_TOO_SLOW(seconds=round(self._read_s))) if conversation.has_begun else None
            return refused is not None and await conversation.say(refused, conversation.language, is_last=True)
        except TooLarge:
            return await conversation.say(TOO_LARGE, language, is_last=True)
        except Broken as broken:
            refused = Reply(broken.status, HOOK_BROKEN_REQUEST(reason=str(broken)))
            return await conversation.say(refused, language, is_last=True)
        if refused is not None:
            return await conversation.say(refused, language, is_last=True)
        await self._paced()
        return await conversation.say(await self._reply(head, body), language)

    async def _reply(self, head: Head, body: bytes) -> Reply:
        delivery = opened(head, body, secret=self._secret, now_s=self._now_s())
        if isinstance(delivery, Reply):
            return delivery
        try:
            async with asyncio.timeout(TAKE_S):
                taken = await self._take(delivery)
        except TimeoutError:
            return Reply(503, HOOK_BUSY())
        except Exception as error:
            log.exception("hook broke")
            return Reply(500, _broke(error))
        if taken is None:
            return Reply(503, HOOK_NO_SESSION())
        return Reply(200, content={"taken": taken.taken, "again": taken.again, "unknown": list(taken.unknown)})

    async def _paced(self) -> None:
        """Wait for this request's turn."""
        now_s = asyncio.get_running_loop().time()
        self._next_s = max(now_s, self._next_s + PACE_S)
        await asyncio.sleep(self._next_s - now_s)


def _broke(error: Exception) -> Message:
    return HOOK_BROKE(reason=type(error).__name__)
