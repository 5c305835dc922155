"""The senders' thread: an asyncio loop of its own for all publishers."""

import asyncio
import threading

from console.media.worker import Worker


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
        finally:
            self.loop.close()

    def close(self) -> None:
        """End the loop; publishers were stopped before."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._worker.stop()
