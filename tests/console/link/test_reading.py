"""What a seat makes of messages, in any order."""

import msgspec
import pytest

from console.errors import Message
from console.link.asking import Devices
from console.link.changes import changes
from console.link.protocol import Again, Answer, Changes, Got, Ping, Pong, Welcome, Whole, encoded
from console.link.reading import Reading
from console.model.moment import At
from console.model.session import Session
from console.model.state import State

S = 1_000_000


def at(seconds: float) -> At:
    return At(*(round((base + seconds) * S) for base in (1_000, 2_000, 3_000)))


def whole(state: State, seconds: float = 0.0) -> Whole:
    return Whole(state.revision, at(seconds), msgspec.Raw(encoded(state)))


def attached(state: State | None = None) -> Reading:
    reading = Reading(0)
    assert reading.hear(Welcome("e", 7, "1", "host", at(0)), 0).say == (Ping(0),)
    reading.hear(whole(state or State(revision=3)), 0)
    return reading


def test_a_state_is_acknowledged() -> None:
    reading = Reading(0)
    assert reading.hear(whole(State(revision=3)), 0).say == (Got(3),)
    assert reading.snapshot.status == "attached"


def test_changes_of_another_base_lead_to_a_whole_state() -> None:
    reading = attached()
    assert reading.hear(Changes(2, 5, at(0)), 0).say == (Again(),)
    assert reading.snapshot.state == State(revision=3)


def test_changes_before_any_state_lead_to_a_whole_state() -> None:
    assert Reading(0).hear(Changes(0, 5, at(0)), 0).say == (Again(),)


def test_after_a_loss_changes_of_the_old_base_are_not_believed() -> None:
    reading = attached()
    reading.turn("lost", Message("x"), 5)
    assert reading.hear(Changes(3, 4, at(0)), 6).say == (Again(),)
    assert reading.snapshot.status == "lost"


def test_the_time_is_the_one_of_the_quickest_answer() -> None:
    reading = attached()
    reading.hear(Pong(1 * S, at(1.010)), round(1.020 * S))
    assert reading.snapshot.at_local(2 * S) == at(2)
    reading.hear(Pong(2 * S, at(2.2)), round(2.3 * S))
    assert reading.snapshot.at_local(3 * S) == at(3), "a slow answer knows less"


def test_a_clock_that_began_anew_is_believed_at_once() -> None:
    reading = attached()
    reading.hear(Pong(1 * S, at(1.0005)), round(1.001 * S))
    anew = State(revision=4, session=Session(epoch=1))
    moment = At(at(2).wall_us, at(2).show_us, 0)
    reading.hear(Changes(3, 4, moment, changes(State(revision=3), anew)), 2 * S)
    assert reading.snapshot.at_local(3 * S).media_us == 1 * S


def test_the_show_clock_of_a_rehearsal_runs_at_its_speed() -> None:
    reading = attached(State(revision=3, session=Session(speed=8.0)))
    reading.hear(Pong(1 * S, at(1)), 1 * S)
    assert reading.snapshot.at_local(2 * S).show_us == at(1).show_us + 8 * S


def test_an_answer_to_nothing_is_passed_over() -> None:
    assert attached().hear(Answer(99), 0).settled == ()


def test_whoever_waits_hears_that_the_answer_is_lost() -> None:
    reading = attached()
    reading.wished(1, None)
    (settled,) = reading.turn("lost", None, 5).settled
    assert (settled.number, settled.problem and settled.problem.code) == (1, "link_answer_lost")
    assert reading.hear(Answer(1), 6).settled == ()


def test_a_value_of_another_shape_is_a_problem_and_no_value() -> None:
    reading = attached()
    reading.wished(1, Devices())
    (settled,) = reading.hear(Answer(1, None, msgspec.Raw(encoded(State()))), 0).settled
    assert not settled.has_value
    assert settled.problem is not None


def test_a_state_that_cannot_be_read_is_not_believed() -> None:
    with pytest.raises(msgspec.DecodeError):
        Reading(0).hear(Whole(1, at(0), msgspec.Raw(b"\x01")), 0)


@pytest.mark.parametrize("speed", [float("nan"), float("inf"), 0.0, -1.0])
def test_a_clock_that_cannot_be_reckoned_with_is_not_believed(speed: float) -> None:
    reading = attached()
    odd = State(revision=4, session=Session(speed=speed))
    with pytest.raises(msgspec.DecodeError):
        reading.hear(Changes(3, 4, at(1), changes(State(revision=3), odd)), S)
    assert reading.snapshot.at_local(2 * S) == at(2)
