"""The made-up audience at its engine."""

from collections.abc import Iterator

import pytest

from console.engine.audience import MOST_AT_ONCE, AudienceSupervisor
from console.model.commands import EndSession, StartSession
from console.model.comment import Comment
from tests.support.stage import Stage, staged


class Taken:
    """What was handed over."""

    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.most = 0
        self.names: dict[str, str] = {}

    def take(self, comments: list[Comment], names: dict[str, str]) -> None:
        self.comments += comments
        self.names |= names
        self.most = max(self.most, len(comments))


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def test_a_rehearsal_is_written_to_at_the_rate_that_was_asked_for_by_people_with_names(stage: Stage) -> None:
    taken = Taken()
    stage.cast(AudienceSupervisor(stage.ground, take=taken.take, a_second=100.0))
    stage.do(StartSession("r", rehearsal=True))
    stage.look(100)
    assert abs(len(taken.comments) - 1_000) <= 20
    assert all(taken.names[comment.viewer] for comment in taken.comments)
    assert stage.state.audience.viewers is not None


def test_a_fast_rehearsal_and_a_standstill_bring_no_more_than_people_can_write(stage: Stage) -> None:
    taken = Taken()
    stage.cast(AudienceSupervisor(stage.ground, take=taken.take, a_second=100.0))
    stage.do(StartSession("r", rehearsal=True))
    stage.look(3, every_us=3_600_000_000)
    assert 0 < taken.most <= MOST_AT_ONCE


def test_a_real_show_is_never_written_to_whatever_was_ordered(stage: Stage) -> None:
    taken = Taken()
    stage.cast(AudienceSupervisor(stage.ground, is_wanted=True, take=taken.take, a_second=100.0))
    stage.do(StartSession("real"))
    stage.look(50)
    assert (taken.comments, stage.state.audience.comments) == ([], 0)
    stage.do(EndSession())
    stage.look(10)
    assert taken.comments == []


def test_what_is_written_comes_when_it_is_heard(stage: Stage) -> None:
    taken = Taken()
    stage.cast(AudienceSupervisor(stage.ground, take=taken.take, a_second=20.0))
    stage.do(StartSession("r", rehearsal=True))
    stage.look(3)
    assert {comment.at_us for comment in taken.comments} <= {
        stage.clocks.now().show_us - n * 100_000 for n in range(3)
    }
    assert taken.comments
