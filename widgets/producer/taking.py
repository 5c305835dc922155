"""The row under the monitors: Take, Cut, Auto, how, and fade to black."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from console.model.commands import FadeToBlack, TakePreview
from console.model.scene import CUT
from console.model.state import State
from widgets.desk import Desk
from widgets.frame.memory import Memory
from widgets.parts.button import ActionButton
from widgets.producer.transitions import Transitions
from widgets.theme import GAP


class Taking(QFrame):
    """What changes Program. Take does what is chosen beside it; Cut never moves, Auto always does."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._desk = desk
        self.transitions = Transitions(memory)
        self.take, self.cut, self.auto = self._takes()
        self.black = self._black()
        self._layout()
        desk.bind(self, self._show_black, _is_black)

    def _takes(self) -> tuple[ActionButton, ActionButton, ActionButton]:
        command, group, chosen = self._desk.actions.command, self.tr("Picture"), self.transitions
        take = command(
            self, self.tr("Take"), lambda: TakePreview(chosen.wanted), group=group, icon_name="take", key="F5"
        )
        cut = command(self, self.tr("Cut"), lambda: TakePreview(CUT), group=group, icon_name="cut", key="F6")
        auto = command(
            self, self.tr("Auto"), lambda: TakePreview(chosen.moving), group=group, icon_name="auto", key="F7"
        )
        return (
            ActionButton(take, size="air", meaning="air"),
            ActionButton(cut, size="air"),
            ActionButton(auto, size="air"),
        )

    def _black(self) -> ActionButton:
        self._fade = self._desk.actions.command(
            self,
            self.tr("Fade to black"),
            lambda: FadeToBlack(not _is_black(self._desk.state)),
            group=self.tr("Picture"),
            icon_name="black",
            key="F8",
        )
        return ActionButton(self._fade, size="air")

    def _layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for button in (self.take, self.cut, self.auto):
            layout.addWidget(button)
        self.take.setMinimumWidth(96)
        layout.addWidget(self.transitions)
        layout.addStretch(1)
        layout.addWidget(self.black)

    def _show_black(self, is_black: bool) -> None:  # noqa: FBT001 - what the State says
        self._fade.setText(self.tr("Back from black") if is_black else self.tr("Fade to black"))
        self.black.set_meaning("armed" if is_black else "")


def _is_black(state: State) -> bool:
    return state.mix.fade.end_level == 0.0
