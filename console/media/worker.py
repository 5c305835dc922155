"""A thread with one owner: named, started, stopped and joined; its failure is a value."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)


class Worker:
    """Runs `work(stop)` in a thread until it returns.

    `work` looks at `stop` at least five times a second, or whenever it was woken.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[threading.Event], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
        wake: Callable[[], None] | None = None,
    ) -> None:
        """`failed` is called in the thread itself with what `work` raised; `wake` ends what `work` waits for."""
        self.name = name
        self.failure: BaseException | None = None
        """What `work` raised, once it has."""
        self._work = work
        self._failed = failed
        self._wake = wake
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> "Worker":
        """Start once; returns itself."""
        self._thread.start()
        return self

    @property
    def alive(self) -> bool:
        """The thread runs."""
        return self._thread.is_alive()

    @property
    def thread(self) -> int:
        """Identity, as `threading.get_ident` gives it; 0 before the start."""
        return self._thread.ident or 0

    def stop(self, *, timeout_s: float = 2.0) -> bool:
        """Ask it to end and wait; False if it did not within the timeout (it is a daemon and is left behind)."""
        self._stop.set()
        if self._wake is not None:
            self._wake()
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._work(self._stop)
        except BaseException as failure:  # noqa: BLE001 - a thread's end is reported to its owner, whatever it was
            self.failure = failure
            log.info("%s ended: %r", self.name, failure)
            if self._failed is not None:
                self._failed(failure)
