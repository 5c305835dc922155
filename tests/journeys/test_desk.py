"""What a person presses in an evening, from the first start to the end, on a real engine and a real server."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from console.cli.main import run
from console.library.vault import MemoryVault
from console.model import commands
from console.model.command import Command
from console.model.commands import AddComment
from console.model.entry import Entry, Event
from console.rehearsal.analyse import judge_file
from console.seat.pairing import paired
from tests.support import as_run
from tests.support.evening import go_live, has_leaked, keep_evening, open_evening
from tests.support.eventually import eventually
from tests.support.nginx import Nginx, free_port
from tests.support.person import START_S, House, Person
from tests.support.press import key, write
from tests.support.qt import qapp_cls
from tests.support.seat_program import SeatProgram
from widgets.parts.monitor import Monitor
from widgets.producer.answering import Answering
from widgets.producer.comments import CommentsPanel
from widgets.producer.offers import OffersPanel
from widgets.producer.products import ProductsPanel

__all__ = ["qapp_cls"]

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

QUESTION = "How hot should the water be?"
ANSWER = "70 degrees"
NOTE = "One more minute, then the tea"
PICTURES = 30
"""At least so many must have come to the server in the whole evening."""


def test_whoever_never_saw_it_is_on_air_in_rehearsal_by_one_click(qtbot: QtBot, tmp_path: Path) -> None:
    with House(qtbot, tmp_path / "home") as house, house.person() as person:
        person.press("Rehearse the demo show")
        person.until(lambda: person.state.session.on_air is not None, within_s=START_S)

        assert person.state.session.is_rehearsal
        assert person.reads("REHEARSAL")
        person.until(lambda: _pictures_in(person) > 0)
        person.until(lambda: len(person.state.comments) > 0)


def test_an_evening_from_the_first_start_to_its_end(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Nginx(tmp_path / "nginx", record=True) as ingest, House(qtbot, tmp_path / "home") as house:
        folder = keep_evening(ingest.server, monkeypatch, tmp_path / "keys.json")
        with house.person() as producer:
            open_evening(producer, folder)
            go_live(producer)
            _sell(producer)
            _go_through_the_rundown(producer)
            _answer(producer)
            with SeatProgram(tmp_path, "host") as host:
                _tell(producer, host)
            _end(producer)
        house.end_engine()
        judged = judge_file(ingest.recordings[0])
        done = _kinds(as_run.entries(house.home))

    assert judged.pictures.count > PICTURES
    assert judged.sound.gaps == 0
    assert done == [
        commands.StartSession,
        commands.Arm,
        commands.GoLive,
        commands.Explain,
        commands.ArmOffer,
        commands.StartOffer,
        commands.TakeNext,
        commands.TakePreview,
        commands.PinAnswer,
        commands.SendNote,
        commands.Arm,
        commands.EndSession,
    ]
    assert not has_leaked(house.home)


def test_closing_the_window_in_mid_show_leaves_the_show_alone_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with House(qtbot, tmp_path / "home") as house:
        with house.person() as person:
            person.press("Rehearse the demo show")
            person.until(lambda: person.state.session.on_air is not None, within_s=START_S)
            session = person.state.session.id
            person.window.close()
            leaving = person.seat.windows.leaving

            assert leaving is not None
            assert leaving.isVisible()
            assert "The rehearsal goes on" in {label.text() for label in leaving.findChildren(QLabel)}
            person.press("Back to the desk", within=leaving)
            person.until(lambda: person.seat.windows.leaving is None)
            assert person.window.isVisible()
        engine = house.engine
        assert engine is not None
        with house.person() as again:
            assert (again.state.session.id, again.state.session.phase) == (session, "rehearsal")
            assert again.seat.desk.snapshot.engine_pid == engine.pid
            again.until(lambda: _pictures_in(again) > 0)


def test_an_engine_that_nobody_needs_ends_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    with House(qtbot, tmp_path / "home") as house:
        house.start_engine("--alone", "8")
        with house.person() as person:
            engine = house.engine
            assert engine is not None
            assert person.seat.desk.snapshot.engine_pid == engine.pid
            person.window.close()
            assert person.seat.windows.leaving is None
        assert eventually(lambda: house.engine is None, within_s=30)


def test_a_seat_on_another_machine_comes_in_by_a_pairing_and_may_do_what_its_role_may(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = f"127.0.0.1:{free_port()}"
    with House(qtbot, tmp_path / "home") as house:
        house.start_engine("--listen", place)
        assert run(["pair", "--role", "tech", "--address", place]) == 0
        monkeypatch.setattr("sys.stdin", io.StringIO(capsys.readouterr().out))
        pairing = paired(f"wss://{place}", MemoryVault(), language="en")
        with house.person() as producer:
            producer.press("Rehearse the demo show")
            producer.until(lambda: producer.state.session.on_air is not None, within_s=START_S)
            with house.guest("producer", pairing) as guest:
                assert guest.state.session.id == producer.state.session.id
                guest.until(lambda: _pictures_in(guest) > 0)
                guest.seat.desk.do(commands.Explain("financier"))
                guest.until(lambda: guest.heard("link_role"))
                guest.seat.desk.do(commands.SendNote(NOTE))
                producer.until(lambda: producer.state.host.note is not None)
    assert producer.state.explaining.product == ""


def _sell(person: Person) -> None:
    products, offers = person.panel(ProductsPanel), person.panel(OffersPanel)
    person.choose(products, "tea")
    person.press("Explain", within=products)
    person.until(lambda: person.state.explaining.product == "tea")
    person.choose(offers, "tea")
    person.press("Arm", within=offers)
    person.until(lambda: person.state.selling.status("tea").phase == "armed")
    person.press("Start", within=offers)
    person.until(lambda: person.state.selling.status("tea").phase == "live")


def _go_through_the_rundown(person: Person) -> None:
    """The first segment by its own key, the second by Take: Preview came from Next."""
    person.sees("Next")
    person.key(Qt.Key.Key_F9)
    person.until(lambda: person.state.rundown.on_air == "hello" and person.state.rundown.next == "tea")
    person.sees("Take")
    person.key(Qt.Key.Key_F5)
    person.until(lambda: person.state.rundown.on_air == "tea")


def _answer(person: Person) -> None:
    """A comment that somebody passes on; its answer by Enter."""
    person.seat.desk.do(AddComment(QUESTION, "Hanako"))
    person.until(lambda: any(one.text == QUESTION for one in person.state.comments.values()))
    [comment] = (one.id for one in person.state.comments.values() if one.text == QUESTION)
    panel = person.panel(CommentsPanel)
    rows = person.choose(panel, comment)
    person.sees(f"1  {ANSWER}", within=panel)
    key(rows, Qt.Key.Key_Return)
    person.until(lambda: person.state.audience.pinned is not None)
    assert person.state.audience.pinned is not None
    assert person.state.audience.pinned.answer == ANSWER


def _tell(producer: Person, host: SeatProgram) -> None:
    host.shows(lambda shown: shown["status"] == "attached")
    fields = producer.panel(Answering).findChildren(QLineEdit)
    note = next(one for one in fields if one.accessibleName() == "Note to the host")
    write(note, NOTE)
    key(note, Qt.Key.Key_Return)
    producer.until(lambda: producer.state.host.note is not None)
    host.shows(lambda shown: NOTE in shown["words"])


def _end(person: Person) -> None:
    person.press("End…")
    person.hold("Hold: end", until=lambda: person.state.session.phase == "ended")
    person.until(lambda: person.reads("ENDED"))


def _kinds(entries: list[Entry]) -> list[type[Event]]:
    """What was commanded, in its order."""
    return [type(entry.event) for entry in entries if isinstance(entry.event, Command)]


def _pictures_in(person: Person) -> int:
    return sum(monitor.painted for monitor in person.window.findChildren(Monitor))
