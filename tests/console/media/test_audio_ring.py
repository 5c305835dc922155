import numpy as np
import pytest

from console.media.audio_ring import AudioRing
from console.media.sound import Sound, silence

LATENCY_US = 80_000
BLOCK = 480


class Device:
    """A device with a clock of its own that hums at 440 Hz."""

    def __init__(self, ring: AudioRing, *, rate_hz: float, jitter_us: float = 0.0) -> None:
        self.ring, self.rate_hz, self.jitter_us = ring, rate_hz, jitter_us
        self.written = 0
        self.chance = np.random.default_rng(1)

    def until(self, now_us: int) -> None:
        """Everything whose block is complete by then."""
        while (self.written + BLOCK) / self.rate_hz * 1e6 <= now_us:
            at = (self.written + np.arange(BLOCK)) / self.rate_hz
            hum = (0.5 * np.sin(2 * np.pi * 440 * at)).astype(np.float32)[:, None]
            stamp = self.written / self.rate_hz * 1e6 + self.chance.normal(0, self.jitter_us)
            self.ring.write(hum, taken_us=int(stamp))
            self.written += BLOCK


def heard(ring: AudioRing, device: Device, seconds: float, *, start: int = 0) -> Sound:
    stretches = []
    for tick in range(start, start + round(seconds * 30)):
        now_us = tick * 1_000_000 // 30
        device.until(now_us)
        sound = ring.read(tick * 1600, 1600, due_us=now_us - LATENCY_US)
        stretches.append(silence(1600) if sound is None else sound)
    return np.concatenate(stretches)


def late_us(sound: Sound, first: int, count: int) -> float:
    """How far the hum lies behind where the latency alone would put it."""
    times = (first + np.arange(count)) / 48_000 - LATENCY_US / 1e6
    phase = np.angle((sound[first : first + count, 0] * np.exp(-2j * np.pi * 440 * times)).sum()) + np.pi / 2
    return float(np.angle(np.exp(1j * phase)) / (2 * np.pi * 440) * -1e6)


@pytest.mark.parametrize(("nominal_hz", "ppm"), [(48_000, 0), (48_000, 200), (48_000, -300), (44_100, 50)])
def test_latency_stays_fixed_whatever_the_devices_clock(nominal_hz: int, ppm: int) -> None:
    ring = AudioRing(rate_hz=nominal_hz)
    device = Device(ring, rate_hz=nominal_hz * (1 + ppm / 1e6), jitter_us=500)
    sound = heard(ring, device, 40)
    for second in (10, 25, 39):
        assert abs(late_us(sound, second * 48_000, 40_000)) < 1_000
    assert ring.jumps == 0
    assert ring.missing <= 0.1 * 48_000


def test_the_bend_never_clicks() -> None:
    ring = AudioRing()
    sound = heard(ring, Device(ring, rate_hz=48_010, jitter_us=1_000), 20)
    steepest = 0.5 * 2 * np.pi * 440 / 48_000
    assert np.abs(np.diff(sound[24_000:, 0])).max() < steepest * 1.02


def test_a_hole_in_the_devices_sound_is_jumped_over_and_counted() -> None:
    ring = AudioRing()
    device = Device(ring, rate_hz=48_000)
    heard(ring, device, 5)
    missing = ring.missing
    device.written += 24_000  # half a second never came
    sound = heard(ring, device, 5, start=150)
    assert ring.jumps >= 1
    assert 0 < ring.missing - missing <= 40_000
    assert abs(late_us(sound, 3 * 48_000, 40_000)) < 1_500


def test_a_device_that_stops_is_silence_and_every_sample_of_it_is_counted() -> None:
    ring = AudioRing()
    device = Device(ring, rate_hz=48_000)
    heard(ring, device, 2)
    missing = ring.missing
    device.until = lambda now_us: None  # type: ignore[method-assign]
    sound = heard(ring, device, 2, start=60)
    assert not sound[9_600:].any()
    assert ring.missing - missing >= 96_000 - 4_800


def test_before_the_first_sample_there_is_none() -> None:
    ring = AudioRing()
    assert ring.read(0, 1600, due_us=0) is None
    assert ring.missing == 1600


def test_a_new_epoch_of_the_media_clock_goes_on_without_a_jump_of_its_own() -> None:
    ring = AudioRing()
    device = Device(ring, rate_hz=48_000)
    heard(ring, device, 3)
    device.until(3_100_000)
    sound = ring.read(0, 1600, due_us=3_000_000)
    assert sound is not None
    assert ring.missing <= 4_800


def test_more_than_fits_keeps_the_newest() -> None:
    ring = AudioRing(seconds=0.5)
    ramp = np.arange(48_000, dtype=np.float32)[:, None]
    ring.write(ramp, taken_us=0)
    sound = ring.read(0, 100, due_us=ring.last_us + 900_000)
    assert sound is None or np.isfinite(sound).all()
