"""The engine's log: a few files, and never a secret in them."""

import logging
import logging.handlers
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from console.library.paths import log_folder
from console.wire.redact import MAX_WORDS, Redactor

MAX_BYTES, FILES = 2_000_000, 3
NAME = "engine.log"
TAIL_LINES, TAIL_LONGEST, SEED_BYTES = 500, 2_000, 100_000


class RedactedFormatter(logging.Formatter):
    """Whatever a library quotes in its errors, no secret is written."""

    def __init__(self, secrets: Callable[[], Iterable[str]]) -> None:
        """`secrets`: all that are known by now."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets
        self._known: frozenset[str] = frozenset()
        self._redactor = Redactor(())

    def format(self, record: logging.LogRecord) -> str:
        """The record without secrets; long ones in pieces, since a redactor looks at so many characters only."""
        known = frozenset(self._secrets())
        if known != self._known:
            self._known, self._redactor = known, Redactor(known)
        text = super().format(record)
        return "\n".join(self._redactor.clean(line[:MAX_WORDS]) for line in text.split("\n")) if known else text


class Tail(logging.Handler):
    """The newest lines in memory. Any thread."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=TAIL_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """One record, in as many lines as it has."""
        try:
            self.extend(self.format(record).split("\n"))
        except Exception:  # noqa: BLE001 - what a library logs may not even be printable
            self.handleError(record)

    def extend(self, lines: Iterable[str]) -> None:
        """Lines that were logged; they are cut to a length that people read."""
        self._lines.extend(line[:TAIL_LONGEST] for line in lines)

    def lines(self, count: int = TAIL_LINES) -> tuple[str, ...]:
        """The last `count`, oldest first."""
        return tuple(self._lines.copy())[-max(1, count) :]


TAIL = Tail()
"""Of this process: its log is one, too."""


def log_to_file(secrets: Callable[[], Iterable[str]]) -> None:
    """From now on everything of level INFO and above; raises `ConsoleError` if there is no place for it.

    `TAIL` has it too, and what an engine before this one wrote last: why that died, perhaps.
    """
    path = log_folder() / NAME
    TAIL.extend(_last_lines(path))
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=MAX_BYTES, backupCount=FILES, encoding="utf-8", errors="backslashreplace", delay=True
    )
    for one in (handler, TAIL):
        one.setFormatter(RedactedFormatter(secrets))
    logging.raiseExceptions = False  # Why: a full disk would print a traceback at each line.
    logging.basicConfig(level=logging.INFO, handlers=[handler, TAIL])
    logging.captureWarnings(capture=True)


def _last_lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - SEED_BYTES))
            return file.read(SEED_BYTES).decode(errors="replace").splitlines()
    except OSError:
        return []
