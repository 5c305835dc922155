"""A destination that a person adds, types the key of, and goes live to, with nothing but the windows."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.library.paths import shows_folder
from tests.support.evening import KEY, TAIL, TITLE, evening_show, go_live, has_leaked, open_evening
from tests.support.folders import folder_of
from tests.support.keyring_file import environment
from tests.support.nginx import Nginx
from tests.support.person import House, Person
from tests.support.press import ALT, key, write
from tests.support.qt import qapp_cls
from widgets.plan.form_panel import FormPanel
from widgets.plan.pages_panel import PagesPanel
from widgets.plan.things_panel import ThingsPanel
from widgets.tech.destinations import DestinationsPanel

__all__ = ["qapp_cls"]

pytestmark = [pytest.mark.journey, pytest.mark.timeout(120)]


def test_a_destination_is_added_in_the_plan_and_its_key_stored_in_tech(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys.json"
    for name, value in environment(keys, {}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # where PulseAudio's client makes a folder
    with Nginx(tmp_path / "nginx") as ingest, House(qtbot, tmp_path / "home") as house:
        folder = folder_of(replace(evening_show(""), destinations={}), shows_folder() / "evening")
        with house.person() as person:
            open_evening(person, folder)
            _add(person, ingest.server)
            _store(person)
            person.key(Qt.Key.Key_1, ALT)
            go_live(person)
            person.until(lambda: [one.phase for one in person.state.destinations.values()] == ["live"])
        house.end_engine()
        assert list(json.loads(keys.read_text())["honban"].values()) == [KEY]
        assert not has_leaked(house.home)
        assert json.loads((folder / "show.json").read_text())["title"] == TITLE


def _add(person: Person, server: str) -> None:
    person.key(Qt.Key.Key_3, ALT)
    person.choose(person.panel(PagesPanel), "destinations")
    person.press("Add", within=person.panel(ThingsPanel))
    person.until(lambda: len(person.state.show.destinations) == 1)
    panel = person.panel(FormPanel)
    person.until(lambda: panel.form is not None and "server" in panel.form.fields)
    assert panel.form is not None
    [field] = panel.form.fields["server"].entry.findChildren(QLineEdit)
    field.selectAll()
    write(field, server)
    key(field, Qt.Key.Key_Return)
    person.until(lambda: [one.server for one in person.state.show.destinations.values()] == [server])


def _store(person: Person) -> None:
    person.key(Qt.Key.Key_2, ALT)
    panel = person.panel(DestinationsPanel)
    person.until(lambda: person.reads("Key not stored"))
    [card] = panel.cards.values()
    write(card.key.field, KEY)
    key(card.key.field, Qt.Key.Key_Return)
    person.until(lambda: person.reads(f"Key …{TAIL}"))
