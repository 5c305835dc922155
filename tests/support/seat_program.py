"""A seat in a process of its own, as a person starts it, and what it shows."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from console.library.paths import data_folder
from tests.support.eventually import eventually
from tests.support.house import ROOT

PATIENCE_S = 40.0


class SeatProgram:
    """Runs while inside its `with`; killed in the end. Its house is that of the test."""

    def __init__(self, beside: Path, kind: str = "producer") -> None:
        """What it says is kept in the folder `beside`."""
        self._kind = kind
        self._out, self._err = (beside / f"{kind}-{time.monotonic_ns()}.{name}" for name in ("out", "err"))
        settings = data_folder() / f"seat-{kind}.ini"
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("[General]\nlanguage=en\n")

    def __enter__(self) -> Self:
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.began_s = time.time()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.seat_main", self._kind],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                cwd=ROOT,
            )
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def kill(self) -> None:
        """As `kill -9`."""
        self._process.kill()
        self._process.wait(5)

    def close(self) -> str:
        """As a system that shuts down; what it said last."""
        self._process.terminate()
        self._process.wait(20)
        return self._err.read_text()

    @property
    def shown(self) -> list[dict[str, Any]]:
        """Everything that it showed so far, the newest last."""
        return [json.loads(line) for line in self._out.read_text().split("\n")[:-1] if line.startswith("{")]

    def shows(self, condition: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Wait until it shows this; the first time that it did."""
        found = eventually(lambda: any(map(condition, self.shown)), within_s=PATIENCE_S)
        assert found, (self.shown[-2:], self._err.read_text()[-2_000:])
        return next(one for one in self.shown if condition(one))
