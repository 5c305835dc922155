"""A panel that can be moved, closed and made a tab. Its heading is the handle by which it is moved."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QScrollArea, QWidget

from widgets.desk import Desk
from widgets.parts.panel import Panel
from widgets.theme import GAP, PAD

MakePanel = Callable[[Desk], QWidget]
"""A panel's class, mostly."""
NARROWEST_PX, WIDEST_PX, LOWEST_PX = 160, 360, 72


class Hung(QDockWidget):
    """One panel in its place. Its heading is said once: in the handle, or on its tab."""

    def __init__(self, key: str, panel: QWidget, parent: QWidget) -> None:
        """`key` is remembered on disk; the title is the panel's accessible name."""
        super().__init__(panel.accessibleName(), parent)
        self.setObjectName(key)
        self.setAccessibleName(panel.accessibleName())
        self.panel = panel
        features = QDockWidget.DockWidgetFeature
        self.setFeatures(features.DockWidgetMovable | features.DockWidgetClosable | features.DockWidgetFloatable)
        self.setWidget(_Holder(panel))
        if isinstance(panel, Panel):
            self._take_handle(panel)

    def set_tabbed(self, is_tabbed: bool) -> None:  # noqa: FBT001 - a property
        """A tab says the title already."""
        if isinstance(self.panel, Panel):
            self.panel.title.setVisible(not is_tabbed and bool(self.panel.title.text()))

    def _take_handle(self, panel: Panel) -> None:
        handle, layout = panel.head_row, panel.layout()
        assert layout is not None
        layout.removeWidget(handle)
        layout.setContentsMargins(PAD, GAP // 2, PAD, PAD)
        panel.setProperty("part", "docked")
        panel.style().unpolish(panel)
        panel.style().polish(panel)
        handle.setProperty("part", "handle")
        handle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.head.setContentsMargins(PAD, GAP, PAD, GAP // 2)
        self.setTitleBarWidget(handle)


class _Holder(QScrollArea):
    """What is too high for its place scrolls; nothing scrolls sideways, and nothing makes the window larger."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = panel
        self.setWidget(panel)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel's words allow, within limits; as low as anybody likes."""
        wanted = self._panel.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(NARROWEST_PX, min(WIDEST_PX, wanted)), LOWEST_PX)
