"""What holds for every window of the desk: words fit, no pointer is needed, and no slip changes the air."""

import re
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from console.model.commands import LoadPreview
from console.words.render import Language
from tests.gallery.rooms import rooms
from tests.support.fitting import misfits
from tests.support.walk import LANGUAGES, LARGE, SIZES, SMALL, Opened, opened, place, visible
from tests.support.walking_keys import (
    ENTER_ANSWERS,
    ON_AIR,
    focusable,
    name_of,
    pressed_everywhere,
    reached_by_tab,
    shortcuts,
    takes_text,
    wants_tab,
)
from widgets.desk import Undo
from widgets.frame.toasts import Toast
from widgets.parts.button import ActionButton
from widgets.producer.tally import Screen

EVERY = [(room, language) for room in rooms() for language in LANGUAGES]
ONCE = [(room, language) for room, language in EVERY if language == "en"]
"""What does not depend on the language is looked at in one."""


@pytest.fixture(autouse=True)
def _dressed() -> None:
    """The window that is open dressed the application already."""


@pytest.fixture(scope="module")
def one(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Opened]:
    room, language = cast("tuple[str, Language]", request.param)
    found = opened(room, language)
    yield found
    found.close()


def _name(param: object) -> str:
    return "-".join(cast("tuple[str, str]", param))


every = pytest.mark.parametrize("one", EVERY, ids=_name, indirect=True)
once = pytest.mark.parametrize("one", ONCE, ids=_name, indirect=True)


@every
def test_words_fit_at_each_size(one: Opened) -> None:
    found: set[str] = set()
    for size in SIZES:
        one.resize(size)
        for scene in one.scenes():
            where = f"{size[0]}x{size[1]}, {scene}"
            found |= {f"{where}: {short}" for widget in visible(one.window) for short in misfits(widget)}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("one", [pair for pair in EVERY if pair[0] == "producer"], ids=_name, indirect=True)
def test_the_word_of_a_tally_is_never_cut(one: Opened) -> None:
    for size in (SMALL, *SIZES):
        one.resize(size)
        screens = [found for found in one.window.findChildren(Screen) if found.isVisible()]
        assert len(screens) == 2
        assert [short for found in screens for short in misfits(found.chip)] == []


@once
def test_whatever_can_have_the_focus_says_what_it_is(one: Opened) -> None:
    one.resize(LARGE)
    nameless = {place(widget) for widget in focusable(one.window) if not name_of(widget).strip()}
    assert not nameless, "\n".join(sorted(nameless))


@once
def test_rows_are_read_aloud_in_words(one: Opened) -> None:
    one.resize(LARGE)
    for view in one.window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(3, model.rowCount() if model is not None else 0)):
            at = model.index(row, 0)
            words = at.data(Qt.ItemDataRole.AccessibleTextRole) or at.data(Qt.ItemDataRole.DisplayRole) or ""
            assert words, place(view)
            assert not re.match(r"\w+\(\w+=", words), f"{place(view)}: {words}"


@once
def test_only_text_takes_an_input_method(one: Opened) -> None:
    one.resize(LARGE)
    takes = Qt.WidgetAttribute.WA_InputMethodEnabled
    wrong = {place(widget) for widget in focusable(one.window) if widget.testAttribute(takes) != takes_text(widget)}
    assert not wrong, "\n".join(sorted(wrong))


@once
def test_tab_reaches_everything(one: Opened) -> None:
    one.resize(LARGE)
    wanted = {widget for widget in focusable(one.window) if wants_tab(widget)}
    missed = {f"{place(widget)} {name_of(widget)!r}" for widget in wanted - reached_by_tab(one.window)}
    assert not missed, "\n".join(sorted(missed))


@once
def test_space_and_enter_never_change_the_air(one: Opened) -> None:
    one.resize(LARGE)
    sent = {
        f"{key.name} on {place(widget)} {name_of(widget)!r}: {command}"
        for widget, key, command in pressed_everywhere(one)
        if isinstance(command, ON_AIR)
        and not (isinstance(widget, ENTER_ANSWERS[0]) and isinstance(command, ENTER_ANSWERS[1]))
    }
    assert not sent, "\n".join(sorted(sent))


@once
def test_no_key_means_two_things(one: Opened) -> None:
    """Also while something can be taken back, which a plan's undo gives way to."""
    one.desk.undoable.emit(Undo("Loaded", LoadPreview("close-up")))
    doubled = {keys: words for keys, words in shortcuts(one.window).items() if len(words) > 1}
    assert not doubled
    for toast in list(one.window.findChildren(Toast)):
        toast._end()


@once
def test_the_map_of_keys_has_words_for_everything(one: Opened) -> None:
    assert one.desk.actions.lines()
    assert all(line.words.strip() and line.group.strip() for line in one.desk.actions.lines())


@once
def test_every_button_that_changes_the_air_has_a_key(one: Opened) -> None:
    buttons = [found for found in one.window.findChildren(ActionButton) if found.property("size") == "air"]
    keyless = {f"{place(found)} {found.text()!r}" for found in buttons if found._action.shortcut().isEmpty()}
    assert not keyless, "\n".join(sorted(keyless))
