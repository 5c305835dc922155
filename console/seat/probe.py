"""A seat that is measured: looks at the window as a person would. For `honban bench desk` only."""

import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QWidget

from console.link.probing import Note, Wish
from console.link.snapshot import Snapshot
from console.seat.taking import Taking
from widgets.desk import Desk
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.monitor import Monitor
from widgets.producer.comment_list import CommentList

BEAT_MS = 5
STILL_MS = 2.0 * BEAT_MS
"""A loop that comes back later than this was busy, whether it painted or not."""
NOTE_MS = 1_000
TAKE_MS = 1_000
LEAST_MONITOR_PX = 160


class Probe(QObject):
    """Everything it does is on the GUI thread and is paid by the seat that it measures: so it does little."""

    def __init__(self, app: QApplication, desk: Desk, wish: Wish) -> None:
        """The window is there."""
        super().__init__(app)
        self._app, self._desk, self._wish = app, desk, wish
        self._window = next(one for one in app.topLevelWidgets() if isinstance(one, QMainWindow))
        self._window.setGeometry(0, 0, wish.width, wish.height)
        self._frames, self._frames_cpu = list[float](), list[float]()
        self._has_painted, self._beaten_s, self._used_s = False, time.perf_counter(), time.thread_time()
        self._is_attached = False
        """And has painted what it then knew."""
        self._rows = _Rows(self._window, desk)
        self._beside = _beside(desk, wish) if wish.monitors else None
        self._taking = Taking(desk, wish.scenes, self._press)
        self._window.installEventFilter(self)
        self._every(BEAT_MS, self._beat)
        self._every(NOTE_MS, self._note)
        if wish.scenes:
            self._every(TAKE_MS, self._taking.go_on)
        self._window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to paint what has changed."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._has_painted = True
        return super().eventFilter(watched, event)

    def _every(self, interval_ms: int, do: object) -> None:
        timer = QTimer(self, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(do)
        timer.start()

    def _beat(self) -> None:
        now_s, used_s = time.perf_counter(), time.thread_time()
        busy_ms = (now_s - self._beaten_s) * 1_000
        if self._has_painted or busy_ms > STILL_MS:
            self._frames.append(round(busy_ms, 2))
            self._frames_cpu.append(round((used_s - self._used_s) * 1_000, 2))
        is_first = not self._is_attached and self._has_painted and self._desk.snapshot.status == "attached"
        self._has_painted, self._beaten_s, self._used_s = False, now_s, used_s
        if is_first:
            self._is_attached = True
            self._note()
        self._taking.look(self._program())

    def _press(self) -> None:
        self._window.activateWindow()
        QTest.keyClick(self._window, Qt.Key.Key_F5)

    def _monitors(self) -> list[Monitor]:
        """As large as somebody watches them, not the tiles of scenes."""
        tops = [self._window] if self._beside is None else [self._window, self._beside]
        found = [one for top in tops for one in top.findChildren(Monitor)]
        return [one for one in found if one.isVisible() and one.width() >= LEAST_MONITOR_PX]

    def _program(self) -> Monitor | None:
        return next((one for one in self._monitors() if one.name == "program"), None) if self._taking.waits else None

    def _note(self) -> None:
        snapshot: Snapshot = self._desk.snapshot
        note = Note(
            wall_s=time.time(),
            status=snapshot.status,
            frames_ms=tuple(self._frames),
            frames_cpu_ms=tuple(self._frames_cpu),
            visible_ms=tuple(self._rows.visible_ms),
            comments=tuple(self._rows.came),
            pictures={f"{one.name} {number}": one.painted for number, one in enumerate(self._monitors())},
            takes=self._taking.told(),
        )
        for kept in (self._frames, self._frames_cpu, self._rows.visible_ms, self._rows.came):
            kept.clear()
        with Path(self._wish.notes).open("ab") as file:
            file.write(msgspec.json.encode(note) + b"\n")


class _Rows(QObject):
    """When each comment came into the list, and when the list was painted with it."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self.visible_ms = list[float]()
        self.came = list[str]()
        self._desk, self._unseen = desk, list[int]()
        self._model: QAbstractItemModel | None = None
        for found in window.findChildren(CommentList)[:1]:
            self._model = found.model()
            self._model.rowsInserted.connect(self._inserted)
            found.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Painted: what came before is on the screen as soon as this paint is over."""
        if event.type() == QEvent.Type.Paint and self._unseen:
            seen, self._unseen = self._unseen, []
            QTimer.singleShot(0, lambda: self._painted(seen))
        return super().eventFilter(watched, event)

    def _inserted(self, _parent: object, first: int, last: int) -> None:
        if not isinstance(model := self._model, KeyedModel):
            return
        rows = [model.row_of(model.key_at(model.index(at, 0))) for at in range(first, last + 1)]
        self.came.extend(row.comment.id for row in rows if row is not None)
        if last - first < model.rowCount() - 1:  # Why: what was there before this seat came in did not come now.
            self._unseen.extend(row.comment.at_us for row in rows if row is not None)

    def _painted(self, seen: list[int]) -> None:
        now_us = self._desk.now().show_us
        self.visible_ms.extend((now_us - at_us) / 1_000 for at_us in seen)


def _beside(desk: Desk, wish: Wish) -> QWidget:
    """More monitors, as another window of this seat would show them."""
    beside = QWidget(None, Qt.WindowType.Tool)
    beside.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    layout = QHBoxLayout(beside)
    for name in wish.monitors:
        layout.addWidget(Monitor(desk, name))
    beside.resize(480, 400)
    beside.show()
    return beside
