"""Tick 0 waits for what must be there; a mixer that breaks is followed by one that counts on."""

import threading
import time
from collections.abc import Iterator

import pytest

from console.media.ring import RingReader
from console.mixer.monitors import PROGRAM
from console.mixer.plan import MixPlan
from console.model.audio import AudioMix, Filters, Strip
from console.model.canvas import Canvas
from console.model.commands import EndSession, StartSession
from console.model.facts import MediaRestarted, MediaStarted
from console.ports.source import OpenSource
from console.supervise.mixing import CONNECT_US, LEAD_US, PATIENCE_US, MixingSupervisor
from console.supervise.renditions import Encode
from tests.support.guards import Expect
from tests.support.mixing import Played
from tests.support.stage import FakeEncoder, Stage, fake_encode, staged


class Surroundings:
    """What the mixer needs."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.prepared = True
        self.connected = True
        self.plan = MixPlan()
        self.is_broken = False
        self.misbehaved: list[tuple[str, OpenSource]] = []
        self.encodes: dict[str, Encode] = {}
        self.made: list[Encode] = []
        self.mixing = stage.cast(
            MixingSupervisor(
                stage.ground,
                self._plan,
                lambda: self.encodes,
                prepared=lambda: self.prepared,
                connected=lambda: self.connected,
                misbehaved=lambda key, source: self.misbehaved.append((key, source)),
            )
        )

    def encode_anew(self) -> FakeEncoder:
        self.made.append(fake_encode())
        self.encodes = {"main": self.made[-1]}
        self.stage.changed()
        self.stage.turn()
        encoder = self.made[-1].encoder
        assert isinstance(encoder, FakeEncoder)
        return encoder

    def tick(self, encoder: FakeEncoder, upto: int) -> None:
        """Let time pass until the encoder has seen so many ticks, never more than the mixer has come along with."""
        deadline = time.monotonic() + 20
        while len(encoder.numbers) < upto:
            assert time.monotonic() < deadline
            if self.mixing._worker is None or self.stage.clock.awaited_us > self.stage.clock.monotonic_us():
                self.stage.clock.advance(10_000)
            self.stage.turn()
            time.sleep(0.0005)

    def _plan(self) -> MixPlan:
        if self.is_broken:
            raise RuntimeError("mixer bug")
        return self.plan


@pytest.fixture
def around() -> Iterator[Surroundings]:
    with staged() as stage:
        around = Surroundings(stage)
        yield around
    for encode in around.made:
        encode.feed.close()
        encode.worker.stop()


def test_the_mixer_begins_when_everything_is_prepared(around: Surroundings) -> None:
    around.prepared = False
    around.stage.do(StartSession("s1"))
    around.encode_anew()
    around.stage.look(3)
    assert around.stage.told(MediaStarted) == []
    around.prepared = True
    around.stage.look()
    assert len(around.stage.told(MediaStarted)) == 1
    on_air = around.stage.state.session.on_air
    assert on_air is not None
    assert on_air.media_us == -LEAD_US


def test_what_is_never_ready_does_not_hold_the_show_back_for_ever(around: Surroundings) -> None:
    around.prepared = False
    around.stage.do(StartSession("s1"))
    around.encode_anew()
    around.stage.look(PATIENCE_US // 100_000 - 1)
    assert around.stage.told(MediaStarted) == []
    around.stage.look(2)
    assert len(around.stage.told(MediaStarted)) == 1


def test_destinations_get_the_first_keyframe_if_they_connect_soon(around: Surroundings) -> None:
    around.connected = False
    around.stage.do(StartSession("s1"))
    around.encode_anew()
    around.stage.look(3)
    assert around.stage.told(MediaStarted) == []
    around.connected = True
    around.stage.look()
    assert len(around.stage.told(MediaStarted)) == 1


def test_a_destination_that_does_not_answer_holds_tick_0_back_for_a_second_only(around: Surroundings) -> None:
    around.connected = False
    around.stage.do(StartSession("s1"))
    around.encode_anew()
    around.stage.look(CONNECT_US // 100_000 - 1)
    assert around.stage.told(MediaStarted) == []
    around.stage.look(3)
    assert len(around.stage.told(MediaStarted)) == 1


def test_without_encoders_no_tick_falls_whatever_the_patience(around: Surroundings) -> None:
    around.stage.do(StartSession("s1"))
    around.stage.look(3, every_us=PATIENCE_US)
    assert around.stage.told(MediaStarted) == []


def test_ticks_end_with_the_session(around: Surroundings) -> None:
    around.stage.do(StartSession("s1"))
    encoder = around.encode_anew()
    around.tick(encoder, 3)
    worker = around.mixing._worker
    assert worker is not None
    with around.stage.time_passing():
        around.stage.do(EndSession())
        around.stage.until(lambda: not worker.alive)


def test_a_mixer_that_breaks_is_a_fault_and_the_next_one_counts_on(
    around: Surroundings, expect_warning: Expect
) -> None:
    expect_warning("mixing broke")
    around.stage.do(StartSession("s1"))
    encoder = around.encode_anew()
    around.tick(encoder, 5)
    around.is_broken = True
    around.stage.clock.advance(33_400)
    around.stage.until(lambda: around.mixing._worker is not None and around.mixing._worker.failure)
    around.stage.look()
    assert around.stage.faults() == {"mixing": "mixing_failed"}
    around.is_broken = False
    around.stage.look(3)
    around.tick(encoder, 12)
    assert encoder.numbers == list(range(len(encoder.numbers))), "growing by one, across both mixers"
    assert around.mixing.loop is not None
    assert around.mixing.loop.composed + around.mixing.loop.repeated >= 12
    around.stage.clock.advance(6_000_000)
    around.stage.until(lambda: around.stage.told(MediaRestarted))
    around.stage.look()
    assert around.stage.faults() == {}


def test_other_encodes_get_another_mixer_that_begins_with_zero(around: Surroundings) -> None:
    around.stage.do(StartSession("s1"))
    first = around.encode_anew()
    around.tick(first, 4)
    with around.stage.time_passing():
        second = around.encode_anew()
        around.stage.look()
    around.tick(second, 3)
    assert second.numbers[:3] == [0, 1, 2]
    assert around.stage.state.session.epoch == 2
    assert around.mixing.loop is not None
    assert around.mixing.loop.composed + around.mixing.loop.repeated >= len(first.numbers) + 3


def test_a_machine_that_slept_is_told_as_a_new_epoch(around: Surroundings) -> None:
    around.stage.do(StartSession("s1"))
    encoder = around.encode_anew()
    around.tick(encoder, 3)
    around.stage.clock.advance(10_000_000)
    around.stage.until(lambda: around.stage.told(MediaRestarted))
    assert around.stage.state.session.epoch == 2
    around.tick(encoder, 6)
    assert encoder.numbers == list(range(len(encoder.numbers)))


def test_a_source_that_raises_is_told_on_the_control_thread_and_the_show_goes_on(
    around: Surroundings, expect_warning: Expect
) -> None:
    expect_warning("source cam broke")
    bad = Played(fail=True)
    around.plan = MixPlan(sources={"cam": bad}, heard=frozenset({"cam"}))
    around.stage.do(StartSession("s1"))
    around.tick(around.encode_anew(), 3)
    around.stage.turn()
    assert around.misbehaved == [("cam", bad)]
    assert around.stage.faults() == {}


def test_filters_that_are_refused_are_a_fault_until_they_are_corrected(around: Surroundings) -> None:
    around.stage.do(StartSession("s1"))
    encoder = around.encode_anew()
    cam = Played()
    for limiter_db, faults in ((20.0, {"filters/cam": "filters_refused"}), (-1.0, {})):
        audio = AudioMix(strips={"cam": Strip(filters=Filters(limiter_db=limiter_db))})
        around.plan = MixPlan(sources={"cam": cam}, audio=audio)
        around.tick(encoder, len(encoder.numbers) + 3)
        around.stage.look(every_us=1_000)
        assert around.stage.faults() == faults


def test_who_looks_before_the_mixer_runs_sees_what_it_then_shows(around: Surroundings) -> None:
    reader = RingReader(around.mixing.monitors.attach(PROGRAM, viewer="seat", shape=Canvas()))
    around.mixing.meters.attach("seat")
    around.stage.do(StartSession("s1"))
    encoder = around.encode_anew()
    around.tick(encoder, 3)
    assert reader.number >= 2
    assert around.mixing.meters.reading().program.peak_db == -120.0
    with around.stage.time_passing():
        around.stage.run(around.mixing.close())
    assert "loudness" not in {thread.name for thread in threading.enumerate()}
