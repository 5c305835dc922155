"""A real seat on a screen of its own, watched from outside and, by what it notes, from inside."""

import contextlib
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Self

import msgspec
import psutil

from console.bench.desk_engine import RehearsingEngine
from console.errors import ConsoleError
from console.library.program import program
from console.link.probing import VARIABLE, Note, Wish
from console.words.bench import COMMAND_FAILED

OPEN_S = 40.0
LOOK_S = 1.0


class Watched(NamedTuple):
    """One stretch of time at a seat."""

    notes: tuple[Note, ...]
    seconds: float
    cpu_s: float
    rss_mb: tuple[float, ...]
    """Once a second."""


class MeasuredSeat:
    """A context; its end is `kill -9`, as that must not matter."""

    def __init__(self, engine: RehearsingEngine, display: str, wish: Wish) -> None:
        """`wish.notes` is a file that is not there yet."""
        self._engine, self._display, self._wish = engine, display, wish
        self._read = 0
        self.comments = set[str]()
        """Ids of all that came into its list, as far as it has noted it."""
        self.attached_s = 0.0
        """From its start until its window had painted the State."""
        self.attached_cpu_s = 0.0
        """Processor time of the same."""

    def __enter__(self) -> Self:
        """Start it and wait until it is attached; raises `ConsoleError`."""
        began_s, null = time.time(), subprocess.DEVNULL
        environment = {
            **self._engine.environment(),
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            VARIABLE: msgspec.json.encode(self._wish).decode(),
        }
        self._process = subprocess.Popen(
            program("desk", "--seat", "producer"), stdin=null, stdout=null, stderr=null, env=environment
        )
        try:
            self.attached_s = self._first().wall_s - began_s
            self.attached_cpu_s = _cpu_s(psutil.Process(self._process.pid))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Gone, at once."""
        self._process.kill()
        self._process.wait()

    def watch(self, seconds: float) -> Watched:
        """What happens from now on; raises `ConsoleError` if it ends."""
        process, rss = psutil.Process(self._process.pid), list[float]()
        self._notes()
        began_s, used_s = time.monotonic(), _cpu_s(process)
        while time.monotonic() < began_s + seconds:
            time.sleep(LOOK_S)
            if self._process.poll() is not None:
                raise ConsoleError(COMMAND_FAILED(name="honban", reason=str(self._process.returncode)))
            rss.append(process.memory_info().rss / 2**20)
        return Watched(self._notes(), time.monotonic() - began_s, _cpu_s(process) - used_s, tuple(rss))

    def _first(self) -> Note:
        deadline_s = time.monotonic() + OPEN_S
        while time.monotonic() < deadline_s and self._process.poll() is None:
            for note in self._notes():
                if note.status == "attached":
                    return note
            time.sleep(0.02)
        raise ConsoleError(COMMAND_FAILED(name="honban", reason=f"{OPEN_S:.0f} s"))

    def _notes(self) -> tuple[Note, ...]:
        """Since the last look."""
        with contextlib.suppress(FileNotFoundError):
            text = Path(self._wish.notes).read_bytes()[self._read :]
            whole = text[: text.rfind(b"\n") + 1]
            self._read += len(whole)
            notes = tuple(msgspec.json.decode(line, type=Note) for line in whole.splitlines())
            self.comments.update(*(note.comments for note in notes))
            return notes
        return ()


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def all_of(watched: Watched, of: Callable[[Note], tuple[float, ...]]) -> tuple[float, ...]:
    """What every note of a stretch has of it."""
    return tuple(one for note in watched.notes for one in of(note))
