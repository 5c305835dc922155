"""A seat and a real server, over real sockets."""

from console.errors import Message
from console.model.facts import NoticeGiven
from tests.support.eventually import eventually
from tests.support.link import House


def test_a_seat_gets_the_state_and_each_change() -> None:
    with House() as house:
        seat = house.seat()
        house.tell(NoticeGiven(Message("x")))
        assert eventually(lambda: seat.snapshot.state == house.store.state)
        assert seat.snapshot.role == "producer"
