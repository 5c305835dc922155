"""Everything a person can do at the desk, by key and by button alike, and the map of it (F1).

An action makes its command when it is triggered, from the newest State; the same reducer that would refuse it in the
engine says beforehand why it cannot be done, so button, key and remote refuse for the same reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from console.model.command import Command
from widgets.icons import Icon, icon
from widgets.sheet import Meaning
from widgets.theme import Tokens

if TYPE_CHECKING:
    from widgets.desk import Desk, Undo

Wanted = Callable[[], Command | None]
"""What an action asks for now; None: nothing to ask for (nothing is selected)."""
WantedUndo = Callable[[], "Undo | None"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the map of keys."""

    group: str
    words: str
    keys: str


class Deed(QAction):
    """Something that can be done: its words, its icon, its key."""

    def __init__(self, owner: QWidget, words: str, icon_name: Icon, key: str, group: str, tokens: Tokens) -> None:
        """`owner`: while its window is in front the key works."""
        super().__init__(icon(icon_name, tokens), words, owner)
        self.group, self.key = group, key
        self._icon_name: Icon = icon_name
        self._tokens = tokens
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setAutoRepeat(False)
        if key:
            self.setShortcut(QKeySequence(key))
        owner.addAction(self)

    def icon_on(self, meaning: Meaning) -> QIcon:
        """The icon for a button filled with a meaning's colour."""
        if meaning in {"", "quiet"} or not self.isEnabled():
            return self.icon()
        return icon(self._icon_name, self._tokens, ink=getattr(self._tokens, f"{meaning}_ink"))

    def weigh(self) -> None:
        """Look anew whether it may be done."""


class Order(Deed):
    """A deed that asks the engine. Disabled, with the reason as its tip, while it would be refused."""

    def __init__(
        self,
        desk: "Desk",
        owner: QWidget,
        words: str,
        wanted: Wanted,
        *,
        undo: WantedUndo | None,
        look: tuple[Icon, str, str],
    ) -> None:
        """`look`: icon, key, group."""
        super().__init__(owner, words, *look, desk.tokens)
        self._desk, self._wanted, self._undo = desk, wanted, undo
        desk.changed.connect(self.weigh)
        self.triggered.connect(self._ask)
        self.weigh()

    def weigh(self) -> None:
        """Look anew whether it may be done, after a selection changed."""
        command = self._wanted()
        refusal = self._desk.why_not(command)
        self.setEnabled(command is not None and refusal is None)
        self.setToolTip(self.text() if refusal is None else f"{self.text()}: {self._desk.say(refusal)}")

    def _ask(self) -> None:
        command = self._wanted()
        if command is not None:
            self._desk.do(command, undo=self._undo() if self._undo is not None else None)


class Actions(QObject):
    """Makes actions and knows all of them."""

    def __init__(self, desk: "Desk") -> None:
        """None yet."""
        super().__init__(desk)
        self._desk = desk
        self._made: list[Deed] = []

    def command(
        self,
        owner: QWidget,
        words: str,
        wanted: Wanted,
        *,
        group: str,
        icon_name: Icon,
        key: str = "",
        undo: WantedUndo | None = None,
    ) -> Order:
        """An action that asks the engine."""
        made = Order(self._desk, owner, words, wanted, undo=undo, look=(icon_name, key, group))
        self._made.append(made)
        return made

    def deed(
        self, owner: QWidget, words: str, do: Callable[[], None], *, group: str, icon_name: Icon, key: str = ""
    ) -> Deed:
        """An action of the desk itself."""
        made = Deed(owner, words, icon_name, key, group, self._desk.tokens)
        made.triggered.connect(lambda _checked=False: do())
        self._made.append(made)
        return made

    def give_way(self, to: Deed, *, is_wanted: bool) -> None:
        """While one is wanted its key is its alone: Qt does nothing for a key that means two things."""
        for made in self._made:
            if made is not to and isValid(made) and made.key and made.key == to.key:
                made.setShortcut(QKeySequence("" if is_wanted else made.key))

    def lines(self) -> tuple[Line, ...]:
        """The map of keys, in the order in which the actions were made."""
        native = QKeySequence.SequenceFormat.NativeText
        self._made = [made for made in self._made if isValid(made)]
        return tuple(Line(made.group, made.text(), made.shortcut().toString(native)) for made in self._made)

    def clear(self) -> None:
        """Before the window is built anew."""
        self._made.clear()
