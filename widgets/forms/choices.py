"""Values that are chosen, not written: yes or no, one of few, another thing of the show, a colour."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPixmap, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox, QToolButton

from widgets.forms.entry import NUMBER_PX, Entry, TextEntry, Unreadable
from widgets.forms.known import Known
from widgets.forms.numbers import plain
from widgets.forms.shape import GROUPS, Shape
from widgets.forms.words import choice_words
from widgets.keys import without_input_method
from widgets.parts.panel import row
from widgets.theme import ICON


class SwitchEntry(Entry):
    """Yes or no."""

    def __init__(self, words: str) -> None:
        """`words` stand beside the box."""
        super().__init__()
        self._box = QCheckBox(words)
        without_input_method(self._box)
        self.setFocusProxy(self._box)
        self.setLayout(row(self._box, None))
        self._box.clicked.connect(lambda _checked: self.left.emit())

    def show_value(self, value: Any) -> None:
        """Ticked: yes."""
        self._box.setChecked(bool(value))

    def value(self) -> Any:
        """True: yes."""
        return self._box.isChecked()


class Choosing(QComboBox):
    """A list to choose from that the wheel does not turn while a person scrolls past it."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.currentTextChanged.connect(self.setToolTip)  # What has no room is whole there.
        without_input_method(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls."""
        event.ignore()

    def offer(self, choices: Mapping[str, str]) -> None:
        """These, in their order; what is chosen stays so."""
        chosen = self.currentData()
        if [self.itemData(at) for at in range(self.count())] == [*choices] and all(
            self.itemText(at) == words for at, words in enumerate(choices.values())
        ):
            return
        self.clear()
        for value, words in choices.items():
            self.addItem(words, value)
            self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.choose(chosen)

    def choose(self, value: Any) -> None:
        """What is shown."""
        self.setCurrentIndex(self.findData(value))


class ChoiceEntry(Entry):
    """One of the few that there are."""

    def __init__(self, shape: Shape, known: Known) -> None:
        """Of a Literal."""
        super().__init__()
        self._box = Choosing()
        self._box.offer({value: choice_words(shape.key, value, known.desk.language) for value in shape.choices})
        self.setFocusProxy(self._box)
        self.setLayout(row(self._box, None))
        self._box.activated.connect(lambda _index: self.left.emit())

    def show_value(self, value: Any) -> None:
        """Its words."""
        self._box.choose(value)

    def value(self) -> Any:
        """As the model writes it."""
        return self._box.currentData()


class OneEntry(Entry):
    """Another thing of the show, or none."""

    def __init__(self, shape: Shape, known: Known) -> None:
        """Choices are those of the moment in which the list opens."""
        super().__init__()
        self._shape, self._known = shape, known
        self._box = Choosing()
        self._box.installEventFilter(self)
        self.setFocusProxy(self._box)
        self.setLayout(row(self._box))
        self._box.activated.connect(lambda _index: self.left.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew before somebody chooses."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress}:
            self._offer(self._box.currentData())
        return super().eventFilter(watched, event)

    def show_value(self, value: Any) -> None:
        """What people call it; a name that leads nowhere says so."""
        self._offer(value)
        self._box.choose(value)

    def value(self) -> Any:
        """Its id; empty: none."""
        return self._box.currentData() or ""

    def _offer(self, value: Any) -> None:
        choices = dict(self._known.choices(self._shape.names))
        none = {"": self.tr("— none —")} if self._is_free or not value else {}
        gone = {value: self._known.missing(value)} if value and value not in choices else {}
        self._box.offer({**none, **choices, **gone})

    @property
    def _is_free(self) -> bool:
        return bool(self._shape.default == "")


class DriverEntry(Entry):
    """The kind of a source or a graphic."""

    def __init__(self, shape: Shape, known: Known) -> None:
        """Of the kinds that are installed."""
        super().__init__()
        self._group, self._known = GROUPS[shape.key.partition(".")[0]], known
        self._box = Choosing()
        self.setFocusProxy(self._box)
        self.setLayout(row(self._box, None))
        self._box.activated.connect(lambda _index: self.left.emit())

    def show_value(self, value: Any) -> None:
        """Its title; one that is not installed says so."""
        choices = dict(self._known.drivers(self._group))
        self._box.offer(choices if value in choices else {**choices, value: self._known.missing(value)})
        self._box.choose(value)

    def value(self) -> Any:
        """Name of the driver."""
        return self._box.currentData()


class ColourEntry(TextEntry):
    """#RRGGBB, written or picked."""

    def __init__(self) -> None:
        """None yet."""
        super().__init__(width_px=NUMBER_PX, hint="#RRGGBB")
        self._picker: QColorDialog | None = None
        self._button = QToolButton()
        self._button.setAccessibleName(self.tr("Pick a colour"))
        self._button.setToolTip(self.tr("Pick a colour"))
        self._button.clicked.connect(self._pick)
        without_input_method(self._button)
        self._row.insertWidget(1, self._button)
        self.line.textChanged.connect(self._paint)

    def value(self) -> Any:
        """In capitals; three digits will do."""
        text = plain(self.line.text()).upper()
        colour = QColor(text if text.startswith("#") else f"#{text}")
        if len(text.lstrip("#")) not in {3, 6} or not colour.isValid():
            raise Unreadable(self.tr("Write a colour as #RRGGBB."))
        return colour.name().upper()

    def _paint(self, text: str) -> None:
        swatch = QPixmap(2 * ICON, ICON)
        swatch.fill(QColor(text) if QColor(text).isValid() else Qt.GlobalColor.transparent)
        self._button.setIcon(swatch)

    def _pick(self) -> None:
        """Not modal: nothing stands between a person and the air."""
        picker = QColorDialog(QColor(self.line.text()), self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setModal(False)
        picker.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        picker.colorSelected.connect(self._take)
        picker.show()

    def _take(self, colour: QColor) -> None:
        self.line.setText(colour.name().upper())
        self.left.emit()
