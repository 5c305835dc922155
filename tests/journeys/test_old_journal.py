"""An engine goes on with a show that broke off just now; what broke off earlier does not go public by itself."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import psutil
import pytest
from msgspec.structs import replace

from console.model.commands import Command, GoLive, OpenShow, StartRecording, StartSession
from console.model.destination import Destination
from console.model.show import Show
from tests.support import as_run
from tests.support.arming import GO_LIVE
from tests.support.folders import SMALL, bars_show
from tests.support.keyring_file import environment
from tests.support.program import Program
from tests.support.rtmp_server import FaultyServer

pytestmark = pytest.mark.journey

REFERENCE, KEY = "one/key", "k3y-8842-abcd-efgh"
AGO_US = 125_000_000
"""A little more than the two minutes after which a show is not gone on with."""


@dataclass(frozen=True)
class Broken:
    """A show that broke off while it was live."""

    home: Path
    recordings: Path
    server: FaultyServer
    passwords: dict[str, str]

    def copy(self, name: str) -> Path:
        """The same home once more."""
        return Path(shutil.copytree(self.home, self.home.with_name(name)))

    def engine(self, home: Path) -> Program:
        """`honban engine` in that home."""
        return Program("engine", home=home, environment=self.passwords)

    def files(self) -> list[str]:
        """All recordings."""
        return sorted(path.name for path in self.recordings.iterdir())


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Broken]:
    """Live, recorded, and killed with its parent."""
    passwords = environment(tmp_path / "keyring.json", {"honban": {REFERENCE: KEY}})
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    with FaultyServer() as server:
        broken = Broken(tmp_path / "home", recordings, server, passwords)
        with broken.engine(broken.home) as program:
            commands = (
                OpenShow(_show(server)),
                StartSession("evening"),
                StartRecording(str(recordings / "evening.mkv")),
                *GO_LIVE,
            )
            for number, command in enumerate(commands, 1):
                _tell(program, number, command)
            server.wait_until(lambda: any(visit.tag_count > 60 for visit in server.live), seconds=40)
            program.until(lambda: program.state.recording.files, what="it is recorded")
            # Why: what was armed counts by the clock of the snapshot, and only entries and rows are aged below.
            program.until(lambda: _snapshot(broken.home) >= _live_since(program), what="a snapshot knows it live")
            _kill_both(program)
        server.wait_until(lambda: not server.live, seconds=10)
        yield broken


def _show(server: FaultyServer) -> Show:
    one = Destination(name="One", server=server.address, key=REFERENCE)
    show: Show = replace(bars_show(canvas=SMALL, kbps=1000), destinations={"one": one})
    return show


def _tell(program: Program, number: int, command: Command) -> None:
    program.say({"id": number, "command": msgspec.to_builtins(command)})
    program.until(lambda: number in _answers(program), within_s=40, what=f"an answer to {command}")
    assert _answers(program)[number] is None


def _answers(program: Program) -> dict[int, Any]:
    """The refusal by the number of the command; None where there is none."""
    return {said["id"]: said.get("refused") for said in program.said if said["type"] == "answer"}


def _kill_both(program: Program) -> None:
    """As when the power fails: nobody starts anybody again, nobody is asked to end."""
    engine, parent = program.engine, psutil.Process(program.pid)
    parent.suspend()
    engine.kill()
    parent.kill()
    assert not psutil.wait_procs([engine], timeout=5)[1]


def _sessions(program: Program) -> list[dict[str, Any]]:
    """What the engine said of the session, oldest first."""
    return [said["session"] for said in program.said if said["type"] == "news"]


def _age(home: Path) -> None:
    """Make the journal as old as if the engine had been away for longer."""
    with _opened(as_run.journals(home)[-1]) as connection:
        for table in ("entries", "snapshots"):
            connection.execute(f"UPDATE {table} SET wall_us = wall_us - {AGO_US}")


def _snapshot(home: Path) -> int:
    """Revision of the newest one."""
    with _opened(as_run.journals(home)[-1]) as connection:
        return int(connection.execute("SELECT coalesce(max(revision), -1) FROM snapshots").fetchone()[0])


def _live_since(program: Program) -> int:
    """Revision at which it went live."""
    return max(entry.revision for entry in as_run.entries(program.home) if isinstance(entry.event, GoLive))


@contextmanager
def _opened(journal: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(journal)
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def test_only_a_journal_of_just_now_puts_a_show_on_air_again(broken: Broken) -> None:
    fresh, old = broken.copy("fresh"), broken.copy("old")
    _age(old)
    visits, files = len(broken.server.visits), broken.files()

    with broken.engine(old) as program:
        program.until(lambda: _sessions(program), within_s=40, what="it says how it stands")
        program.until(lambda: any(said["type"] == "figures" for said in program.said), what="a second has passed")
        last, state = program.said, program.state
        program.hang_up()
        assert program.ended().code == 0
    assert {session["phase"] for session in _sessions(program)} == {"ended_unexpectedly"}
    assert not state.destinations["one"].wanted
    assert not state.recording.wanted
    assert [notice.message.code for notice in state.notices] == ["session_lost"]
    assert all(said["on_air_at"] is None or not said["frames_composed"] for said in last if said["type"] == "figures")
    assert (len(broken.server.visits), broken.files()) == (visits, files)

    with broken.engine(fresh) as program:
        broken.server.wait_until(lambda: any(visit.tag_count > 10 for visit in broken.server.live), seconds=40)
        assert program.state.session.id == "evening"
        assert program.state.session.running
        program.until(lambda: len(broken.files()) > len(files), what="it is recorded again")
