"""Every thing of the demo show has a form, and looking at it changes nothing."""

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from console.model.audio import Strip
from console.model.show import Show
from tests.support.busy import busy_state, planned_state
from tests.support.fake_line import desk_of
from widgets.plan.form_panel import FormPanel
from widgets.plan.pages import PAGES, Page
from widgets.plan.planning import Planning


def full(show: Show) -> Show:
    """The demo show, with something on every page."""
    strips = {"table": Strip(gain_db=-3.5, delay_ms=40), "bars": Strip(role="music")}
    return msgspec.structs.replace(show, audio=msgspec.structs.replace(show.audio, strips=strips))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_what_was_not_changed_is_not_sent(qtbot: QtBot, page: Page) -> None:
    state = planned_state()
    desk, line = desk_of(msgspec.structs.replace(state, show=full(state.show)))
    planning = Planning(desk)
    panel = FormPanel(planning)
    qtbot.addWidget(panel)
    panel.show()
    things = page.things(desk.state.show) if page.is_list else {"": None}
    assert things
    for key in things:
        planning.choose(page.key, key)
        assert panel.form is not None
        assert panel.form.fields
        for field in panel.form.fields.values():
            field.entry.left.emit()
            assert field.problem == "", (key, field.shape.key)
        panel.form.finish()
    assert line.sent == []


def test_the_busiest_minute_has_forms_too(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state(long_names=True))
    planning = Planning(desk)
    panel = FormPanel(planning)
    qtbot.addWidget(panel)
    for page in PAGES:
        planning.choose(page.key)
        if panel.form is not None:
            panel.form.finish()
    assert line.sent == []
