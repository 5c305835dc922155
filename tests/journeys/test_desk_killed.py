"""A window that is killed in mid-show takes nothing along, and an engine that is killed is found again."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.rehearsal.analyse import judge_file
from tests.support.evening import go_live, keep_evening, open_evening
from tests.support.nginx import Nginx
from tests.support.person import START_S, House, Person
from tests.support.qt import qapp_cls
from tests.support.seat_program import SeatProgram
from widgets.frame.fault_bar import FaultBar
from widgets.parts.monitor import Monitor

__all__ = ["qapp_cls"]

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

BACK_WITHIN_S = 20.0
"""Until another window shows the show: 2 s are the aim, and the tests' machine has other things to do."""


@pytest.mark.alone
def test_a_window_that_is_killed_costs_no_picture_and_another_goes_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Nginx(tmp_path / "nginx", record=True) as ingest, House(qtbot, tmp_path / "home") as house:
        folder = keep_evening(ingest.server, monkeypatch, tmp_path / "keys.json")
        with SeatProgram(tmp_path) as window:
            window.shows(lambda shown: shown["status"] == "attached")
            with house.person() as person:
                open_evening(person, folder)
                go_live(person)
                session = person.state.session.id
            engine = house.engine
            assert engine is not None
            seen = window.shows(lambda shown: "ON AIR" in shown["words"] and shown["pictures"])
            window.kill()
        with SeatProgram(tmp_path) as again:
            back = again.shows(lambda shown: "ON AIR" in shown["words"])
            pictured = again.shows(lambda shown: "ON AIR" in shown["words"] and shown["pictures"])
            back_s, pictured_s = back["at"] - again.began_s, pictured["at"] - again.began_s
        assert (back["session"], back["engine"]) == (session, engine.pid) == (seen["session"], seen["engine"])
        with house.person() as person:
            late = _end(person)
        house.end_engine()
        judged = judge_file(ingest.recordings[0])
    with capsys.disabled():
        sys.stdout.write(f"\na new window shows the show after {back_s:.2f} s, pictures after {pictured_s:.2f} s\n")

    assert back_s <= BACK_WITHIN_S
    assert judged.pictures.count > 30
    assert judged.ticks.missing <= late
    assert judged.sound.gaps == 0


def test_an_engine_that_is_killed_is_said_to_be_gone_and_found_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Nginx(tmp_path / "nginx", record=True) as ingest, House(qtbot, tmp_path / "home") as house:
        folder = keep_evening(ingest.server, monkeypatch, tmp_path / "keys.json")
        with house.person() as person:
            open_evening(person, folder)
            go_live(person)
            monitors = person.window.findChildren(Monitor)
            person.until(lambda: any(monitor.painted > 5 for monitor in monitors) and _sent(person) > 30)
            before, engine = person.state.session, house.engine
            assert engine is not None
            engine.kill()

            person.until(lambda: person.seat.desk.snapshot.status == "lost")
            person.until(lambda: person.panel(FaultBar).chip.text() == "No link")
            person.until(lambda: any(one._said.startswith("Old picture") for one in monitors if one.isVisible()))
            assert "The show goes on without this window." in person.panel(FaultBar).words.text()
            assert (person.state.session, person.state.show.title) == (before, "Tea evening")

            person.until(lambda: person.seat.desk.snapshot.status == "attached", within_s=START_S)
            person.until(lambda: _sent(person) > 0 and _phases(person) == ["live"], within_s=START_S)
            assert (person.state.session.id, person.state.session.phase) == (before.id, "live")
            assert person.seat.desk.snapshot.engine_pid != engine.pid
            painted = sum(monitor.painted for monitor in monitors)
            person.until(lambda: sum(monitor.painted for monitor in monitors) > painted + 5)
            person.until(lambda: len(ingest.recordings) == 2)
            person.until(lambda: _sent(person) > 60)
            _end(person)
        house.end_engine()
        assert judge_file(ingest.recordings[1]).pictures.count > 30


def _sent(person: Person) -> int:
    """Pictures, since this engine began."""
    line = person.seat.desk.snapshot.pulse.destinations.get("shop")
    return 0 if line is None else line.pictures


def _phases(person: Person) -> list[str]:
    return [line.phase for line in person.state.destinations.values()]


def _end(person: Person) -> int:
    """The pictures that this machine had no time for, as long as the show lasted."""
    person.until(lambda: person.seat.desk.snapshot.pulse.composed > 0)
    person.press("End…")
    person.hold("Hold: end", until=lambda: person.state.session.phase == "ended")
    pulse = person.seat.desk.snapshot.pulse
    return pulse.repeated + pulse.skipped
