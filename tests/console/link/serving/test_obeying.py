"""What seats want: answered once each, in words, whatever they want and however much of it."""

import asyncio
import threading
from collections.abc import Iterator

import msgspec
import pytest

from console.errors import Message
from console.link.asking import Device, Devices, LogTail
from console.link.protocol import Answer, Ask, Do, Hello, Ping, encoded
from console.link.serving.seat import ASKINGS, WISHES
from console.model.commands import Command, SetAnnouncement, StartSession
from tests.support.eventually import eventually
from tests.support.guards import Expect
from tests.support.link import TOKEN, House, said, say

HELLO = Hello(TOKEN, "test", "producer")


@pytest.fixture
def house() -> Iterator[House]:
    with House() as house:
        yield house


def raw(wish: msgspec.Struct) -> msgspec.Raw:
    return msgspec.Raw(encoded(wish))


def test_wishes_that_pile_up_wait_in_the_system_and_are_obeyed_in_order(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    commands = [SetAnnouncement("ticker", str(number)) for number in range(5 * WISHES)]
    say(seat, *(Do(number, raw(command)) for number, command in enumerate(commands)))
    answers = [said(seat, Answer).number for _ in commands]
    assert answers == list(range(len(commands)))


def test_a_role_limits_what_a_seat_may_want(house: House) -> None:
    seat = house.stranger(hello=Hello(TOKEN, "x", "viewer"))
    say(seat, Do(1, raw(SetAnnouncement("ticker", "x"))), Ask(2, raw(LogTail())))
    answers = {one.number: one.refused.code for one in (said(seat, Answer) for _ in range(2))}
    assert answers == {1: "link_role", 2: "link_role"}


def test_a_disk_that_never_answers_costs_one_wish_its_answer_and_holds_up_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("console.link.serving.obeying.OBEY_S", 1)
    over = threading.Event()

    def check(command: Command) -> None:
        if isinstance(command, StartSession):
            over.wait(20)

    try:
        with House(check=check) as house:
            waiting, going_on = (house.stranger(hello=HELLO) for _ in range(2))
            say(waiting, *(Do(number, raw(StartSession("s"))) for number in range(8)))
            say(going_on, Do(1, raw(SetAnnouncement("ticker", "x"))))
            assert said(going_on, Answer).number == 1
            assert said(waiting, Answer).refused.code == "link_busy"
    finally:
        over.set()


def test_a_seat_that_asks_too_much_at_once_is_told_so() -> None:
    async def slow(_asking: LogTail) -> tuple[str, ...]:
        await asyncio.sleep(20)
        return ()

    with House(askings={LogTail: slow}) as house:
        seat = house.stranger(hello=HELLO)
        say(seat, *(Ask(number, raw(LogTail())) for number in range(ASKINGS + 1)))
        answer = said(seat, Answer)
        assert (answer.number, answer.refused.code) == (ASKINGS, "link_too_many_wishes")


def test_an_unknown_command_is_answered_in_words(house: House) -> None:
    seat = house.stranger(hello=HELLO)
    say(seat, Do(1, raw(Ping(1))), Ask(2, raw(Ping(1))))
    answers = {one.number: one.refused.code for one in (said(seat, Answer) for _ in range(2))}
    assert answers == {1: "link_not_understood", 2: "link_not_understood"}


def test_an_asking_is_answered_later_and_one_that_breaks_too(expect_warning: Expect) -> None:
    async def found(_asking: Devices) -> tuple[Device, ...]:
        return (Device("camera", "0", "Desk"),)

    async def broken(_asking: LogTail) -> None:
        raise ZeroDivisionError

    expect_warning("a wish of a seat broke")
    values: dict[int, object] = {}
    problems: dict[int, Message | None] = {}
    with House(askings={Devices: found, LogTail: broken}) as house:
        seat = house.seat(replied=values.__setitem__, answered=problems.__setitem__)
        first, second = seat.ask(Devices()), seat.ask(LogTail())
        assert eventually(lambda: {first, second} <= problems.keys())
        assert values == {first: (Device("camera", "0", "Desk"),)}
        assert problems[first] is None
        assert problems[second] == Message("link_broke", {"reason": "ZeroDivisionError"})
