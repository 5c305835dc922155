"""What travels with the State and beside it: names, for those who speak with viewers, and for nobody else."""

from collections.abc import Mapping

import pytest

from console.link.protocol import Changes, Downward, Got, Hello, Whole, downward
from console.link.roles import Role
from console.model.facts import ViewersCounted
from tests.support.eventually import eventually
from tests.support.link import TOKEN, House, said, say

HELLO = Hello(TOKEN, "test", "producer")


class Book:
    """Names beside a State, as an engine has them."""

    def __init__(self, **names: str) -> None:
        self.names: Mapping[str, str] = names


def test_names_come_with_the_state_and_follow_the_book() -> None:
    book = Book(v1="みかん", v2="Emi")
    with House(names=lambda: book.names) as house:
        seat = house.seat(role="host")
        assert seat.snapshot.names == {"v1": "みかん", "v2": "Emi"}
        book.names = {"v2": "Emma", "v3": ""}
        house.server.show(house.store.state)
        assert eventually(lambda: seat.snapshot.names == {"v2": "Emma", "v3": ""})


def test_a_name_alone_makes_no_other_state() -> None:
    book = Book()
    with House(names=lambda: book.names) as house:
        seat = house.seat()
        state = seat.snapshot.state
        book.names = {"v1": "みかん"}
        house.server.show(house.store.state)
        assert eventually(lambda: seat.snapshot.names == {"v1": "みかん"})
        assert seat.snapshot.state is state


def test_a_name_that_came_while_a_seat_was_behind_is_not_lost() -> None:
    book = Book()
    with House(names=lambda: book.names) as house:
        seat = house.stranger(hello=HELLO)
        whole = said(seat, Whole)
        for number in range(20):
            book.names = {f"v{number}": "みかん"}
            house.tell(ViewersCounted(number))
        assert eventually(lambda: house.server._hall is not None and house.server._hall.publication.skipped)
        say(seat, Got(whole.revision))
        changes = said(seat, Changes)
        assert changes.revision == house.store.state.revision
        assert changes.names.put == book.names


@pytest.mark.parametrize("role", ["planner", "viewer"])
def test_names_never_leave_for_a_seat_that_has_no_use_for_them(role: Role) -> None:
    book = Book(v1="みかん")
    with House(names=lambda: book.names) as house:
        named, nameless = house.seat(), house.stranger(hello=Hello(TOKEN, "test", role))
        heard: list[Downward] = [said(nameless, Whole)]
        say(nameless, Got(house.store.state.revision))
        book.names = {"v2": "Emi"}
        state = house.tell(ViewersCounted(1))
        while getattr(heard[-1], "revision", 0) != state.revision:
            heard.append(downward(nameless.recv(5, decode=False)))
        assert eventually(lambda: named.snapshot.names == book.names)
        assert not any(name in repr(heard) for name in ("みかん", "Emi"))
