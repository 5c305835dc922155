"""An SQLite file that only its user reads, and that keeps nothing of what was removed from it.

Thread: any, one call at a time; every call may wait for the disk.
"""

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from console.errors import ConsoleError, Message
from console.library.paths import made

Rows = list[sa.Row[tuple[object, ...]]]
_BUSY_S = 2.0
_LONGEST_REASON = 200


class PrivateFile:
    """Every method raises `ConsoleError` if the disk does not let it."""

    def __init__(self, path: Path, tables: sa.MetaData, unusable: Callable[[str], Message]) -> None:
        """Make the file with its tables, or open it. `unusable` puts the system's reason into words."""
        made(path.parent)
        self._unusable = unusable
        self._lock = threading.Lock()
        self._engine = sa.create_engine(
            sa.URL.create("sqlite", database=str(path)),
            poolclass=sa.NullPool,
            connect_args={"timeout": _BUSY_S, "check_same_thread": False},
        )
        sa.event.listen(self._engine, "connect", _settle)
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            tables.create_all(self._engine)
        except (sa.exc.SQLAlchemyError, sqlite3.Error, OSError) as error:
            self._engine.dispose()
            raise self._refusal(error) from error

    def do(self, statement: sa.Executable, rows: list[dict[str, object]] | None = None) -> Rows:
        """One statement, for each of `rows` if there are any, as a whole or not at all; what it returns."""
        try:
            with self._lock, self._engine.begin() as connection:
                result = connection.execute(statement, rows) if rows is not None else connection.execute(statement)
                return list(result.all()) if result.returns_rows else []
        except (sa.exc.SQLAlchemyError, sqlite3.Error, OSError, OverflowError) as error:
            raise self._refusal(error) from error

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()

    def _refusal(self, error: Exception) -> ConsoleError:
        reason = str(error.orig) if isinstance(error, sa.exc.DBAPIError) else getattr(error, "strerror", None)
        return ConsoleError(self._unusable((reason or type(error).__name__)[:_LONGEST_REASON]))


def _settle(connection: sqlite3.Connection, _: object) -> None:
    """Why no write-ahead log: it would keep what somebody wrote after they were forgotten."""
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA journal_mode=DELETE")
