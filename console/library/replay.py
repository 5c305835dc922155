"""What a journal still knows, read without changing it. Applying it belongs to `console.core`."""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from console.errors import ConsoleError
from console.library.as_run import AsRunRow
from console.library.journal_file import AS_RUN, ENTRIES, META, SNAPSHOTS
from console.model.entry import Entry, decode_event
from console.model.moment import At
from console.model.show import SCHEMA
from console.model.state import State
from console.words.library import (
    JOURNAL_OF_ANOTHER_VERSION,
    JOURNAL_UNREADABLE,
    JOURNAL_WITHOUT_AS_RUN,
    JOURNAL_WITHOUT_STATE,
)


@dataclass(frozen=True, slots=True)
class Recovered:
    """The end of a session, as far as it reached the disk."""

    session: str
    schema: int
    state: State
    """The newest snapshot. What it says of sources and destinations was true then."""
    entries: list[Entry]
    """What followed, without a gap: revisions state.revision + 1, + 2 …"""
    last_wall_us: int
    """Wall time of the last entry or snapshot: how long ago the engine ended."""
    last_at: At | None = None
    """The clocks at the last entry; None: there is none but in the snapshot."""


def recovered(path: Path) -> Recovered:
    """Read a journal, of a dead engine or of one that still writes.

    Raises `ConsoleError` if it is missing, damaged, empty or of another schema.
    """
    with _reading(path) as connection:
        return _read(connection, path.name)


def as_run(path: Path) -> list[AsRunRow]:
    """What was on air in a session, of whatever schema its journal is; raises `ConsoleError` like `recovered`."""
    with _reading(path) as connection:
        if not sa.inspect(connection).has_table(AS_RUN.name):
            raise ConsoleError(JOURNAL_WITHOUT_AS_RUN(name=path.name))
        columns = [AS_RUN.c[name] for name in AsRunRow.__struct_fields__]
        rows = connection.execute(sa.select(*columns).order_by(AS_RUN.c.revision, AS_RUN.c.number))
        return [msgspec.convert(dict(zip(AsRunRow.__struct_fields__, row, strict=True)), AsRunRow) for row in rows]


@contextmanager
def _reading(path: Path) -> Iterator[sa.Connection]:
    """A journal in one reading transaction; whatever is wrong with the file becomes a `ConsoleError`."""
    if not path.is_file():  # Why: SQLite would wait for ever on a pipe of that name.
        raise ConsoleError(JOURNAL_UNREADABLE(name=path.name, reason=os.strerror(errno.ENOENT)))
    engine = sa.create_engine("sqlite://", poolclass=sa.NullPool, creator=lambda: _opened(path))
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    except (sa.exc.SQLAlchemyError, sqlite3.Error, OSError, ValueError, TypeError, RecursionError) as error:
        raise ConsoleError(JOURNAL_UNREADABLE(name=path.name, reason=_reason(error))) from error
    finally:
        engine.dispose()


def _read(connection: sa.Connection, name: str) -> Recovered:
    meta = connection.execute(sa.select(META.c.schema, META.c.session)).first()
    if meta is None:
        raise ConsoleError(JOURNAL_WITHOUT_STATE(name=name))
    if meta.schema != SCHEMA:
        raise ConsoleError(JOURNAL_OF_ANOTHER_VERSION(name=name, schema=meta.schema, known=SCHEMA))
    state = _newest_state(connection, name)
    rows = connection.execute(
        sa.select(ENTRIES).where(ENTRIES.c.revision > state.revision).order_by(ENTRIES.c.revision)
    )
    entries = _unbroken(state.revision, rows)
    return Recovered(meta.session, meta.schema, state, entries, _last_wall_us(connection), _last_at(connection))


def _newest_state(connection: sa.Connection, name: str) -> State:
    """The newest snapshot that can be read; an older one does as well, since the entries after it are there too."""
    bodies = connection.execute(sa.select(SNAPSHOTS.c.body).order_by(SNAPSHOTS.c.revision.desc())).scalars().all()
    if not bodies:
        raise ConsoleError(JOURNAL_WITHOUT_STATE(name=name))
    for body in bodies[:-1]:
        try:
            return _state(body)
        except (ValueError, RecursionError):
            continue
    return _state(bodies[-1])


def _unbroken(revision: int, rows: Iterable[Any]) -> list[Entry]:
    """Entries up to the first gap: what comes after one would be applied to a State it never saw."""
    entries: list[Entry] = []
    for row in rows:
        if row.revision != revision + len(entries) + 1:
            break
        at = At(row.wall_us, row.show_us, row.media_us)
        entries.append(Entry(row.revision, at, decode_event(_bytes(row.body))))
    return entries


def _last_wall_us(connection: sa.Connection) -> int:
    """Of the last revision, not the latest time: the wall clock may have been set back."""
    last = [
        connection.execute(sa.select(table.c.revision, table.c.wall_us).order_by(table.c.revision.desc())).first()
        for table in (ENTRIES, SNAPSHOTS)
    ]
    _, wall_us = max((row.revision, row.wall_us) for row in last if row is not None)
    return int(wall_us)


def _last_at(connection: sa.Connection) -> At | None:
    """Of the newest entry, whether or not a snapshot covers it."""
    columns = ENTRIES.c.wall_us, ENTRIES.c.show_us, ENTRIES.c.media_us
    row = connection.execute(sa.select(*columns).order_by(ENTRIES.c.revision.desc())).first()
    return None if row is None else At(*row)


def _state(body: object) -> State:
    return msgspec.json.decode(_bytes(body), type=State)


def _bytes(body: object) -> bytes:
    return body if isinstance(body, bytes) else str(body).encode()


def _opened(path: Path) -> sqlite3.Connection:
    """Read-only. A file without a log has no writer: opened as immutable, not even an empty log appears beside it."""
    log = path.with_name(path.name + "-wal")
    options = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, timeout=1.0)


def _reason(error: Exception) -> str:
    if isinstance(error, sa.exc.DBAPIError):
        return str(error.orig)
    return str(error)[:200]
