import threading

import numpy as np

from capture.sound_track import SoundTrack
from console.media.sound import Sound


def ramp(first: int, count: int) -> Sound:
    return np.repeat(np.arange(first, first + count, dtype=np.float32)[:, None], 2, axis=1)


def test_stretches_are_read_in_any_portion() -> None:
    track = SoundTrack(lead=10_000)
    for first in range(0, 5_000, 1_000):
        track.write(first, ramp(first, 1_000))
    for first in range(0, 4_800, 1_600):
        sound = track.read(first, 1_600, more=True)
        assert sound is not None
        assert np.array_equal(sound, ramp(first, 1_600))
    assert track.missing == 0


def test_a_hole_is_silence_and_not_missing() -> None:
    track = SoundTrack(lead=10_000)
    track.write(0, ramp(1, 10))
    track.write(30, ramp(1, 10))
    sound = track.read(0, 40, more=True)
    assert sound is not None
    assert not sound[10:30].any()
    assert track.missing == 0


def test_what_is_not_decoded_yet_is_counted_but_not_after_the_end() -> None:
    track = SoundTrack(lead=10_000)
    track.write(0, ramp(0, 100))
    track.read(0, 160, more=True)
    assert track.missing == 60
    assert track.read(160, 160, more=False) is None
    assert track.missing == 60


def test_overlapping_sound_is_heard_once() -> None:
    track = SoundTrack(lead=10_000)
    track.write(0, ramp(0, 100))
    track.write(50, ramp(50, 100))
    track.write(20, ramp(20, 10))
    assert track.end == 150
    sound = track.read(0, 150, more=True)
    assert sound is not None
    assert np.array_equal(sound, ramp(0, 150))


def test_the_end_cuts_what_is_beyond_and_fills_what_is_not() -> None:
    track = SoundTrack(lead=10_000)
    track.write(0, ramp(0, 100))
    track.end_at(80)
    track.write(80, ramp(1000, 10))
    sound = track.read(0, 90, more=True)
    assert sound is not None
    assert sound[79, 0] == 79
    assert sound[80, 0] == 1000
    track.end_at(200)
    assert track.end == 200


def test_the_writer_has_room_only_up_to_its_lead() -> None:
    track = SoundTrack(lead=100)
    track.write(0, ramp(0, 100))
    assert not track.has_room()
    reader = threading.Timer(0.02, lambda: track.pass_to(50))
    reader.start()
    assert track.has_room(timeout_s=2)
    reader.join()


def test_a_full_track_takes_nothing_until_half_of_it_was_played() -> None:
    track = SoundTrack(lead=100)
    track.write(0, ramp(0, 90))
    assert track.has_room()
    track.write(90, ramp(90, 10))
    for played, has_room in ((0, False), (49, False), (50, True), (50, True)):
        track.pass_to(played)
        assert track.has_room() is has_room
    track.write(100, ramp(100, 40))
    assert track.has_room()
