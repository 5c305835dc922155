"""The program as a person starts it: a process of its own with a home of its own, watched from outside.

What it did is read from where it says so: its output, its files, and the journal that it keeps of each session.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import psutil

from console.engine.figures import Figures
from console.model.entry import Entry
from console.model.state import State
from tests.support import as_run
from tests.support.house import ROOT

START_S = 40.0
"""Until a show is on air, on a machine that has other things to do."""
END_S = 20.0
LOOK_S = 0.02


@dataclass(frozen=True, slots=True)
class Ended:
    """What is left of a program that ran."""

    code: int
    out: str
    err: str

    @property
    def figures(self) -> Figures:
        """What `--json` printed."""
        return msgspec.json.decode(self.out.strip().splitlines()[-1], type=Figures)

    @property
    def late_ticks(self) -> int:
        """Pictures that this machine had no time for: they are missing everywhere, and nobody else is to blame."""
        return self.figures.frames_repeated + self.figures.frames_skipped


class Program:
    """Runs while inside its `with`; whatever is left of it then is killed.

    >>> with Program("stream", "--to", "-", "--json", home=home, lines=[place]) as show:  # doctest: +SKIP
    ...     show.on_air()
    ...     ended = show.end()
    """

    def __init__(
        self,
        *arguments: str | Path,
        home: Path,
        lines: Iterable[str] | None = None,
        environment: dict[str, str] | None = None,
    ) -> None:
        """`home` is made if need be; `lines` are typed into it and then nothing more; None: see `say`."""
        self.home = home
        self._arguments = [str(argument) for argument in arguments]
        self._lines = None if lines is None else "".join(f"{line}\n" for line in lines)
        self._environment = environment or {}
        self._process: subprocess.Popen[bytes] | None = None
        self._beside = home.with_name(f"{home.name}-program")
        self._family: dict[int, psutil.Process] = {}

    def __enter__(self) -> Self:
        """Start."""
        self._beside.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "HONBAN_HOME": str(self.home), "HONBAN_LANGUAGE": "en", **self._environment}
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "console", *self._arguments],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=err,
                env=environment,
                cwd=self._beside,
            )
        if self._lines is not None:
            self._type(self._lines)
            self.hang_up()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill all of it, children that lost their parent included."""
        self.family()
        for process in self._family.values():
            with contextlib.suppress(psutil.Error):
                process.kill()
        if self._process is not None:
            self._process.wait(5)
            self.hang_up()

    @property
    def pid(self) -> int:
        """Of the process that was started."""
        assert self._process is not None
        return self._process.pid

    @property
    def out(self) -> str:
        """Everything on standard output so far."""
        return self._out.read_text(encoding="utf-8", errors="replace")

    @property
    def err(self) -> str:
        """Everything on standard error so far."""
        return self._err.read_text(encoding="utf-8", errors="replace")

    @property
    def said(self) -> list[dict[str, Any]]:
        """The whole lines of JSON on standard output so far."""
        return [json.loads(line) for line in self.out.split("\n")[:-1] if line.startswith("{")]

    @property
    def log(self) -> str:
        """What the engine wrote into its log."""
        file = self.home / "log" / "engine.log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    @property
    def entries(self) -> list[Entry]:
        """Everything in the newest session's journal, as far as it reached the disk."""
        return as_run.entries(self.home)

    @property
    def state(self) -> State:
        """The newest State, as far as it reached the disk."""
        return as_run.state(self.home)

    def say(self, message: dict[str, Any]) -> None:
        """Type one line of JSON."""
        self._type(json.dumps(message) + "\n")

    def hang_up(self) -> None:
        """Nothing more is typed."""
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def on_air(self) -> None:
        """Wait for tick 0."""
        self.until(lambda: self.state.session.on_air is not None, within_s=START_S)

    def on_air_for(self, seconds: float) -> None:
        """Wait until tick 0 is so long ago."""
        self.on_air()
        on_air = self.state.session.on_air
        assert on_air is not None
        self.until(lambda: time.time() >= on_air.wall_us / 1e6 + seconds, within_s=seconds + 5)

    def until(self, condition: Callable[[], object], *, within_s: float = 20.0, what: str = "") -> float:
        """Wait for a condition; the seconds it took. Fails with what the program said if it ends or takes longer."""
        began = time.monotonic()
        while not condition():
            waited_s = time.monotonic() - began
            if self._process is not None and self._process.poll() is not None and not condition():
                raise AssertionError(f"the program ended ({self._process.returncode}) {what}\n{self._story()}")
            assert waited_s < within_s, f"not within {within_s} s: {what}\n{self._story()}"
            time.sleep(LOOK_S)
        return time.monotonic() - began

    def end(self) -> Ended:
        """Ask it to end, as Ctrl-C and `kill` do, and wait."""
        self.family()
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self.ended()

    def ended(self, *, within_s: float = END_S) -> Ended:
        """Wait for its own end. Fails if one of its children outlives it."""
        assert self._process is not None
        self.family()
        try:
            code = self._process.wait(within_s)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end within {within_s} s\n{self._story()}") from None
        _, alive = psutil.wait_procs(list(self._family.values()), timeout=3)
        left = [process for process in alive if _runs(process)]
        assert not left, f"outlived the program: {left}"
        return Ended(code, self.out, self.err)

    def family(self) -> list[psutil.Process]:
        """The program and all its children that run now."""
        with contextlib.suppress(psutil.Error):
            this = psutil.Process(self.pid)
            for process in (this, *this.children(recursive=True)):
                self._family[process.pid] = process
        return [process for process in self._family.values() if _runs(process)]

    @property
    def engine(self) -> psutil.Process:
        """The engine that runs now; fails if there is none."""
        return self._only("engine", lambda process: "--inner" in process.cmdline())

    @property
    def painter(self) -> psutil.Process:
        """The child that paints: the only one with Qt in its memory."""
        return self._only("painter", lambda process: _maps(process, "Qt6Gui"))

    @property
    def recorder(self) -> psutil.Process:
        """The child that has the recording open."""
        return self._only("recorder", lambda process: _holds(process, ".mkv"))

    @property
    def camera(self) -> psutil.Process:
        """The child that has the film `camera.mp4` open, which plays the camera."""
        return self._only("camera", lambda process: _holds(process, "/camera.mp4"))

    def has(self, name: str, *, beside: int = 0) -> bool:
        """A process of this name runs whose number is not `beside`."""
        with contextlib.suppress(LookupError):
            found: psutil.Process = getattr(self, name)
            return found.pid != beside
        return False

    def _only(self, name: str, is_it: Callable[[psutil.Process], bool]) -> psutil.Process:
        found = []
        for process in self.family():
            with contextlib.suppress(psutil.Error, OSError):
                if is_it(process):
                    found.append(process)
        if len(found) != 1:
            raise LookupError(f"{len(found)} processes are the {name}")
        return found[0]

    def _type(self, text: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(text.encode())
        self._process.stdin.flush()

    @property
    def _out(self) -> Path:
        return self._beside / "out.txt"

    @property
    def _err(self) -> Path:
        return self._beside / "err.txt"

    def _story(self) -> str:
        events = "\n".join(f"{entry.revision} {entry.event!r}"[:400] for entry in self.entries[-40:])
        return f"out: {self.out[-1500:]}\nerr: {self.err[-1500:]}\nlog: {self.log[-1500:]}\njournal:\n{events}"


def _runs(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False


def _holds(process: psutil.Process, ending: str) -> bool:
    return any(file.path.endswith(ending) for file in process.open_files())


def _maps(process: psutil.Process, name: str) -> bool:
    return name in Path(f"/proc/{process.pid}/maps").read_text(errors="replace")
