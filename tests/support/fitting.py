"""Whether words have the room they need."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from tests.support.walk import place, seen_through
from widgets.parts.elided import Elided
from widgets.parts.elided_button import ElidedButton

SLACK_PX = 1
"""Widths are rounded."""
ICON_GAP_PX = 4
"""Qt's own, between a button's icon and its words."""


def misfits(widget: QWidget) -> list[str]:
    """What of a widget's words cannot be read whole; each says where."""
    return [f"{what}: {words!r} in {place(widget)}" for words, what in _misfits(widget)]


def _misfits(widget: QWidget) -> list[tuple[str, str]]:
    if isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QAbstractSpinBox):
        return []
    judge = next((found for kind, found in JUDGES.items() if isinstance(widget, kind)), None)
    return judge(widget) if judge is not None else []


def _of_elided(widget: QLabel | QAbstractButton) -> list[tuple[str, str]]:
    """Painting cuts it; what is cut is whole in the tip, and a few letters are left to know it by."""
    widget.grab()
    words = widget.accessibleName() if isinstance(widget, ElidedButton) else widget.text()
    needed, room = _width(widget, words), widget.contentsRect().width()
    is_cut = (widget.text() != words) if isinstance(widget, ElidedButton) else needed > room
    if is_cut and words not in widget.toolTip():
        return [(words, "cut, and no tip has the whole")]
    return [(words, f"nothing is left of it ({room} px)")] if is_cut and room < _width(widget, words[:3]) else []


def _of_label(label: QLabel) -> list[tuple[str, str]]:
    words = label.text()
    if not words or label.textFormat() == Qt.TextFormat.RichText:
        return []
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        return [(words, f"{high} px high in {label.height()}")] if high > label.height() + SLACK_PX else []
    return _within(label, words, label.contentsRect()) + _cut_off(label, words)


def _of_button(button: QAbstractButton) -> list[tuple[str, str]]:
    if not button.text() or (hasattr(button, "toolButtonStyle") and _is_icon_only(button)):
        return []
    words = button.text().replace("&", "")
    room = button.contentsRect()
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
        if not button.icon().isNull():
            room = room.adjusted(button.iconSize().width() + ICON_GAP_PX, 0, 0, 0)
        return _within(button, words, room) + _cut_off(button, words)
    needed = button.sizeHint().width()
    is_short = needed > button.width() + SLACK_PX
    return ([(words, f"{needed} px in {button.width()}")] if is_short else []) + _cut_off(button, words)


def _is_icon_only(button: QAbstractButton) -> bool:
    style = button.toolButtonStyle()  # type: ignore[attr-defined]
    return bool(style == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull())


def _of_choices(box: QComboBox) -> list[tuple[str, str]]:
    """Every choice, since any of them may stand there."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    every = [box.itemText(at) for at in range(box.count())]
    found = [short for words in every for short in _within(box, words, room)]
    return [] if found and box.toolTip() else found


def _of_tabs(bar: QTabBar) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for at in range(bar.count()):
        words, rect = bar.tabText(at).replace("&", ""), bar.tabRect(at)
        if _width(bar, words) > rect.width() and bar.tabToolTip(at) != words:
            found.append((words, f"{_width(bar, words)} px in a tab of {rect.width()}"))
        if rect.right() > bar.width():
            found.append((words, f"tab ends at {rect.right()} in a bar of {bar.width()}"))
    return found


def _of_field(field: QLineEdit) -> list[tuple[str, str]]:
    if field.text() or not field.placeholderText() or field.toolTip() == field.placeholderText():
        return []
    margins = field.textMargins()
    padding = field.sizeHint().width() - QLineEdit.sizeHint(field).width()
    room = field.contentsRect().adjusted(margins.left() + 8, 0, -margins.right() - 8 - padding, 0)
    return _within(field, field.placeholderText(), room)


def _of_number(box: QAbstractSpinBox) -> list[tuple[str, str]]:
    field = box.findChild(QLineEdit)
    assert field is not None
    return _within(field, field.text(), field.rect().adjusted(2, 0, -2, 0))


def _within(widget: QWidget, words: str, room: QRect) -> list[tuple[str, str]]:
    needed = QSize(_width(widget, words), widget.fontMetrics().height())
    if needed.width() > room.width() + SLACK_PX:
        return [(words, f"{needed.width()} px wide in {room.width()}")]
    return []


def _cut_off(widget: QWidget, words: str) -> list[tuple[str, str]]:
    """By the edge of what it stands in."""
    seen = seen_through(widget)
    if seen.width() < widget.width() - SLACK_PX:
        return [(words, f"only {seen.width()} of {widget.width()} px are seen")]
    return []


def _width(widget: QWidget, words: str) -> int:
    return max((widget.fontMetrics().horizontalAdvance(line) for line in words.split("\n")), default=0)


JUDGES: dict[type[QWidget], Callable[[Any], list[tuple[str, str]]]] = {
    Elided: _of_elided,
    ElidedButton: _of_elided,
    QLabel: _of_label,
    QAbstractButton: _of_button,
    QComboBox: _of_choices,
    QTabBar: _of_tabs,
    QLineEdit: _of_field,
    QAbstractSpinBox: _of_number,
}
"""The first that fits the kind of a widget judges it."""
