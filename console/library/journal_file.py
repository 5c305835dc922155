"""The SQLite file of a session: its tables, and how a batch goes into it."""

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from console.errors import ConsoleError
from console.library.paths import made
from console.model.show import SCHEMA
from console.words.library import JOURNAL_OF_ANOTHER_SESSION, JOURNAL_OF_ANOTHER_VERSION

SNAPSHOTS_KEPT = 3
BUSY_S = 0.25
"""How long a lock on the file is waited for. Only a stranger's program takes one; readers of ours do not."""

TABLES = sa.MetaData()
META = sa.Table(
    "meta",
    TABLES,
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("session", sa.Text, nullable=False),
    sa.Column("created_us", sa.Integer, nullable=False),
)
ENTRIES = sa.Table(
    "entries",
    TABLES,
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("wall_us", sa.Integer, nullable=False),
    sa.Column("show_us", sa.Integer, nullable=False),
    sa.Column("media_us", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
SNAPSHOTS = sa.Table(
    "snapshots",
    TABLES,
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("wall_us", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

AS_RUN = sa.Table(
    "as_run",
    TABLES,
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    *(sa.Column(name, sa.Integer, nullable=False) for name in ("wall_us", "show_us", "media_us")),
    sa.Column("code_us", sa.Integer),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("act", "subject", "name", "detail", "who", "why")),
)
"""What was on air: read by itself, of whatever schema the rest is. Columns are only added."""

Row = dict[str, Any]
"""Column name to value."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into the file together or not at all."""

    entries: list[Row]
    snapshot: Row | None
    as_run: list[Row] = field(default_factory=list)


class JournalFile:
    """An open journal. Thread: the one that made it, and no other."""

    def __init__(self, path: Path, *, session: str, created_us: int) -> None:
        """Make the file or go on with it; raises `ConsoleError` if it is another session's or version's."""
        self._begun = False
        made(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # Why: SQLite would make it readable by everybody.
        address = sa.URL.create("sqlite", database=str(path))
        self._engine = sa.create_engine(address, poolclass=sa.NullPool, connect_args={"timeout": BUSY_S})
        sa.event.listen(self._engine, "connect", _settle)
        try:
            self._connection = self._engine.connect()
            try:
                self._begin(path, session, created_us)
            except BaseException:
                self._connection.close()
                raise
        except BaseException:
            self._engine.dispose()
            raise

    def store(self, batch: Batch) -> None:
        """Commit. A row that is there already is written again: a commit that failed may have succeeded.

        The first commit takes away what an engine before this one wrote beyond the point from which this one goes on.
        """
        with self._connection.begin():
            if not self._begun:
                self._take_away_from(batch)
            self._put(ENTRIES, batch.entries)
            self._put(AS_RUN, batch.as_run)
            if batch.snapshot:
                self._put(SNAPSHOTS, [batch.snapshot])
                self._connection.execute(sa.delete(SNAPSHOTS).where(SNAPSHOTS.c.revision.not_in(_newest_snapshots())))
        self._begun = True

    def close(self) -> None:
        """Let go of the file. SQLite folds the write-ahead log into it, if the disk lets it."""
        with contextlib.suppress(sa.exc.SQLAlchemyError, sqlite3.Error):
            self._connection.close()
        self._engine.dispose()

    def _take_away_from(self, batch: Batch) -> None:
        revisions = [row["revision"] for row in batch.entries]
        if batch.snapshot:
            revisions.append(batch.snapshot["revision"] + 1)
        for table in (ENTRIES, SNAPSHOTS, AS_RUN) if revisions else ():
            self._connection.execute(sa.delete(table).where(table.c.revision >= min(revisions)))

    def _begin(self, path: Path, session: str, created_us: int) -> None:
        with self._connection.begin():
            TABLES.create_all(self._connection)
            known = self._connection.execute(sa.select(META.c.schema, META.c.session)).first()
            if known is None:
                row = {"schema": SCHEMA, "session": session, "created_us": created_us}
                self._connection.execute(sa.insert(META), row)
            elif known.schema != SCHEMA:
                raise ConsoleError(JOURNAL_OF_ANOTHER_VERSION(name=path.name, schema=known.schema, known=SCHEMA))
            elif known.session != session:
                raise ConsoleError(JOURNAL_OF_ANOTHER_SESSION(name=path.name))

    def _put(self, table: sa.Table, rows: Iterable[Row]) -> None:
        if rows := list(rows):
            self._connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def _newest_snapshots() -> sa.Select[Any]:
    return sa.select(SNAPSHOTS.c.revision).order_by(SNAPSHOTS.c.revision.desc()).limit(SNAPSHOTS_KEPT)


def _settle(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
