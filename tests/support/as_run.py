"""What happened in a session, read from its journal while the program still writes it."""

import contextlib
import sqlite3
from pathlib import Path
from typing import TypeVar

from console.core.store import replayed
from console.errors import ConsoleError
from console.library.replay import recovered
from console.model.entry import Entry, Event, decode_event
from console.model.moment import At
from console.model.state import State

Kind = TypeVar("Kind", bound=Event)


def journals(home: Path) -> list[Path]:
    """All journals in a program's home, the newest last."""
    found = (home / "data" / "sessions").glob("*.journal")
    return sorted(found, key=lambda path: path.stat().st_mtime_ns)


def entries(home: Path) -> list[Entry]:
    """All entries of the newest journal; none if there is none yet."""
    known = journals(home)
    if not known:
        return []
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{known[-1].as_uri()}?mode=ro", uri=True, timeout=1.0)
        try:
            rows = connection.execute(
                "SELECT revision, wall_us, show_us, media_us, body FROM entries ORDER BY revision"
            ).fetchall()
        finally:
            connection.close()
        return [Entry(row[0], At(*row[1:4]), decode_event(_bytes(row[4]))) for row in rows]
    return []


def state(home: Path) -> State:
    """The newest State that reached the disk; an empty one before the first."""
    known = journals(home)
    if not known:
        return State()
    try:
        found = recovered(known[-1])
    except ConsoleError:
        return State()
    return replayed(found.state, found.entries)


def of(kind: type[Kind], among: list[Entry]) -> list[tuple[At, Kind]]:
    """The events of one kind with their times."""
    return [(entry.at, entry.event) for entry in among if isinstance(entry.event, kind)]


def _bytes(body: object) -> bytes:
    return body if isinstance(body, bytes) else str(body).encode()
