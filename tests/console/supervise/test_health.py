"""What nobody else looks at: the clock on the wall, and encoders that cannot keep up."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from console.model.facts import ClockStepped
from console.supervise.health import HealthSupervisor
from tests.support.stage import Stage, staged


@dataclass
class FakeFeed:
    skipped: int = 0


@dataclass(eq=False)
class FakeEncode:
    feed: FakeFeed


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def test_a_wall_clock_that_is_set_is_a_notice_and_nothing_else(stage: Stage) -> None:
    stage.cast(HealthSupervisor(stage.ground, dict))
    stage.look(20)
    assert stage.entries == []
    stage.clock.step_wall(3_600_000_000)
    stage.look(10)
    assert [fact.step_us for fact in stage.told(ClockStepped)] == [3_600_000_000]
    assert [notice.message.code for notice in stage.state.notices] == ["clock_stepped"]
    stage.clock.step_wall(100_000)
    stage.look(10)
    assert len(stage.told(ClockStepped)) == 1, "a fifth of a second is no step"


def test_an_encoder_that_skips_is_a_fault_until_a_second_without(stage: Stage) -> None:
    encodes = {"main": FakeEncode(FakeFeed())}
    stage.cast(HealthSupervisor(stage.ground, lambda: encodes))  # type: ignore[arg-type,return-value]
    encodes["main"].feed.skipped = 10
    stage.look(10)
    assert stage.faults() == {}, "ten in a second are forgiven"
    encodes["main"].feed.skipped = 21
    stage.look(10)
    assert stage.faults() == {"encoder/main": "encoder_behind"}
    encodes["main"].feed.skipped = 22
    stage.look(10)
    assert stage.faults() == {"encoder/main": "encoder_behind"}
    stage.look(10)
    assert stage.faults() == {}


def test_the_fault_goes_with_the_encoder(stage: Stage) -> None:
    encodes = {"main": FakeEncode(FakeFeed())}
    stage.cast(HealthSupervisor(stage.ground, lambda: encodes))  # type: ignore[arg-type,return-value]
    encodes["main"].feed.skipped = 50
    stage.look(10)
    encodes.clear()
    stage.look(10)
    assert stage.faults() == {}
    encodes["main"] = FakeEncode(FakeFeed(skipped=5))
    stage.look(10)
    assert stage.faults() == {}, "another encoder counts from zero"
