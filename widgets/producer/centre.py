"""The middle of the producer's workspace: Preview, Program, what changes them, and the scenes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.mixer.monitors import PREVIEW, PROGRAM
from console.model.state import State
from widgets.desk import Desk
from widgets.frame.memory import Memory
from widgets.producer.arranging import arranged
from widgets.producer.scenes import Scenes, tile_size
from widgets.producer.taking import Taking
from widgets.producer.tally import Screen
from widgets.sheet import Meaning
from widgets.theme import GAP

LEAST = QSize(360, 240)


class Centre(QWidget):
    """Takes what the panels leave."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        """`memory` keeps the transition that was chosen last."""
        super().__init__()
        self.setAccessibleName(self.tr("Preview and Program"))
        self.setMinimumSize(LEAST)
        self.screens = _Screens(desk)
        self.taking = Taking(desk, memory)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.screens, 1)
        layout.addWidget(self.taking)


class _Screens(QWidget):
    """Both monitors and the scenes, placed anew whenever the room is another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        none = self.tr("No picture. Begin with Rehearse, at the top.")
        self.preview, self.program = Screen(desk, PREVIEW, none), Screen(desk, PROGRAM, none)
        self.scenes = Scenes(desk)
        for part in (self.preview, self.program, self.scenes):
            part.setParent(self)
        desk.bind(self, self._show_preview, lambda state: (_name(state, state.mix.preview), state.session.running))
        desk.bind(self, self._show_program, lambda state: (_name(state, state.mix.program), state.session))
        desk.bind(self, lambda _: self._place(), lambda state: (_shape(state), len(state.show.scenes)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Monitors as large as they can be."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        state = self._desk.state
        found = arranged(self.size(), QSize(*_shape(state)), tile_size(state), scenes=len(state.show.scenes))
        self.preview.setGeometry(found.preview)
        self.program.setGeometry(found.program)
        self.scenes.setGeometry(found.scenes)

    def _show_preview(self, _found: object) -> None:
        state = self._desk.state
        is_there = state.session.running and state.mix.preview is not None
        self.preview.show_tally(self.tr("Preview"), "preview" if is_there else "", _name(state, state.mix.preview))

    def _show_program(self, _found: object) -> None:
        state = self._desk.state
        meaning: Meaning = "air" if state.session.running and state.mix.program is not None else ""
        name = _name(state, state.mix.program)
        self.program.show_tally(self._program_word(state), meaning, name, short=self.tr("Program"))

    def _program_word(self, state: State) -> str:
        if state.session.phase == "live":
            return self.tr("Program: on air")
        if state.session.running and state.session.is_rehearsal:
            return self.tr("Program: rehearsal")
        return self.tr("Program")


def _name(state: State, scene: str | None) -> str:
    known = state.show.scenes.get(scene or "")
    return known.name if known is not None else ""


def _shape(state: State) -> tuple[int, int]:
    """Of the canvas that Program is seen in: the first rendition's."""
    first = next(iter(state.show.renditions.values()), None)
    return (first.canvas.width, first.canvas.height) if first is not None else (720, 1280)
