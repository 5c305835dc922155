"""The hooks' thread: a loop of its own with a server on it, from opening to end, and the note of where it listens."""

import asyncio
import contextlib
import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from console.errors import Message
from console.hooks.intake import Intake, Known, Taken
from console.hooks.message import Buyer, Delivery, buyers_of
from console.hooks.names import Names
from console.hooks.server import HookServer
from console.library.viewers import viewers_path
from console.media.worker import Worker
from console.supervise.ground import Ground

NOTE = "hooks.json"
LOOK_S = 0.1


class Note(msgspec.Struct, frozen=True):
    """Where programs find the hooks."""

    url: str
    pid: int


class Door:
    """One opening of the hooks. Ends by itself when it fails; `failure` says why."""

    def __init__(
        self, ground: Ground, *, secret: Callable[[], str | None], folder: Callable[[], Path], port: int
    ) -> None:
        """`secret` and `folder` may wait for the disk or the password store: both are asked on the thread."""
        self._ground, self._secret, self._folder, self._port = ground, secret, folder, port
        self._intake = Intake(ground)
        self.url = ""
        """Where it listens; empty: not yet, or not any more."""
        self._worker = Worker("hooks", self._run).start()

    @property
    def alive(self) -> bool:
        """It listens, or is about to."""
        return self._worker.alive

    @property
    def failure(self) -> BaseException | None:
        """Why it ended by itself; None also if there is no secret."""
        return self._worker.failure

    def close(self, *, timeout_s: float = 3.0) -> bool:
        """Stop listening; waits."""
        return self._worker.stop(timeout_s=timeout_s)

    def _run(self, stop: threading.Event) -> None:
        secret = self._secret()
        if secret and not stop.is_set():
            asyncio.run(self._serve(stop, secret))

    async def _serve(self, stop: threading.Event, secret: str) -> None:
        names = Names(viewers_path, wall_us=self._ground.clock.wall_us)
        # Why: one thread, so that a slow disk has one call waiting and not one a request.
        with ThreadPoolExecutor(1, thread_name_prefix="hook names") as pool:

            async def take(delivery: Delivery) -> Taken | None:
                known, problem = await self._named(names, pool, delivery)
                told = asyncio.run_coroutine_threadsafe(
                    self._intake.take(delivery, known, problem), self._ground.loop
                )
                return await asyncio.wrap_future(told)

            server = HookServer(take, secret=secret, now_s=lambda: self._ground.clock.wall_us() / 1e6)
            try:
                self.url = f"http://127.0.0.1:{await server.start(self._port)}"
                note = self._folder() / NOTE
                _write_private(note, msgspec.json.encode(Note(self.url, os.getpid())))
                while not stop.is_set():  # noqa: ASYNC110 - set on another thread
                    await asyncio.sleep(LOOK_S)
                note.unlink(missing_ok=True)
            finally:
                self.url = ""
                await server.close()
                names.close()

    async def _named(
        self, names: Names, pool: ThreadPoolExecutor, delivery: Delivery
    ) -> tuple[Mapping[Buyer, Known], Message | None]:
        buyers = buyers_of(delivery)
        if not buyers:
            return {}, None
        return await asyncio.get_running_loop().run_in_executor(pool, names.known, buyers)


def _write_private(path: Path, body: bytes) -> None:
    """Whole or not at all, and never readable by others, not even for a moment."""
    fresh = path.with_suffix(".new")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(body)
    fresh.replace(path)
