"""Everything a person can do at the desk, by key and by button alike, and the map of it (F1).

An action makes its command when it is triggered, from the newest State; the same reducer that would refuse it in the
engine says beforehand why it cannot be done, so button, key and remote refuse for the same reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from console.model.commands import Command
from widgets.icons import Icon, icon

if TYPE_CHECKING:
    from widgets.desk import Desk, Undo

Wanted = Callable[[], "Command | None"]
"""What an action asks for now; None: nothing to ask for (nothing is selected)."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the map of keys."""

    group: str
    words: str
    keys: str


class Actions(QObject):
    """Makes actions and knows all of them."""

    def __init__(self, desk: "Desk") -> None:
        """None yet."""
        super().__init__(desk)
        self._desk = desk
        self._made: list[tuple[str, QAction]] = []

    def command(
        self,
        owner: QWidget,
        words: str,
        wanted: Wanted,
        *,
        group: str,
        icon_name: Icon,
        key: str = "",
        undo: "Callable[[], Undo | None] | None" = None,
    ) -> QAction:
        """An action that asks the engine. Disabled with the reason as its tip while it would be refused."""
        action = self.deed(owner, words, lambda: self._ask(wanted, undo), group=group, icon_name=icon_name, key=key)

        def weigh() -> None:
            command = wanted()
            refusal = self._desk.why_not(command)
            action.setEnabled(command is not None and refusal is None)
            action.setToolTip(words if refusal is None else f"{words}: {self._desk.say(refusal)}")

        self._desk.changed.connect(weigh)
        owner.destroyed.connect(lambda: self._forget(action, weigh))
        weigh()
        action.setProperty("weigh", weigh)
        return action

    def deed(
        self, owner: QWidget, words: str, do: Callable[[], None], *, group: str, icon_name: Icon, key: str = ""
    ) -> QAction:
        """An action of the desk itself."""
        tokens = self._desk.tokens
        action = QAction(icon(icon_name, tokens), words, owner)
        action.setProperty("inked", lambda meaning: icon(icon_name, tokens, ink=getattr(tokens, f"{meaning}_ink")))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(False)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: do())
        owner.addAction(action)
        self._made.append((group, action))
        return action

    def weigh(self, action: QAction) -> None:
        """Look anew whether it may be done, after a selection changed."""
        weigh = action.property("weigh")
        if weigh is not None:
            weigh()

    def deeds(self) -> tuple[Deed, ...]:
        """The map of keys, in the order in which the actions were made."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(Deed(group, made.text(), made.shortcut().toString(native)) for group, made in self._made)

    def clear(self) -> None:
        """Before the window is built anew."""
        self._made.clear()

    def _ask(self, wanted: Wanted, undo: "Callable[[], Undo | None] | None") -> None:
        command = wanted()
        if command is not None:
            self._desk.do(command, undo=undo() if undo is not None else None)

    def _forget(self, action: QAction, weigh: Callable[[], None]) -> None:
        self._desk.changed.disconnect(weigh)
        self._made = [(group, made) for group, made in self._made if made is not action]
