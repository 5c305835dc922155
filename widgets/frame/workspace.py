"""A workspace: a centre and panels around it, laid out for the size of the window and as its person left them."""

import zlib
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QMenu, QTabWidget, QWidget

from widgets.desk import Desk
from widgets.frame.hung import Hung, MakePanel
from widgets.frame.memory import Memory
from widgets.frame.shape import Group, Plans, Shape, Side, present, shape_of
from widgets.theme import GAP

AREAS: dict[Side, Qt.DockWidgetArea] = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
REMEMBER_MS = 500
SHARE = 1000


class Workspace(QMainWindow):
    """One of the window's pages. `panels` by key; `plans` by shape of the window, each naming panels by key."""

    def __init__(
        self,
        desk: Desk,
        memory: Memory,
        name: str,
        *,
        title: str,
        centre: QWidget,
        panels: Mapping[str, MakePanel],
        plans: Plans,
    ) -> None:
        """`name` is remembered on disk, `title` is read by people."""
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(title)
        self.name, self.title = name, title
        self._memory, self._plans = memory, plans
        self._shape: Shape | None = None
        self._hung = {key: Hung(key, make(desk), self) for key, make in panels.items()}
        self._version = zlib.crc32(" ".join(sorted(self._hung)).encode()) & 0x7FFF
        self._remembering = QTimer(self, interval=REMEMBER_MS, singleShot=True)
        self._remembering.timeout.connect(self.remember)
        self._tidying = QTimer(self, interval=0, singleShot=True)
        self._tidying.timeout.connect(self._tidy)
        self._furnish(centre)
        self._adopt((centre, *(hung.panel for hung in self._hung.values())))

    @property
    def shape(self) -> Shape | None:
        """How it is laid out now; None: it was not shown yet."""
        return self._shape

    @property
    def panels(self) -> dict[str, QWidget]:
        """All of them by key, closed ones too."""
        return {key: hung.panel for key, hung in self._hung.items()}

    def fill_menu(self, menu: QMenu) -> None:
        """One entry a panel, to close and open it, and one to lay all out anew."""
        for hung in self._hung.values():
            menu.addAction(hung.toggleViewAction())
        menu.addSeparator()
        reset = QAction(self.tr("Reset the layout"), menu)
        reset.triggered.connect(self.reset)
        menu.addAction(reset)

    def show_panel(self, key: str) -> None:
        """Open it, in front of other tabs; the focus goes to what matters in it."""
        hung = self._hung.get(key)
        if hung is not None:
            hung.show()
            hung.raise_()
            _first_in(hung.panel).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reset(self) -> None:
        """As it was in the beginning, at this size of the window."""
        if self._shape is not None:
            self._memory.keep_layout(self._place(self._shape), None)
            self._lay_out(self._shape)

    def remember(self) -> None:
        """Keep how the docks stand. Happens by itself soon after somebody moved one."""
        if self._shape is not None:
            self._memory.keep_layout(self._place(self._shape), self.saveState(self._version))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew where the window has become of another shape."""
        super().resizeEvent(event)
        window = self.window().size()
        shape = shape_of(window.width(), window.height())
        if shape != self._shape:
            if self._remembering.isActive():
                self._remembering.stop()
                self.remember()
            self._shape = shape
            self._lay_out(shape)
            self._restore(shape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock that is resized while a button of the pointer is down was resized by a person."""
        kind = event.type()
        if kind == QEvent.Type.Resize and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._remembering.start()
        return super().eventFilter(watched, event)

    def _furnish(self, centre: QWidget) -> None:
        self.setContentsMargins(GAP, GAP, GAP, GAP)
        self.setDockNestingEnabled(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, AREAS["bottom"])
        self.setCentralWidget(centre)
        for hung in self._hung.values():
            hung.installEventFilter(self)
            hung.dockLocationChanged.connect(self._moved)
            hung.topLevelChanged.connect(self._moved)
            hung.visibilityChanged.connect(self._tidying.start)
            hung.toggleViewAction().triggered.connect(self._moved)

    def _adopt(self, roots: Iterable[QWidget]) -> None:
        """A panel's keys work while it is closed or behind another tab, as long as its workspace is shown."""
        for root in roots:
            for widget in (root, *root.findChildren(QWidget)):
                self.addActions([action for action in widget.actions() if not action.shortcut().isEmpty()])

    def _moved(self, *_how: object) -> None:
        self._tidying.start()
        self._remembering.start()

    def _lay_out(self, shape: Shape) -> None:
        plan = present(self._plans[shape], frozenset(self._hung))
        for hung in self._hung.values():
            if hung.isFloating():
                hung.setFloating(False)
            self.removeDockWidget(hung)
        # Order matters: Qt cannot split what is a tab already, so every place is made before it gets its tabs.
        for group in plan:
            self._place_first(group)
        for group in plan:
            self._fill(group)
        self._share_out(plan)
        self._remembering.stop()
        self._tidying.start()

    def _place_first(self, group: Group) -> None:
        first = self._hung[group.panels[0]]
        if group.beside:
            self.splitDockWidget(self._hung[group.beside], first, Qt.Orientation.Horizontal)
        elif group.below:
            self.splitDockWidget(self._hung[group.below], first, Qt.Orientation.Vertical)
        else:
            self.addDockWidget(AREAS[group.side], first)
        first.show()

    def _fill(self, group: Group) -> None:
        first = self._hung[group.panels[0]]
        for key in group.panels[1:]:
            self.tabifyDockWidget(first, self._hung[key])
            self._hung[key].show()
        first.raise_()

    def _share_out(self, plan: tuple[Group, ...]) -> None:
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for side in AREAS:
            groups = [group for group in plan if group.side == side]
            docks = [self._hung[group.panels[0]] for group in groups]
            sized = [(dock, group.size_px) for dock, group in zip(docks, groups, strict=True) if group.size_px]
            self.resizeDocks(
                [dock for dock, _ in sized], [px for _, px in sized], down if side == "bottom" else across
            )
            shares = [group.share * SHARE for group in groups]
            self.resizeDocks(docks, shares, across if side == "bottom" else down)

    def _restore(self, shape: Shape) -> None:
        kept = self._memory.layout(self._place(shape))
        if kept is not None and not self.restoreState(kept, self._version):
            self._memory.keep_layout(self._place(shape), None)
        self._remembering.stop()

    def _tidy(self) -> None:
        for hung in self._hung.values():
            hung.set_tabbed(any(not other.isHidden() for other in self.tabifiedDockWidgets(hung)))

    def _place(self, shape: Shape) -> str:
        return f"{self.name}/{shape}"


def _first_in(panel: QWidget) -> QWidget:
    """What its person turns to: its own choice, its list, or itself."""
    return panel if panel.focusProxy() is not None else panel.findChild(QAbstractItemView) or panel
