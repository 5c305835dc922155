"""The engine's log: a few files, and never a secret in them."""

import logging
import logging.handlers
from collections.abc import Callable, Iterable

from console.library.paths import log_folder
from console.wire.redact import MAX_WORDS, Redactor

MAX_BYTES, FILES = 2_000_000, 3
NAME = "engine.log"


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


def log_to_file(secrets: Callable[[], Iterable[str]]) -> None:
    """From now on everything of level INFO and above; raises `ConsoleError` if there is no place for it."""
    path = log_folder() / NAME
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=MAX_BYTES, backupCount=FILES, encoding="utf-8", errors="backslashreplace", delay=True
    )
    handler.setFormatter(RedactedFormatter(secrets))
    logging.raiseExceptions = False  # Why: a full disk would print a traceback at each line.
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.captureWarnings(capture=True)
