"""The benchmarks' end of a small RTMP server that throws away what it gets and keeps the times."""

import time
from typing import Self

from console.bench.sink_main import Arrived, sink
from console.errors import ConsoleError
from console.media.child import Child
from console.words.bench import NOTHING_ARRIVED, SINK_GONE

ANSWER_S = 10.0


class Sink:
    """A child that takes any publisher, one after another. A context: it is gone when left."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        self._child: Child | None = None
        self.address = ""
        """Server to publish to, with any key."""

    def __enter__(self) -> Self:
        """Listen; raises `ConsoleError` if the child does not come up."""
        self._child = Child("bench sink", sink)
        self.address = f"rtmp://127.0.0.1:{self._next()}/live"
        return self

    def __exit__(self, *_: object) -> None:
        """End the child."""
        if self._child is not None:
            self._child.stop()

    def forget(self) -> None:
        """What arrived so far is not asked for again."""
        self._ask("forget")

    def arrived(self) -> Arrived:
        """Everything since the last `forget`."""
        answer = self._ask("report")
        assert isinstance(answer, Arrived)
        return answer

    def wait_for_picture(self, *, timeout_s: float) -> None:
        """Return when a picture has arrived since the last `forget`; raises `ConsoleError` if none comes in time."""
        deadline = time.monotonic() + timeout_s
        while not self._ask("pictures"):
            if time.monotonic() > deadline:
                raise ConsoleError(NOTHING_ARRIVED(seconds=round(timeout_s)))
            time.sleep(0.05)

    def _ask(self, question: str) -> object:
        if self._child is not None:
            try:
                self._child.pipe.send(question)
            except OSError:
                raise ConsoleError(SINK_GONE()) from None
        return self._next()

    def _next(self) -> object:
        try:
            if self._child is not None and self._child.pipe.poll(ANSWER_S):
                answer: object = self._child.pipe.recv()
                return answer
        except (EOFError, OSError):
            pass
        raise ConsoleError(SINK_GONE())
