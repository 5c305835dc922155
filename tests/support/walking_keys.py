"""A person who goes through a window by keys alone, and what is to be known of what they reach."""

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QWidget

from console.model.command import Command
from console.model.commands import (
    Arm,
    ArmOffer,
    EndExplaining,
    EndOffer,
    EndSession,
    Explain,
    ExtendOffer,
    FadeToBlack,
    GoLive,
    HideOverlay,
    OpenPrice,
    PinAnswer,
    PinComment,
    ShowOverlay,
    StartOffer,
    StartRecording,
    StartSession,
    StopRecording,
    TakeNext,
    TakePreview,
    UnpinComment,
    WithdrawOffer,
)
from tests.support.walk import Opened, settle, visible
from widgets.keys import TEXT
from widgets.producer.comment_list import CommentList

ON_AIR: tuple[type[Command], ...] = (
    *(Arm, GoLive, EndSession, StartSession, StartRecording, StopRecording),
    *(ArmOffer, StartOffer, OpenPrice, ExtendOffer, EndOffer, WithdrawOffer),
    *(TakePreview, TakeNext, FadeToBlack, Explain, EndExplaining, ShowOverlay, HideOverlay),
    *(PinComment, PinAnswer, UnpinComment),
)
"""What begins or ends a session, an offer, a recording, or changes what viewers see."""
ENTER_ANSWERS = (CommentList, PinAnswer)
"""The one list in which Enter does change the air: it pins the first answer."""
PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_TABS = 400


def focusable(window: QWidget) -> list[QWidget]:
    """What can have the focus now, by Tab, by a click or by a key."""
    return [
        one
        for one in visible(window)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isEnabled() and one.focusProxy() is None
    ]


def takes_text(widget: QWidget) -> bool:
    """Letters are written into it."""
    if isinstance(widget, TEXT):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


def name_of(widget: QWidget) -> str:
    """As a screen reader reads it."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def reached_by_tab(window: QWidget) -> set[QWidget]:
    """Everything on the way round, until it begins again."""
    seen: set[QWidget] = set()
    for _ in range(_MOST_TABS):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is None or at in seen:
            break
        seen.add(at)
    return seen


def wants_tab(widget: QWidget) -> bool:
    """A number's field is reached with its box, one of several choices with the one that is chosen."""
    if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not widget:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def pressed_everywhere(one: Opened) -> Iterator[tuple[QWidget, Qt.Key, Command]]:
    """Space and Enter on everything that can have the focus, and what was sent for it."""
    state = one.line.snapshot.state
    assert state is not None
    closing = QTimer(interval=0)
    closing.timeout.connect(_close_popups)
    closing.start()
    for widget in focusable(one.window):
        for key in PRESSING:
            if widget.isVisible():
                one.line.sent.clear()
                widget.setFocus()
                QTest.keyClick(widget, key)
                yield from ((widget, key, command) for command in list(one.line.sent))
        one.line.show(replace(state, revision=one.line.snapshot.state.revision + 1))  # type: ignore[union-attr]
    closing.stop()
    settle()


def shortcuts(window: QWidget) -> dict[str, set[str]]:
    """Words of the actions under each key of a window, in the room that is shown."""
    found: dict[str, set[str]] = {}
    for widget in (one for one in (window, *window.findChildren(QWidget)) if one.isVisible()):
        for action in widget.actions():
            for keys in action.shortcuts():
                if not action.text():
                    continue  # Qt's own, inside its fields.
                portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
                found.setdefault(portable, set()).add(f"{id(action)} {action.text()}")
    return found


def _close_popups() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
