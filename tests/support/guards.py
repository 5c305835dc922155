"""The guards around every test, as a pytest plugin: nothing left behind, nothing said unannounced, nobody called.

Environment is set before anything of the project is imported, so child processes have it too.
"""

import gc
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import leaks, loopback

PRIVATE_FOLDERS = {
    "TMPDIR": "tmp",
    "XDG_RUNTIME_DIR": "run",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CONFIG_HOME": "config",
}
"""Environment variable -> folder of this run that it names: no test writes into a person's own folders."""

HOME = "HONBAN_HOME"
"""Names the folder where the program keeps what it is told to keep; every test finds it empty."""

_ROOT = pytest.StashKey[Path]()
_WATCHES = pytest.StashKey[tuple[leaks.Watch, ...]]()


def pytest_configure(config: pytest.Config) -> None:
    """Settle the surroundings of the whole run."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())  # `tmp_path` stays where people look for it
    root = Path(tempfile.mkdtemp(prefix="honban-"))
    folders = {name: root / folder for name, folder in PRIVATE_FOLDERS.items()}
    for name, folder in folders.items():
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    os.environ[HOME] = str(root / "home")
    tempfile.tempdir = None
    config.stash[_ROOT] = root
    config.stash[_WATCHES] = leaks.watches(*folders.values())
    leaks.adopt_orphans()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the run's folders away."""
    shutil.rmtree(config.stash[_ROOT], ignore_errors=True)


class Announced:
    """The warnings a test says it will cause."""

    def __init__(self) -> None:
        self._patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        """A record of level WARNING or above that matches the regular expression must come, once or more."""
        self._patterns.append(pattern)

    def judge(self, heard: list[str]) -> list[str]:
        """What was heard and not announced, or announced and not heard, in words."""
        loud = [line for line in heard if not any(re.search(pattern, line) for pattern in self._patterns)]
        mute = [pattern for pattern in self._patterns if not any(re.search(pattern, line) for line in heard)]
        return [f"unannounced log: {line}" for line in loud] + [f"announced log never came: {p}" for p in mute]


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture
def expect_warning() -> Announced:
    """Announce a log of level WARNING or above: `expect_warning("no picture from")`."""
    return Announced()


@pytest.fixture(autouse=True)
def _quiet(expect_warning: Announced) -> Iterator[None]:
    ear = _Ear()
    logging.getLogger().addHandler(ear)
    yield
    logging.getLogger().removeHandler(ear)
    complain(expect_warning.judge(ear.heard))


@pytest.fixture(autouse=True)
def _loopback_only() -> Iterator[None]:
    left_for: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        loopback.guard(patch, left_for.append)
        yield
    complain([f"left this machine: {where}" for where in left_for])


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    known = leaks.children()
    home = Path(os.environ[HOME])
    if "qapp" in request.fixturenames:  # Why: windows are collected in their own thread, see widgets/garbage.py.
        gc.disable()
    with leaks.nothing_left(request.config.stash[_WATCHES]) as left:
        yield
    leaks.end_children(known)
    if home.exists():
        shutil.rmtree(home)
    if not gc.isenabled():
        gc.collect()
        gc.enable()
    complain([f"left behind: {name}" for name in left])


def complain(lines: list[str]) -> None:
    """Fail the running test with these lines, if there are any."""
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


Expect = Callable[[str], None]
"""Type of the fixture `expect_warning` as tests write it."""
