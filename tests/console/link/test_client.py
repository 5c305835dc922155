"""A seat at a real server: it attaches, loses it, attaches again, and never troubles its window."""

import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from console.errors import ConsoleError, Message
from console.link.address import Address
from console.link.client import Link
from console.link.server import Place
from console.media.picture import flat
from console.media.ring import RingWriter
from console.model.commands import LoadPreview, OpenShow, SetAnnouncement
from console.model.facts import NoticeGiven
from console.model.session import Session
from console.model.show import Show
from console.model.state import State
from console.words.seat import ENGINE_IS_STARTING
from tests.support.eventually import eventually
from tests.support.guards import Expect
from tests.support.link import TOKEN, House
from tests.support.shows import SHOW


def test_a_seat_gets_the_state_and_each_change() -> None:
    with House() as house:
        seat = house.seat()
        house.tell(NoticeGiven(Message("x")))
        assert eventually(lambda: seat.snapshot.state == house.store.state)
        assert seat.snapshot.role == "producer"


def test_commands_are_answered_each_once() -> None:
    answers: list[tuple[int, Message | None]] = []
    with House() as house:
        seat = house.seat(answered=lambda number, problem: answers.append((number, problem)))
        first, second = seat.send(OpenShow(SHOW)), seat.send(LoadPreview("nowhere"))
        assert eventually(lambda: len(answers) == 2)
        assert answers[0] == (first, None)
        assert answers[1][0] == second
        assert answers[1][1] is not None
        assert house.store.state.show.scenes == SHOW.scenes


def test_what_is_sent_while_nobody_is_attached_is_answered_at_once() -> None:
    answers: dict[int, Message | None] = {}

    def nowhere() -> Address:
        raise ConsoleError(ENGINE_IS_STARTING())

    link = Link(nowhere, seat="x", role="producer", answered=answers.__setitem__)
    before = link.send(LoadPreview("x"))
    link.start()
    assert eventually(lambda: link.snapshot.problem == ENGINE_IS_STARTING())
    after = link.send(LoadPreview("x"))
    assert eventually(lambda: {before, after} <= answers.keys())
    assert {answer.code for answer in answers.values() if answer} == {"link_not_attached"}
    assert link.snapshot.status == "connecting"
    assert link.close()


def test_a_wish_that_is_too_large_is_never_sent() -> None:
    answers: dict[int, Message | None] = {}
    with House() as house:
        seat = house.seat(answered=answers.__setitem__)
        number = seat.send(SetAnnouncement("ticker", "x" * 300_000))
        assert eventually(lambda: number in answers)
        assert getattr(answers[number], "code", "") == "link_wish_too_large"
        assert seat.snapshot.status == "attached"


def test_the_last_state_stays_and_is_marked_when_the_engine_is_gone() -> None:
    with House(State(session=Session(id="a"))) as house:
        seat = house.seat()
        house.server.close()
        assert eventually(lambda: seat.snapshot.status == "refused")
        state, since_us = seat.snapshot.state, seat.snapshot.since_us
        assert state is not None
        assert state.session.id == "a"
        assert since_us > 0
        assert seat.snapshot.at().media_us > 0


def test_an_engine_that_comes_back_at_the_same_place_is_found_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    place = Place(port=port)
    address = Address.here(port=port, token=TOKEN)
    link = Link(lambda: address, seat="x", role="host").start()
    with House(place=place):
        assert eventually(lambda: link.snapshot.status == "attached")
    assert eventually(lambda: link.snapshot.status != "attached")
    with House(State(session=Session(id="second")), place=place):
        assert eventually(lambda: link.snapshot.status == "attached")
        assert link.snapshot.state is not None
        assert link.snapshot.state.session.id == "second"
    assert link.close()


def test_an_answer_that_cannot_come_any_more_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[int, Message | None] = {}
    release = threading.Event()
    with House(check=lambda _command: release.wait(5) and None) as house:
        seat = house.seat(answered=answers.__setitem__)
        number = seat.send(LoadPreview("x"))
        hall = house.server._hall
        assert hall is not None
        assert eventually(lambda: hall.seats and hall.seats[0].is_obeying)
        hall.seats[0].connection._transport.abort()  # type: ignore[union-attr]
        assert eventually(lambda: number in answers)
        release.set()
        assert getattr(answers[number], "code", "") == "link_answer_lost"
        assert eventually(lambda: seat.snapshot.status == "attached")


def test_a_callback_that_breaks_ends_nothing(expect_warning: Expect) -> None:
    expect_warning("a callback of the link broke")

    def broken() -> None:
        raise ZeroDivisionError

    with House() as house:
        seat = house.seat(changed=broken)
        state = house.tell(NoticeGiven(Message("x")))
        assert eventually(lambda: seat.snapshot.state == state)


def test_the_engine_s_time_is_known_to_a_few_milliseconds() -> None:
    with House() as house:
        seat = house.seat()
        assert eventually(lambda: seat.snapshot.time.round_trip_us < 100_000)
        here, there = seat.snapshot.at(), house.clocks.now()
        assert abs(here.media_us - there.media_us) < 100_000
        assert abs(here.show_us - there.show_us) < 100_000


def watched(tmp_path: Path) -> tuple[RingWriter, Callable[..., dict[str, str]]]:
    ring = RingWriter(tmp_path / "ring", width=64, height=32)
    return ring, lambda _viewer, monitors: dict.fromkeys(monitors, str(ring.path))


def test_a_seat_on_this_machine_maps_its_monitors(tmp_path: Path) -> None:
    ring, look = watched(tmp_path)
    with House(look=look) as house:
        seat = house.seat()
        seat.watch(["program"])
        ring.write(*flat(64, 32, "#FF0000").planes, pts_us=5)
        assert eventually(lambda: seat.monitor("program") is not None)
        picture = seat.monitor("program")
        assert picture is seat.monitor("program"), "the same while none is newer"
        assert seat.monitor("preview") is None
        seat.watch([])
        assert seat.monitor("program") is None
    ring.unlink()


def test_a_seat_elsewhere_gets_pictures_with_their_colours(tmp_path: Path) -> None:
    ring, look = watched(tmp_path)
    told = threading.Event()
    red, blue = flat(64, 32, "#E5484D"), flat(64, 32, "#0000FF")
    with House(look=look) as house:
        seat = house.seat(address=replace(house.address, is_local=False), changed=told.set)
        ring.write(*red.planes, pts_us=5)
        seat.watch(["program"])
        assert eventually(lambda: seat.monitor("program") is not None)
        ring.write(*blue.planes, pts_us=6)
        assert eventually(lambda: getattr(seat.monitor("program"), "pts_us", 0) == 6)
        picture = seat.monitor("program")
        assert picture is not None
        for sent, drawn in zip(picture.planes, blue.planes, strict=True):
            assert sent.shape == drawn.shape
            assert np.abs(sent.astype(int) - drawn.astype(int)).max() <= 2
    ring.unlink()


def test_a_show_that_is_open_travels_once() -> None:
    with House(State(show=Show(title="本番"))) as house:
        seat = house.seat()
        assert seat.snapshot.state is not None
        before = seat.snapshot.state.show
        house.tell(NoticeGiven(Message("x")))
        assert eventually(lambda: seat.snapshot.state == house.store.state)
        assert seat.snapshot.state.show is before, "what did not change is the same object: no widget is drawn for it"
