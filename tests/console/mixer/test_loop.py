"""Ticks at absolute deadlines, on a clock moved by hand."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import pytest

from console.media.clock import ManualClock
from console.media.feed import DEPTH, Feed
from console.media.picture import Picture, flat
from console.media.sound import Sound
from console.media.timebase import sample_at, tick_us
from console.media.worker import Worker
from console.mixer.loop import MixerLoop
from console.mixer.meters import Meters
from console.mixer.monitors import PROGRAM, Monitors
from console.mixer.plan import MixPlan, RenditionPlan, View
from console.model.canvas import Canvas
from console.model.mix import Fade
from console.model.scene import Placement
from console.ports.source import OpenSource
from tests.support.eventually import eventually
from tests.support.guards import Expect
from tests.support.mixing import Played, level, steepest
from tests.support.pictures import planes, same

CANVAS = Canvas(16, 32)
RATE = Fraction(30)
START_US = 60_000
RED, BLUE = flat(16, 32, "#E5484D"), flat(16, 32, "#0090FF")


class Got(NamedTuple):
    """A tick as an encoder had it."""

    number: int
    picture: Picture | None
    """Its own copy; None if the one before it is shown again."""
    sounds: tuple[Sound, ...]


class Stage:
    """A mixer with encoders that take everything, unless they stand still."""

    def __init__(self, rate: Fraction = RATE, *, feeds: int = 1, numbers_from: int = 0) -> None:
        self.clock = ManualClock()
        self.cam = Played(lambda first, count: level(0.25, count), RED)
        self.plan = MixPlan(
            rate=rate,
            view=View((Placement(source="cam"),)),
            sources={"cam": self.cam},
            heard=frozenset({"cam"}),
            renditions={f"r{n}": RenditionPlan(CANVAS) for n in range(feeds)},
        )
        self.feeds = {key: Feed(CANVAS.width, CANVAS.height, rate, burst=1) for key in self.plan.renditions}
        self.stalls: list[tuple[int, int]] = []
        self.broken: list[tuple[str, OpenSource]] = []
        self.meters, self.monitors = Meters(), Monitors()
        self.loop = MixerLoop(
            self.clock,
            lambda: self.plan,
            self.feeds,
            start_us=START_US,
            numbers_from=numbers_from,
            stalled=lambda *stall: self.stalls.append(stall),
            broke=lambda *broken: self.broken.append(broken),
            meters=self.meters,
            monitors=self.monitors,
        )
        self.rate = rate
        self.begun_us = START_US
        self.ticks = 0
        """Of the epoch that began at `begun_us`."""
        self._worker = Worker("mixer", self.loop.run)

    def due(self, ticks: int = 1) -> None:
        """Let the next ticks fall due one by one, each in time."""
        for _ in range(ticks):
            self.wait_until(self.begun_us + tick_us(self.ticks, self.rate), ticks=1)

    def wait_until(self, monotonic_us: int, *, ticks: int) -> None:
        """Let time pass; the mixer must have composed one picture more and be through with `ticks`."""
        if self._worker._thread.ident is None:
            self._worker.start()
        composed = self.loop.composed
        self.clock.advance(monotonic_us - self.clock.monotonic_us())
        assert eventually(lambda: self.loop.composed == composed + 1 or self._worker.failure)
        assert self._worker.failure is None
        self.ticks += ticks

    def taken(self, key: str = "r0") -> list[Got]:
        """What the encoder got since the last look; it gives the memory back."""
        feed, got = self.feeds[key], []
        while (burst := feed.take(timeout_s=0)) is not None:
            (tick,) = burst.ticks
            picture = copied(tick.memory.picture) if tick.memory is not None else None
            got.append(Got(tick.number, picture, burst.sounds))
            if tick.memory is not None:
                feed.give_back(tick.memory)
        return got

    def played(self, ticks: int, key: str = "r0") -> list[Got]:
        """These ticks, taken as they come."""
        out: list[Got] = []
        for _ in range(ticks):
            self.due()
            out += self.taken(key)
        return out

    def end(self) -> None:
        """Stop the mixer, which waits for its next tick."""
        self._worker._stop.set()
        self.clock.advance(10_000_000)
        assert self._worker.stop()
        self.meters.close()
        self.monitors.close()


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.end()


def copied(picture: Picture) -> Picture:
    y, u, v = planes(picture)
    return Picture(y, u, v)


def shown(got: Got) -> Picture:
    assert got.picture is not None
    return got.picture


def test_nothing_is_composed_before_it_is_due(stage: Stage) -> None:
    stage.due()
    stage.clock.advance(tick_us(1, RATE) - 1)
    assert stage.loop.composed == 1
    assert [tick.number for tick in stage.taken()] == [0]


def test_each_tick_is_a_picture_and_its_samples(stage: Stage) -> None:
    ticks = stage.played(4)
    assert [tick.number for tick in ticks] == [0, 1, 2, 3]
    assert all(same(shown(tick), RED) for tick in ticks)
    assert [len(sound) for tick in ticks for sound in tick.sounds] == [1600] * 4
    assert np.unique(np.concatenate([sound for tick in ticks for sound in tick.sounds])).tolist() == [0.25]


@pytest.mark.parametrize("rate", [Fraction(30_000, 1001), Fraction(60_000, 1001), Fraction(25), Fraction(48)])
def test_samples_are_exact_at_any_rate(rate: Fraction) -> None:
    stage = Stage(rate)
    ticks = stage.played(31)
    stage.end()
    assert stage.cam.asked[0][0] == 0
    ends = [first + count for first, count in stage.cam.asked]
    assert ends[:31] == [sample_at(tick + 1, rate) for tick in range(31)]
    assert [first for first, _ in stage.cam.asked[1:31]] == ends[:30]
    assert [len(tick.sounds[0]) for tick in ticks] == [count for _, count in stage.cam.asked[:31]]


def test_lateness_is_counted_and_the_next_deadline_stays_where_it_was(stage: Stage) -> None:
    stage.due()
    stage.wait_until(START_US + tick_us(1, RATE) + 20_000, ticks=1)
    assert stage.loop.late.spread().max == 20.0
    stage.due()
    assert stage.clock.monotonic_us() == START_US + tick_us(2, RATE)
    assert [tick.number for tick in stage.taken()] == [0, 1, 2]
    assert stage.loop.repeated == 0


def test_missed_ticks_are_repeated_with_their_sound(stage: Stage) -> None:
    stage.played(1)
    stage.wait_until(START_US + tick_us(4, RATE) + 5, ticks=4)
    ticks = stage.taken()
    assert [(tick.number, tick.picture is None) for tick in ticks] == [(1, True), (2, True), (3, True), (4, False)]
    assert [len(sound) for tick in ticks for sound in tick.sounds] == [1600] * 4
    assert (stage.loop.composed, stage.loop.repeated) == (2, 3)
    assert [first for first, _ in stage.cam.asked] == [0, 1600, 3200, 4800, 6400]
    assert stage.loop.seconds == pytest.approx(5 / 30)


def test_a_stall_begins_a_new_epoch_and_the_numbers_go_on(stage: Stage) -> None:
    stage.played(3)
    woken_us = START_US + tick_us(3, RATE) + 10_000_000
    stage.wait_until(woken_us, ticks=1)
    assert stage.stalls == [(woken_us, 10_000_000)]
    stage.begun_us, stage.ticks = woken_us, 1
    ticks = stage.taken() + stage.played(2)
    assert [tick.number for tick in ticks] == [3, 4, 5]
    assert [first for first, _ in stage.cam.asked[3:]] == [0, 1600, 3200]
    assert (stage.loop.composed, stage.loop.repeated, stage.loop.next_number) == (6, 0, 6)


def test_after_a_stall_nothing_moves_until_a_plan_of_the_new_epoch_comes(stage: Stage) -> None:
    late_fade = Fade(start_level=0.0, end_level=1.0, since_us=10**9, duration_us=10**6)
    stage.plan = replace(stage.plan, fade=late_fade)
    assert same(shown(stage.played(1)[0]), flat(16, 32))
    woken_us = START_US + tick_us(1, RATE) + 3_000_000
    stage.wait_until(woken_us, ticks=1)
    assert same(shown(stage.taken()[0]), RED)
    stage.begun_us, stage.ticks = woken_us, 1
    stage.plan = replace(stage.plan, epoch=1)
    assert same(shown(stage.played(1)[0]), flat(16, 32))


def test_numbers_go_on_from_those_of_the_mixer_before() -> None:
    stage = Stage(numbers_from=1000)
    assert [tick.number for tick in stage.played(2)] == [1000, 1001]
    assert stage.loop.next_number == 1002
    stage.end()


def test_a_full_feed_skips_the_picture_and_keeps_the_sound(stage: Stage) -> None:
    stage.due(DEPTH + 3)
    assert stage.feeds["r0"].skipped == 3
    assert len(stage.taken()) == DEPTH
    tick = stage.played(1)[0]
    assert [len(sound) for sound in tick.sounds] == [1600] * 4
    assert tick.number == DEPTH + 3


def test_an_encoder_that_stands_still_does_not_hold_back_the_other() -> None:
    stage = Stage(feeds=2)
    ticks = stage.played(4 * DEPTH, "r1")
    skipped = {key: feed.skipped for key, feed in stage.feeds.items()}
    stage.end()
    assert [tick.number for tick in ticks] == list(range(4 * DEPTH))
    assert all(same(shown(tick), RED) for tick in ticks)
    assert skipped == {"r0": 3 * DEPTH, "r1": 0}


def test_another_plan_counts_from_the_next_tick_on(stage: Stage) -> None:
    before = stage.played(1)
    other = Played(lambda first, count: level(0.5, count), BLUE)
    stage.plan = replace(
        stage.plan,
        view=View((Placement(source="two"),)),
        sources={"cam": stage.cam, "two": other},
        heard=frozenset({"two"}),
    )
    after = stage.played(2)
    assert same(shown(before[0]), RED)
    assert same(shown(after[0]), BLUE)
    assert float(after[1].sounds[0].min()) == 0.5
    assert steepest(np.concatenate([after[0].sounds[0], after[1].sounds[0]])) < 0.001


def test_a_rendition_that_is_not_in_the_plan_shows_the_scene_without_graphics(stage: Stage) -> None:
    stage.plan = replace(stage.plan, renditions={})
    assert same(shown(stage.played(1)[0]), RED)


def test_a_source_that_breaks_does_not_end_the_show(stage: Stage, expect_warning: Expect) -> None:
    expect_warning("source bad broke")
    bad = Played(fail=True)
    stage.plan = replace(stage.plan, sources={"bad": bad, "cam": stage.cam}, heard=frozenset({"bad", "cam"}))
    ticks = stage.played(3)
    assert [tick.number for tick in ticks] == [0, 1, 2]
    assert all(same(shown(tick), RED) for tick in ticks)
    assert float(ticks[2].sounds[0].min()) == 0.25
    assert stage.broken == [("bad", bad)]
    assert stage.loop.inputs.failures == 6


def test_a_fade_takes_picture_and_sound_along(stage: Stage) -> None:
    since_us = tick_us(2, RATE)
    stage.plan = replace(
        stage.plan, fade=Fade(start_level=1.0, end_level=0.0, since_us=since_us, duration_us=100_000)
    )
    ticks = stage.played(8)
    assert same(shown(ticks[0]), RED)
    assert same(shown(ticks[-1]), flat(16, 32))
    sound = np.concatenate([tick.sounds[0] for tick in ticks])
    assert (sound[0, 0], sound[-1, 0]) == (0.25, 0)
    assert steepest(sound) < 0.25 / 1600 / 3 * 1.1


def test_who_looks_sees_and_hears_every_tick(stage: Stage) -> None:
    stage.meters.attach("desk")
    stage.monitors.attach(PROGRAM, viewer="desk", shape=CANVAS)
    stage.due(2)
    assert stage.monitors._screens[PROGRAM].ring._number == 2
    assert stage.meters.reading().program.peak_db == pytest.approx(-12.04, abs=0.01)
    stage.wait_until(START_US + tick_us(5, RATE), ticks=4)
    assert stage.monitors._screens[PROGRAM].ring._number == 3, "a repeated tick has no picture of its own"
    assert len(stage.meters._recent) == 6, "but its sound is heard"


def test_told_to_stop_it_ends_with_the_tick_it_waits_for() -> None:
    stage, stop = Stage(), threading.Event()
    stop.set()
    stage.loop.run(stop)
    assert stage.loop.composed == 0
