"""FFmpeg's filters do to a tone what their names say, tick by tick, and never lose or add a sample."""

from collections.abc import Callable

import numpy as np
import pytest

from console.media.sound import Sound, amplitude, level_of, silence
from console.mixer.filters import FilterChain, Filtering
from console.model.audio import Filters
from tests.support.mixing import COUNT, steepest, tone

ALL = Filters(highpass_hz=80.0, gate_db=-50.0, compressor_db=-20.0, limiter_db=-3.0)
BAD = (
    Filters(highpass_hz=-5.0),
    Filters(highpass_hz=1e9),
    Filters(gate_db=10.0),
    Filters(gate_db=1e9),
    Filters(compressor_db=-100.0),
    Filters(limiter_db=-60.0),
    Filters(limiter_db=float("inf")),
    Filters(highpass_hz=float("nan")),
)


def settled(filters: Filters, hz: float, db: float) -> float:
    """RMS in dB of a tone of this peak after half a second, against what came in."""
    chain = FilterChain(filters)
    out = [chain.apply(tone(hz, amplitude(db), first=n * COUNT)) for n in range(30)]
    return level_of(np.concatenate(out[15:])).rms_db - level_of(tone(hz, amplitude(db), count=15 * COUNT)).rms_db


@pytest.mark.parametrize(
    ("filters", "hz", "db", "change"),
    [
        (Filters(highpass_hz=200.0), 2000.0, -6.0, 0.0),
        (Filters(highpass_hz=200.0), 200.0, -6.0, -3.0),
        (Filters(highpass_hz=200.0), 50.0, -6.0, -24.0),
        (Filters(compressor_db=-20.0), 1000.0, -30.0, 0.0),
        (Filters(limiter_db=-6.0), 1000.0, -12.0, 0.0),
        (Filters(limiter_db=-6.0), 1000.0, 0.0, -6.0),
        (Filters(gate_db=-40.0), 1000.0, -20.0, 0.0),
    ],
)
def test_each_filter_does_what_it_says(filters: Filters, hz: float, db: float, change: float) -> None:
    assert settled(filters, hz, db) == pytest.approx(change, abs=0.6)


def test_a_gate_shuts_below_its_level() -> None:
    assert settled(Filters(gate_db=-40.0), 1000.0, -60.0) < -5.0


def test_a_compressor_takes_more_the_louder_it_is() -> None:
    quiet, loud = (settled(Filters(compressor_db=-30.0), 1000.0, db) for db in (-20.0, 0.0))
    assert loud < quiet - 10.0


@pytest.mark.parametrize("filters", [ALL, Filters(limiter_db=-3.0), Filters(highpass_hz=80.0)])
def test_as_many_samples_come_out_as_went_in_whatever_a_tick_holds(filters: Filters) -> None:
    chain = FilterChain(filters)
    for count in (1601, 1602, 1601, 1, 7, 800, 4800, 1600):
        assert chain.apply(tone(440, count=count)).shape == (count, 2)


def test_latency_comes_once_and_not_one_sample_is_lost_after_it() -> None:
    """The limiter looks ahead; below its ceiling it changes nothing."""
    chain, sound = FilterChain(Filters(limiter_db=-3.0)), tone(440, 0.1, count=60 * COUNT)
    out = np.concatenate([chain.apply(part) for part in np.split(sound, 60)])
    late = int(np.flatnonzero(np.abs(out[:, 0]) > 1e-4)[0]) - 1
    assert 0 < late <= 480
    assert out[late:] == pytest.approx(sound[: len(sound) - late], abs=1e-4)


def test_no_filter_is_the_sound_itself() -> None:
    sound = tone(440)
    assert Filtering().apply(Filters(), sound, COUNT) is sound
    assert Filtering().apply(Filters(), None, COUNT) is None


@pytest.mark.parametrize("filters", BAD)
def test_bad_numbers_leave_the_sound_unfiltered_and_are_told(filters: Filters) -> None:
    filtering = Filtering()
    out = [filtering.apply(filters, tone(440, first=n * COUNT), COUNT) for n in range(3)]
    assert np.concatenate(out) == pytest.approx(tone(440, count=3 * COUNT), abs=1e-6)  # type: ignore[arg-type]
    assert filtering.refused


def test_good_numbers_after_bad_ones_filter_again() -> None:
    filtering = Filtering()
    filtering.apply(BAD[0], tone(440), COUNT)
    filtering.apply(Filters(highpass_hz=80.0), tone(440), COUNT)
    assert not filtering.refused
    filtering.apply(BAD[0], tone(440), COUNT)
    filtering.apply(Filters(), tone(440), COUNT)
    assert not filtering.refused


CHANGES = [
    lambda tick: Filters() if tick < 10 else ALL,
    lambda tick: ALL if tick < 10 else Filters(),
    lambda tick: Filters(limiter_db=-3.0 - tick // 10),
    lambda tick: Filters(highpass_hz=80.0 + tick),
]


@pytest.mark.parametrize("filters", CHANGES)
def test_settings_change_in_mid_show_without_a_hole_or_a_click(filters: Callable[[int], Filters]) -> None:
    filtering, out = Filtering(), []
    for tick in range(30):
        given = filtering.apply(filters(tick), tone(1000, 0.05, first=tick * COUNT), COUNT)
        assert given is not None
        out.append(given)
    whole = np.concatenate(out[2:])
    loudness = [level_of(part).rms_db for part in np.split(whole, len(whole) // 160)]
    assert min(loudness) > level_of(tone(1000, 0.05)).rms_db - 12, "no hole of more than 3 ms"
    assert steepest(whole) < 1.5 * steepest(tone(1000, 0.05))


def test_a_filter_rings_out_when_its_source_falls_silent() -> None:
    filtering = Filtering()
    limited = Filters(limiter_db=-3.0)
    for n in range(3):
        filtering.apply(limited, tone(440, first=n * COUNT), COUNT)
    tail = filtering.apply(limited, None, COUNT)
    assert tail is not None
    assert level_of(tail[:200]).rms_db > -12
    assert not np.any(filtering.apply(limited, None, COUNT))


def test_a_chain_never_gives_what_is_no_number() -> None:
    filtering = Filtering()
    loud: Sound = np.full((COUNT, 2), 1000.0, np.float32)
    for sound in (loud, -loud, silence(COUNT), loud):
        out = filtering.apply(ALL, sound, COUNT)
        assert out is not None
        assert np.isfinite(out).all()
