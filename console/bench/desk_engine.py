"""A real engine that rehearses the demo show, commanded over the link as a seat commands it."""

import contextlib
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any, Self

import msgspec
from msgspec.structs import replace

from console.errors import ConsoleError, Message
from console.library.lock import running_engine
from console.library.program import program
from console.library.show_file import demo_show_folder, load_show, save_show
from console.link.address import Address
from console.link.asking import Asking, OlderComments, OpenFolder
from console.link.client import Link
from console.link.pulse import Pulse
from console.model.command import Command
from console.model.commands import Arm, EndSession, GoLive, StartSession
from console.model.comment import Comment
from console.model.destination import Destination
from console.model.state import State
from console.words.bench import COMMAND_FAILED
from console.words.seat import ENGINE_IS_STARTING

PATIENCE_S = 40.0
END_S = 15.0
PAGE = 500


class RehearsingEngine:
    """A context: nothing of it is left behind."""

    def __init__(self, home: Path, *, comments_a_second: float | None) -> None:
        """`home`: an empty folder of its own. None: as many comments as usual."""
        self.home = home
        self._order: dict[str, Any] = {"resume": "never"}
        if comments_a_second is not None:
            self._order["comments_a_second"] = comments_a_second
        self._answers: dict[int, Message | None] = {}
        self._values: dict[int, Any] = {}
        self._link = Link(
            self._address,
            seat="bench",
            role="producer",
            answered=self._answers.__setitem__,
            replied=self._values.__setitem__,
        )

    def __enter__(self) -> Self:
        """Start it and open the show; raises `ConsoleError`."""
        null = subprocess.DEVNULL
        self._process = subprocess.Popen(
            program("engine", "--inner"), stdin=subprocess.PIPE, stdout=null, stderr=null, env=self.environment()
        )
        try:
            self._write(msgspec.json.encode(self._order))
            self._link.start()
            self._wait_for(lambda: self._link.snapshot.status == "attached")
            self.ask(OpenFolder(str(_show(self.home / "show"))))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End it in order, or at last by force."""
        self._link.close()
        with contextlib.suppress(OSError):
            self._write(b'{"close": true}')
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def environment(self) -> dict[str, str]:
        """For all that belongs to this engine."""
        return {**os.environ, "HONBAN_HOME": str(self.home)}

    @property
    def state(self) -> State:
        """The newest."""
        return self._link.snapshot.state or State()

    @property
    def show_us(self) -> int:
        """On the show clock, now."""
        return self._link.snapshot.at().show_us

    def stay(self, seconds: float) -> None:
        """Let it run; raises `ConsoleError` if it ends."""
        deadline_s = time.monotonic() + seconds
        while time.monotonic() < deadline_s:
            if self._process.poll() is not None:
                raise ConsoleError(COMMAND_FAILED(name="honban engine", reason=str(self._process.returncode)))
            time.sleep(0.2)

    def rehearse(self, session: str) -> None:
        """Start a session and go on air with it; returns when the first tick is over."""
        self.do(StartSession(session, rehearsal=True))
        self.do(Arm("go_live"))
        self.do(GoLive())
        self._wait_for(lambda: self.state.session.on_air is not None)

    def end(self) -> Pulse:
        """The figures of the session that runs, which ends with it."""
        self._link.watch((), pulse=True)
        began_us = self._link.snapshot.at().wall_us
        self._wait_for(lambda: self._link.snapshot.pulse.at.wall_us > began_us + 1_500_000)
        pulse = self._link.snapshot.pulse
        self._link.watch((), pulse=False)
        self.do(Arm("end"))
        self.do(EndSession())
        self._wait_for(lambda: not self.state.session.running)
        return pulse

    def comments(self) -> dict[str, Comment]:
        """All of this session that it has kept, by id."""
        found = dict(self.state.comments)
        while found:
            page: tuple[Comment, ...] = self.ask(OlderComments(next(iter(found)), limit=PAGE))
            found = {one.id: one for one in page} | found
            if len(page) < PAGE:
                break
        return found

    def do(self, command: Command) -> None:
        """Have it obeyed; raises `ConsoleError` if it is refused."""
        self._settled(self._link.send(command))

    def ask(self, asking: Asking) -> Any:
        """Its answer; raises `ConsoleError`."""
        number = self._link.ask(asking)
        self._settled(number)
        return self._values.pop(number, None)

    def _settled(self, number: int) -> None:
        self._wait_for(lambda: number in self._answers)
        problem = self._answers.pop(number)
        if problem is not None:
            raise ConsoleError(problem)

    def _address(self) -> Address:
        note = running_engine(self.home / "data")
        if note is None or not note.port:
            raise ConsoleError(ENGINE_IS_STARTING())
        return Address.here(port=note.port, token=note.token)

    def _write(self, line: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()

    def _wait_for(self, condition: Callable[[], bool]) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > deadline_s or self._process.poll() is not None:
                raise ConsoleError(COMMAND_FAILED(name="honban engine", reason=f"{PATIENCE_S:.0f} s"))
            time.sleep(0.02)


def _show(folder: Path) -> Path:
    """The demo show with one destination, so that it is encoded and sent; in a rehearsal to this machine only."""
    copytree(demo_show_folder(), folder)
    destination = Destination(name="Bench", server="rtmp://bench.invalid/live", key="bench")
    save_show(folder, replace(load_show(folder), destinations={"bench": destination}))
    return folder
