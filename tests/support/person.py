"""Somebody at a real seat: its windows in this process, its engine in others, and hands that press what is there."""

import contextlib
import gc
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeVar

import psutil
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.library.lock import EngineNote, running_engine
from console.library.paths import data_folder, log_folder
from console.library.program import program
from console.link.address import Address
from console.link.pairing import Pairing
from console.link.roles import Role
from console.model.state import State
from console.seat.finding import Nearest
from console.seat.memory import Memory
from console.seat.seat import Kind, Seat
from tests.support.eventually import eventually
from tests.support.guards import HOME
from tests.support.press import click
from tests.support.qt import dress
from widgets.garbage import collect_here
from widgets.parts.keyed_model import KeyedModel

W = TypeVar("W", bound=QWidget)
PATIENCE_S = 20.0
START_S = 60.0
"""Until an engine can be reached and a show is on air, on a machine that has other things to do."""
END_S = 25.0


class Person:
    """Sits at the seat while inside its `with`; leaving it closes the window only."""

    def __init__(self, qtbot: QtBot, kind: Kind, find: Callable[[], Address], *, role: Role | None = None) -> None:
        """The seat speaks English."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._bot = qtbot
        memory = Memory(data_folder(), kind)
        memory.language = "en"
        self.seat = Seat(app, kind, memory, find=find, role=role)
        self._said: list[Message] = []
        self.seat.desk.said.connect(self._said.append)

    def __enter__(self) -> Self:
        self._owner = QObject()
        collect_here(self._owner)
        self.seat.open()
        self.window.resize(1920, 1080)
        self.come_to_front()
        self.until(lambda: self.seat.desk.snapshot.status == "attached", within_s=START_S)
        return self

    def __exit__(self, *_: object) -> None:
        self.seat.close()
        self._owner.deleteLater()
        gc.unfreeze()
        gc.enable()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        dress()

    @property
    def window(self) -> QWidget:
        """That which is open."""
        assert self.seat.windows.window is not None
        return self.seat.windows.window

    @property
    def state(self) -> State:
        """As this seat knows it."""
        return self.seat.desk.state

    def come_to_front(self) -> None:
        """Keys reach the window that is in front. Without a screen a tip that goes leaves none there."""
        with self._bot.waitActive(self.window):
            self.window.activateWindow()

    def until(self, condition: Callable[[], object], *, within_s: float = PATIENCE_S) -> None:
        """Wait while the window lives on. Fails with what stands at the desk."""
        try:
            self._bot.waitUntil(lambda: bool(condition()), timeout=round(within_s * 1000))
        except QtTimeoutError:
            raise AssertionError(self._story(within_s)) from None

    def sees(self, words: str, *, within: QWidget | None = None) -> QAbstractButton:
        """Wait for a button that says so and can be pressed."""
        root = within or self.window
        self.until(lambda: any(_says(one, words) for one in root.findChildren(QAbstractButton)))
        return next(one for one in root.findChildren(QAbstractButton) if _says(one, words))

    def reads(self, words: str) -> bool:
        """These words stand in the window just now."""
        return any(label.isVisible() and label.text() == words for label in self.window.findChildren(QLabel))

    def heard(self, code: str) -> bool:
        """The desk said a sentence of this code."""
        return any(message.code == code for message in self._said)

    def press(self, words: str, *, within: QWidget | None = None) -> None:
        """One click on the button that says so."""
        click(self.sees(words, within=within))

    def hold(self, words: str, until: Callable[[], object]) -> None:
        """Keep the button down until something has come of it, then let go."""
        held = self.sees(words)
        QTest.mousePress(held, Qt.MouseButton.LeftButton)
        try:
            self.until(until)
        finally:
            QTest.mouseRelease(held, Qt.MouseButton.LeftButton)

    def key(self, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and let go, wherever the focus is."""
        self.come_to_front()
        QTest.keyClick(QApplication.focusWidget() or self.window, pressed, modifiers)

    def panel(self, kind: type[W]) -> W:
        """The one of this kind."""
        [found] = self.window.findChildren(kind)
        return found

    def choose(self, panel: QWidget, key: str) -> QListView:
        """Click on the row of `key` in the panel's list, once it is there."""
        [rows] = [one for one in panel.findChildren(QListView) if isinstance(one.model(), KeyedModel)]
        model = rows.model()
        assert isinstance(model, KeyedModel)
        self.until(lambda: model.index_of(key).isValid())
        rows.scrollTo(model.index_of(key))
        click(rows.viewport(), rows.visualRect(model.index_of(key)).center())
        return rows

    def _story(self, waited_s: float) -> str:
        snapshot = self.seat.desk.snapshot
        said = [self.seat.desk.say(message) for message in self._said]
        log = log_folder() / "engine.log"
        written = log.read_text(errors="replace")[-2_000:] if log.exists() else ""
        return (
            f"not within {waited_s} s; link {snapshot.status} {snapshot.problem}; said {said}; "
            f"{self.state.show.title!r} {self.state.session}\n{self.state.rundown}\n{self.state.faults}\n{written}"
        )


def _says(one: QAbstractButton, words: str) -> bool:
    return one.text() == words and one.isVisible() and one.isEnabled()


class House:
    """Everything of the program is in `home` while inside its `with`; what runs there in the end is ended."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        """Nothing runs yet."""
        self.home = home
        self._bot = qtbot
        self._patch = pytest.MonkeyPatch()
        self._finders: list[Nearest] = []
        self._engines: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self._patch.setenv(HOME, str(self.home))
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.end_engine()
            for find in self._finders:
                find.is_coming()  # Why: whoever started a process has to look at its end.
            for engine in self._engines:
                engine.wait(END_S)
        finally:
            self._patch.undo()

    def person(self, kind: Kind = "producer") -> Person:
        """At a seat that starts the engine if there is none."""
        self._finders.append(Nearest(data_folder()))
        return Person(self._bot, kind, self._finders[-1])

    def guest(self, kind: Kind, pairing: Pairing) -> Person:
        """At a seat that came in by a pairing."""
        return Person(self._bot, kind, lambda: pairing.address, role=pairing.role)

    def start_engine(self, *options: str) -> None:
        """As a seat does, with further options."""
        command = program("engine", "--detached", *options)
        null = subprocess.DEVNULL
        self._engines.append(subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True))
        assert eventually(lambda: (note := self._note) is not None and note.port, within_s=START_S)

    @property
    def engine(self) -> psutil.Process | None:
        """That which runs; None if there is none."""
        note = self._note  # Why once: the next look may find none.
        with contextlib.suppress(psutil.Error):
            return None if note is None else psutil.Process(note.pid)
        return None

    @property
    def _note(self) -> EngineNote | None:
        return running_engine(data_folder())

    def end_engine(self) -> None:
        """As a system does that shuts down; what is left then is killed, and is wrong."""
        engine = self.engine
        if engine is None:
            return
        parent = engine.parent() or engine
        family = [parent, *parent.children(recursive=True)]
        parent.terminate()
        _, alive = psutil.wait_procs(family, timeout=END_S)
        for process in alive:
            process.kill()
        psutil.wait_procs(alive, timeout=5)
        assert not alive, f"did not end by itself: {alive}"
