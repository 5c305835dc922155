"""The senders' thread: an asyncio loop of its own for all publishers."""

import asyncio
import contextlib
import threading

from console.media.worker import Worker

CUT_S = 1.5


class Senders:
    """A running loop; started by construction, ended by `close`."""

    def __init__(self) -> None:
        """Returns when the loop can be used."""
        self.loop = asyncio.new_event_loop()
        self._worker = Worker("senders", self._run).start()

    def _run(self, _stop: threading.Event) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
            self.loop.run_until_complete(_cut_off())
        finally:
            self.loop.close()

    def close(self) -> None:
        """End the loop; publishers were stopped before."""
        with contextlib.suppress(RuntimeError):  # It is closed already.
            self.loop.call_soon_threadsafe(self.loop.stop)
        self._worker.stop()


async def _cut_off() -> None:
    """End what did not end by itself, so that no socket stays open."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks, timeout=CUT_S)
