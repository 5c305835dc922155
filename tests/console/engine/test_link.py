"""Seats at a real engine: found by its note, kept through its death, paired from elsewhere, ended with the last."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from console.errors import ConsoleError
from console.library.lock import EngineNote, running_engine
from console.link.address import Address
from console.link.asking import LogTail
from console.link.client import Link
from console.link.pairing import read_pairing
from console.model.commands import AddComment, ForgetViewer, OpenShow, SetAnnouncement, StartSession
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.words.seat import ENGINE_IS_STARTING
from tests.support.eventually import eventually
from tests.support.house import ROOT

Environment = dict[str, str]
BARS = Scene(name="Bars", placements=(Placement(source="bars"),))


def environment(home: Path, **more: str) -> Environment:
    return {**os.environ, "HONBAN_HOME": str(home), "PYTHONPATH": str(ROOT), "HONBAN_LANGUAGE": "en", **more}


@contextmanager
def detached(home: Path, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    program = subprocess.Popen(
        [sys.executable, "-m", "console", "engine", "--detached", *arguments],
        stdin=subprocess.DEVNULL,
        env=environment(home),
        cwd=home,
    )
    try:
        yield program
    finally:
        program.terminate()
        program.wait(20)


def note(home: Path) -> EngineNote | None:
    found = running_engine(home / "data")
    return found if found is not None and found.port else None


def finder(home: Path) -> Callable[[], Address]:
    def find() -> Address:
        engine = note(home)
        if engine is None:
            raise ConsoleError(ENGINE_IS_STARTING())
        return Address.here(port=engine.port, token=engine.token)

    return find


@contextmanager
def seated(find: Callable[[], Address], **more: object) -> Iterator[Link]:
    link = Link(find, seat="test", role="producer", **more).start()  # type: ignore[arg-type]
    try:
        assert eventually(lambda: link.snapshot.status == "attached", within_s=30), link.snapshot
        yield link
    finally:
        assert link.close()


def test_a_seat_finds_its_engine_and_finds_it_again_when_it_was_killed(tmp_path: Path) -> None:
    problems: dict[int, object] = {}
    values: dict[int, tuple[str, ...]] = {}
    with (
        detached(tmp_path) as parent,
        seated(finder(tmp_path), answered=problems.__setitem__, replied=values.__setitem__) as seat,
    ):
        first, before = note(tmp_path), seat.snapshot.engine_pid
        number = seat.send(OpenShow(Show(title="本番")))
        assert eventually(lambda: number in problems)
        asked = seat.ask(LogTail(5))
        assert eventually(lambda: asked in values)
        assert any("test" in line for line in values[asked])
        assert first is not None
        assert first.token not in "".join(values[asked])
        os.kill(before, signal.SIGKILL)
        assert eventually(lambda: seat.snapshot.status == "lost")
        assert seat.snapshot.state is not None
        assert eventually(lambda: seat.snapshot.status == "attached", within_s=30)
        again = note(tmp_path)
        assert again is not None
        assert (again.port, again.token) == (first.port, first.token)
        assert seat.snapshot.engine_pid != before
        assert psutil.pid_exists(parent.pid)
        assert (tmp_path / "data" / "engine.json").stat().st_mode & 0o777 == 0o600


def test_a_seat_that_watches_gets_figures(tmp_path: Path) -> None:
    with detached(tmp_path), seated(finder(tmp_path)) as seat:
        seat.watch(["program", "source/nobody"])
        assert eventually(lambda: seat.snapshot.pulse.memory_mb > 0)
        assert seat.snapshot.pulse.at.wall_us > 0


def test_a_detached_engine_ends_when_nobody_needs_it(tmp_path: Path) -> None:
    code = (
        "import sys, console.cli.engine as engine; engine.ALONE_S = 0.5; from console.cli.main import run; "
        "sys.exit(run(['engine', '--detached']))"
    )
    program = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.DEVNULL, env=environment(tmp_path))
    assert program.wait(40) == 0
    assert running_engine(tmp_path / "data") is None


def test_a_seat_elsewhere_is_paired_by_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with detached(tmp_path, "--listen", f"127.0.0.2:{port}"):
        assert eventually(lambda: getattr(note(tmp_path), "public_port", 0) == port, within_s=30)
        shown = subprocess.run(
            [sys.executable, "-m", "console", "pair", "--role", "viewer", "--address", f"127.0.0.2:{port}"],
            capture_output=True,
            env=environment(tmp_path),
            check=True,
            timeout=30,
        )
        pairing = read_pairing(shown.stdout.decode())
        problems: dict[int, object] = {}
        link = Link(lambda: pairing.address, seat="away", role="viewer", answered=problems.__setitem__).start()
        assert eventually(lambda: link.snapshot.status == "attached")
        number = link.send(SetAnnouncement("ticker", "x"))
        assert eventually(lambda: number in problems)
        assert getattr(problems[number], "code", "") == "link_role"
        assert link.close()


@pytest.mark.parametrize("place", ["nonsense", "0.0.0.0:0", ""])
def test_a_place_to_listen_that_is_none_is_bad_input(tmp_path: Path, place: str) -> None:
    program = subprocess.run(
        [sys.executable, "-m", "console", "engine", "--listen", place or ":"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(tmp_path),
        check=False,
        timeout=30,
    )
    assert program.returncode == 2
    assert "0.0.0.0:4480" in program.stderr.decode()


def test_a_name_reaches_the_seat_beside_the_state_and_goes_when_its_viewer_is_forgotten(tmp_path: Path) -> None:
    with detached(tmp_path), seated(finder(tmp_path)) as seat:
        seat.send(
            OpenShow(Show(title="Names", sources={"bars": Source(name="Bars", kind="bars")}, scenes={"bars": BARS}))
        )
        seat.send(StartSession("names", rehearsal=True))
        seat.send(AddComment("いくらですか", name="山田"))
        assert eventually(lambda: "山田" in seat.snapshot.names.values(), within_s=20)
        [viewer] = [viewer for viewer, name in seat.snapshot.names.items() if name == "山田"]
        assert "山田" not in repr(seat.snapshot.state)
        seat.send(ForgetViewer(viewer))
        assert eventually(lambda: viewer not in seat.snapshot.names, within_s=20)
