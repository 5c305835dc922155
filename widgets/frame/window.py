"""The window of a seat: header, workspaces, health, faults; over them toasts, the map of keys and what was armed."""

from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.first.welcome import Welcome, is_wanted
from widgets.frame.confirming import Confirming
from widgets.frame.existing import exists
from widgets.frame.fault_bar import FaultBar
from widgets.frame.header import Header
from widgets.frame.health_bar import HealthBar
from widgets.frame.key_map import KeyMap
from widgets.frame.memory import Memory
from widgets.frame.toasts import Toasts
from widgets.frame.workspace import Workspace
from widgets.host.door import door_of
from widgets.icons import Icon, icon
from widgets.keys import without_input_method
from widgets.speech import other
from widgets.theme import GAP, LOWEST_WIDTH, PAD, SCALES

ROOMS: tuple[Icon, ...] = ("producer", "tech", "plan")
"""Workspaces in their order; each is `workspace(desk, memory)` of `widgets.<room>.workspace`. Also their icons."""
LEAST_PX = (900, 520)
"""Less than a screen of 1920x1080 has at 200 %."""


class Window(QMainWindow):
    """One seat's. It holds nothing that is true: it can be closed and built anew at any time."""

    def __init__(self, desk: Desk, memory: Memory, *, workspace: str = "producer") -> None:
        """Begins in the room named `workspace`."""
        super().__init__()
        self.setWindowTitle(self.tr("Honban"))
        self.setMinimumSize(*LEAST_PX)
        self._desk = desk
        self._stack, self._pages = QStackedWidget(), QStackedWidget()
        self._buttons: dict[str, QToolButton] = {}
        self.workspaces: dict[str, Workspace] = {}
        """Those that were made so far."""
        self._memory = memory
        self._later: list[str] = []
        self._furnishing = QTimer(self, interval=0, singleShot=True)
        self._furnishing.timeout.connect(self._furnish_next)
        self.header = Header(desk, self._chooser())
        self.health, self.faults = HealthBar(desk), FaultBar(desk)
        self._stand()
        self.confirming = Confirming(desk, self)
        self.toasts, self.key_map = Toasts(desk, self), KeyMap(desk, self)
        self._own_deeds()
        self.header.menu_wanted.connect(self._fill_menu)
        self.faults.place_wanted.connect(self.show_place)
        for bar in (self.header, self.health):
            bar.installEventFilter(self)
        self.show_workspace(workspace)
        for page in (self._stack, Welcome(desk)):
            self._pages.addWidget(page)
        desk.bind(self, lambda is_wanted: self._pages.setCurrentIndex(int(is_wanted)), is_wanted)
        self._furnishing.start()

    @property
    def workspace(self) -> str:
        """Name of the one that is shown."""
        shown = self._stack.currentWidget()
        return shown.name if isinstance(shown, Workspace) else ""

    def remember(self) -> None:
        """Keep how the panels stand, for a window like this one."""
        for workspace in self.workspaces.values():
            workspace.remember()

    def show_workspace(self, name: str) -> None:
        """Another room; one that there is not changes nothing."""
        self._furnish(name)
        if name in self.workspaces:
            self._stack.setCurrentWidget(self.workspaces[name])
        for key, button in self._buttons.items():
            button.setChecked(key == self.workspace)

    def show_place(self, room: str, panel: str) -> None:
        """A panel of a room, in front."""
        self.show_workspace(room)
        if room in self.workspaces:
            self.workspaces[room].show_panel(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over the window stays where it belongs; in a narrow one rooms are chosen by their signs."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        for button in self._buttons.values():
            is_narrow = self.width() < LOWEST_WIDTH
            button.setToolButtonStyle(style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextOnly)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bars have found their places, or others."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return super().eventFilter(watched, event)

    def _chooser(self) -> QWidget:
        chooser = QWidget()
        layout = QHBoxLayout(chooser)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        titles = self._titles()
        for number, name in enumerate(ROOMS, 1):
            if exists(f"widgets.{name}.workspace"):
                self._later.append(name)
                layout.addWidget(self._button(name, titles[name], f"Alt+{number}"))
        return chooser

    def _titles(self) -> dict[str, str]:
        return {"producer": self.tr("Producer"), "tech": self.tr("Tech"), "plan": self.tr("Plan")}

    def _furnish(self, name: str) -> None:
        """Make a room that is not made yet."""
        if name in self._later:
            self._later.remove(name)
            self.workspaces[name] = import_module(f"widgets.{name}.workspace").workspace(self._desk, self._memory)
            self._stack.addWidget(self.workspaces[name])

    def _furnish_next(self) -> None:
        """The window is seen first; then the rooms behind it are made, one at a time."""
        if self._later:
            self._furnish(self._later[0])
            self._furnishing.start()

    def _button(self, name: Icon, title: str, key: str) -> QToolButton:
        action = self._desk.actions.deed(
            self, title, lambda: self.show_workspace(name), group=self.tr("Window"), icon_name=name, key=key
        )
        button = QToolButton()
        button.setText(title)
        button.setIcon(icon(name, self._desk.tokens))
        button.setCheckable(True)
        button.setToolTip(f"{title}  [{action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}]")
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.show_workspace(name))
        without_input_method(button)
        self._buttons[name] = button
        return button

    def _stand(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.health)
        layout.addWidget(self.faults)
        self.setCentralWidget(centre)

    def _own_deeds(self) -> None:
        deed, group, desk = self._desk.actions.deed, self.tr("Window"), self._desk
        door = door_of(desk)
        door.attend(self)
        host = deed(self, self.tr("Host window"), door.turn, group=group, icon_name="host", key="F11")
        host.setShortcuts([QKeySequence("F11"), QKeySequence("Alt+4")])
        self._shared = (
            host,
            deed(self, self.tr("Map of keys"), self.key_map.toggle, group=group, icon_name="keys", key="F1"),
            deed(
                self,
                self.tr("日本語にする"),
                lambda: desk.choose(language=other(desk.language)),
                group=group,
                icon_name="language",
                key="Ctrl+M",
            ),
            deed(
                self,
                self.tr("Light look") if desk.look == "dark" else self.tr("Dark look"),
                lambda: desk.choose(look="light" if desk.look == "dark" else "dark"),
                group=group,
                icon_name="look",
                key="Ctrl+T",
            ),
        )

    def _fill_menu(self, menu: QMenu) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Workspace):
            panels = menu.addMenu(icon("producer", self._desk.tokens), self.tr("Panels"))
            shown.fill_menu(panels)
        menu.addActions(list(self._shared))
        self._fill_scales(menu.addMenu(icon("size", self._desk.tokens), self.tr("Scale")))

    def _fill_scales(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for percent in SCALES:
            action = menu.addAction(f"{percent} %", partial(self._desk.rescale, percent))
            action.setCheckable(True)
            action.setChecked(percent == self._desk.scale_percent)
            group.addAction(action)

    def _place(self) -> None:
        below = self.header.mapTo(self, QPoint(0, self.header.height()))
        self.confirming.move(self.width() - self.confirming.width() - PAD, below.y())
        bottom = self.health.mapTo(self, QPoint(0, 0)).y()
        self.toasts.setProperty("corner", QPoint(self.width() - PAD, bottom - GAP))
        self.toasts.settle()
        self.key_map.setGeometry(
            self.rect().adjusted(2 * PAD, below.y() + PAD, -2 * PAD, bottom - self.height() - PAD)
        )
