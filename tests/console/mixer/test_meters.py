"""Levels of strips and of the sum, and loudness, for those who look."""

import threading

import numpy as np
import pytest

from console.media.sound import Level, amplitude, silence
from console.mixer.meters import DEPTH, RECENT, Meters, Reading
from tests.support.eventually import eventually
from tests.support.mixing import COUNT, level, tone


@pytest.fixture
def meters() -> Meters:
    return Meters()


def test_while_nobody_looks_nothing_is_measured_and_no_thread_runs(meters: Meters) -> None:
    meters.hear({"a": level(0.5)}, level(0.5))
    assert meters.reading() == Reading()
    assert "loudness" not in {thread.name for thread in threading.enumerate()}


def test_a_reading_has_each_strip_and_the_sum(meters: Meters) -> None:
    meters.attach("desk")
    meters.hear({"a": level(0.5), "b": tone(1000, 0.5)}, level(1.0))
    reading = meters.reading()
    meters.detach("desk")
    assert [reading.strips["a"].peak_db, reading.strips["a"].rms_db] == pytest.approx([-6.02] * 2, abs=0.01)
    assert reading.strips["b"].rms_db == pytest.approx(-9.03, abs=0.05)
    assert reading.program.peak_db == 0.0


def test_a_peak_between_two_readings_is_not_missed(meters: Meters) -> None:
    meters.attach("desk")
    for number in range(RECENT):
        meters.hear({}, level(0.5 if number == 0 else 0.01))
    assert meters.reading().program.peak_db == pytest.approx(-6.02, abs=0.01)
    meters.hear({}, level(0.01))
    assert meters.reading().program.peak_db == pytest.approx(-40, abs=0.01)
    meters.close()


def test_a_strip_that_fell_silent_sinks_and_leaves(meters: Meters) -> None:
    meters.attach("desk")
    meters.hear({"a": level(0.5)}, level(0.5))
    meters.hear({}, silence(COUNT))
    assert meters.reading().strips["a"].rms_db == pytest.approx(-9.03, abs=0.01)
    for _ in range(RECENT):
        meters.hear({}, silence(COUNT))
    assert meters.reading().strips == {}
    meters.close()


def test_loudness_comes_from_a_thread_of_its_own(meters: Meters) -> None:
    meters.attach("desk")
    for second in range(4):
        for tick in range(30):
            meters.hear({}, tone(1000, amplitude(-23), first=(second * 30 + tick) * COUNT))
        assert eventually(lambda: not len(meters._ear._sounds))  # type: ignore[union-attr]
    assert eventually(lambda: meters.reading().short_term_lufs is not None)
    reading = meters.reading()
    meters.detach("desk")
    assert [reading.program.lufs, reading.short_term_lufs, reading.integrated_lufs] == pytest.approx(
        [-23] * 3, abs=0.1
    )
    assert reading.dropped == 0


def test_the_last_to_look_away_ends_it_and_the_next_begins_afresh(meters: Meters) -> None:
    meters.attach("desk")
    meters.attach("desk")
    meters.attach("phone")
    meters.hear({}, level(0.5))
    meters.detach("desk")
    meters.detach("nobody")
    assert meters.reading().program != Level()
    meters.detach("phone")
    assert meters.reading() == Reading()
    assert "loudness" not in {thread.name for thread in threading.enumerate()}
    meters.attach("desk")
    assert meters.reading() == Reading()
    meters.close()
    meters.close()


def test_a_loudness_meter_that_is_behind_never_holds_a_tick_back(
    meters: Meters, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()
    monkeypatch.setattr("console.mixer.meters._frame", lambda _sound: held.wait(10) and None)
    meters.attach("desk")
    for _ in range(DEPTH + 20):
        meters.hear({}, level(0.5))
    assert 19 <= meters.reading().dropped <= 20
    held.set()
    monkeypatch.undo()
    meters.close()


def test_a_broken_loudness_meter_leaves_the_levels(meters: Meters, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_sound: object) -> None:
        raise RuntimeError("no meter")

    monkeypatch.setattr("console.mixer.meters._frame", broken)
    meters.attach("desk")
    for _ in range(2 * DEPTH):
        meters.hear({"a": level(0.5)}, level(0.5))
    reading = meters.reading()
    meters.close()
    assert reading.strips["a"].peak_db == pytest.approx(-6.02, abs=0.01)
    assert reading.program.lufs is None


def test_readings_are_numbers_whatever_is_heard(meters: Meters) -> None:
    meters.attach("desk")
    meters.hear({"a": silence(0), "b": level(-1.0)}, silence(COUNT))
    reading = meters.reading()
    meters.close()
    assert all(np.isfinite([each.peak_db, each.rms_db]).all() for each in reading.strips.values())
