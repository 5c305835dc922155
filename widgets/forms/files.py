"""Files and devices of the engine's machine: written, dropped, or chosen from what there is."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QToolButton

from console.errors import Message
from console.link.asking import Device, Devices
from widgets.forms.entry import Entry, TextEntry
from widgets.forms.known import Known
from widgets.forms.shape import Shape
from widgets.icons import icon
from widgets.parts.panel import row
from widgets.parts.thumbnails import Thumbnails
from widgets.theme import ICON

SIDE_PX = 64


class FileEntry(TextEntry):
    """A file of the show's folder by its name, with a small look at it where it is a picture."""

    brought = Signal(str)
    """Path of a file that was dropped or chosen. Who owns the field says what becomes of it."""

    def __init__(self, known: Known) -> None:
        """None yet."""
        super().__init__(hint=self.tr("Drop a file here"))
        self._thumbnails = Thumbnails(known.desk, self)
        self._thumbnails.arrived.connect(self._look)
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(SIDE_PX, SIDE_PX))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(self.tr("Picture"))
        self._choose = QToolButton()
        self._choose.setIcon(icon("folder", known.desk.tokens))
        self._choose.setIconSize(QSize(ICON, ICON))
        self._choose.setToolTip(self.tr("Choose a file…"))
        self._choose.setAccessibleName(self._choose.toolTip())
        self._choose.clicked.connect(self._ask)
        self._row.addWidget(self._choose)
        self._row.addWidget(self._picture)
        self._picture.hide()
        self.setAcceptDrops(True)
        self.line.setAcceptDrops(False)

    def show_value(self, value: Any) -> None:
        """Its name, and a look at it as soon as the engine has sent one."""
        super().show_value(value)
        self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file of this machine."""
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first of them."""
        event.acceptProposedAction()
        self.brought.emit(local_files(event)[0])

    def take(self, path: str) -> None:
        """Name a file where it lies."""
        self.show_text(path)
        self.left.emit()

    def _look(self, _name: str = "") -> None:
        pixels = self._thumbnails.of(self.line.text()) if self.line.text() else None
        self._picture.setVisible(pixels is not None)
        if pixels is not None:
            size, keep = self._picture.size(), Qt.AspectRatioMode.KeepAspectRatio
            self._picture.setPixmap(pixels.scaled(size, keep, Qt.TransformationMode.SmoothTransformation))

    def _ask(self) -> None:
        """Not modal: nothing stands between a person and the air."""
        dialog = QFileDialog(self, self._choose.toolTip())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)
        dialog.fileSelected.connect(self.brought)
        dialog.show()


class DeviceEntry(Entry):
    """A camera, microphone or screen: one that is plugged in, or one that was written."""

    def __init__(self, known: Known, shape: Shape) -> None:
        """The engine is asked when somebody looks."""
        super().__init__()
        self._desk, self._shape = known.desk, shape
        self._is_asked = False
        self._box = QComboBox(editable=True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(16)
        self.setFocusProxy(self._box)
        self.setLayout(row(self._box))
        line = self._box.lineEdit()
        assert line is not None
        self._line = line
        line.textEdited.connect(lambda _text: self.touched.emit())
        line.editingFinished.connect(self.left)
        self._box.activated.connect(self._take)
        for watched in (self._box, line):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask what there is."""
        if event.type() == QEvent.Type.FocusIn and not self._is_asked:
            self._is_asked = True
            self._desk.ask(Devices(), self._offer, failed=self._stay)
        return super().eventFilter(watched, event)

    def show_value(self, value: Any) -> None:
        """As the settings keep it."""
        self._line.setText(str(value))

    def value(self) -> Any:
        """As the settings keep it."""
        return self._line.text()

    def _offer(self, devices: tuple[Device, ...] | None) -> None:
        kind, text = self._shape.key.partition(".")[0], self._line.text()
        self._box.clear()
        for device in devices or ():
            if device.kind == kind:
                self._box.addItem(device.name, device.settings.get(self._shape.name, device.key))
        self._box.setCurrentIndex(-1)
        self._line.setText(text)

    def _take(self, index: int) -> None:
        self._line.setText(str(self._box.itemData(index)))
        self.left.emit()

    def _stay(self, _problem: Message) -> None:
        """It can still be written."""
        self._is_asked = False


def local_files(event: QDragEnterEvent | QDropEvent, endings: tuple[str, ...] = ()) -> list[str]:
    """Paths of what is dragged; with these endings only, if any are named."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).is_file() and (not endings or path.lower().endswith(endings))]
