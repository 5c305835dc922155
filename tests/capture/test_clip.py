from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from capture.clip import DRIVER, Clip, ClipSettings
from console.errors import ConsoleError
from console.media.clock import ManualClock
from console.media.colour import yuv_of_hex
from console.media.picture import Picture
from console.media.timebase import sample_of_us
from tests.support import clips
from tests.support.hearing import beep_starts
from tests.support.player import RATE, Played, by_hand, opening

TICK_SAMPLES = 1600


def played(
    path: Path,
    ticks: int,
    *,
    rate: Fraction = RATE,
    in_s: float = 0.0,
    out_s: float | None = None,
    loop: bool = False,
) -> tuple[Played, Clip]:
    clock = ManualClock()
    source = DRIVER.open(ClipSettings(str(path), loop, in_s, out_s), opening(clock=clock, rate=rate))
    assert isinstance(source, Clip)
    try:
        return by_hand(source, clock, ticks, rate=rate, ready=lambda: decoded_ahead(source)), source
    finally:
        source.close()


def decoded_ahead(clip: Clip) -> bool:
    decoder = clip._decoder
    if decoder.finished_us is not None:
        return True
    pictures = not clip.has_picture or len(decoder.queue) >= 2
    return pictures and (not clip.has_sound or decoder.track.end >= sample_of_us(clip._head.now_us) + 6_000)


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(30000, 1001)])
def test_every_picture_is_seen_once_and_its_beeps_are_on_its_flashes(clips_folder: Path, rate: Fraction) -> None:
    result, _ = played(clips.clip(clips_folder, rate=rate), 90, rate=rate)
    assert result.numbers == list(range(90))
    expected = [0, 48_000, 96_000] if rate == 30 else [0, 48_048, 96_096]
    assert np.abs(np.array(beep_starts(result.sound)) - expected).max() <= 48


def test_a_clip_of_another_rate_neither_drifts_nor_skips_more_than_it_must(clips_folder: Path) -> None:
    result, source = played(clips.clip(clips_folder, rate=Fraction(30000, 1001)), 90)
    numbers = [n for n in result.numbers if n is not None]
    assert sorted(set(numbers)) == list(range(numbers[0], numbers[-1] + 1))
    assert all(abs(n - tick * 1000 / 1001) <= 1 for tick, n in enumerate(numbers))
    assert source.figures.overwritten == 0


def test_a_loop_has_no_gap_in_pictures_and_none_in_sound(clips_folder: Path) -> None:
    path = clips.clip(clips_folder, suffix=".mov", audio_codec="pcm_s16le", tone_hz=480, seconds=1)
    result, source = played(path, 150, loop=True)
    assert result.numbers == [n % 30 for n in range(150)]
    tone = 0.5 * np.sin(2 * np.pi * 480 * np.arange(150 * TICK_SAMPLES) / 48_000)
    assert np.abs(result.sound[:, 0] - tone).max() < 0.001
    assert source.figures.missing_samples == 0


def test_a_loop_of_compressed_sound_stays_on_its_flashes(clips_folder: Path) -> None:
    result, _ = played(clips.clip(clips_folder, seconds=2), 300, loop=True)
    assert result.numbers == [n % 60 for n in range(300)]
    assert np.abs(np.array(beep_starts(result.sound)) - np.arange(10) * 48_000).max() <= 48


def test_in_and_out_points_cut_pictures_and_sound_alike(clips_folder: Path) -> None:
    result, _ = played(clips.clip(clips_folder), 90, in_s=0.5, out_s=2.0, loop=True)
    assert result.numbers == [15 + n % 45 for n in range(90)]
    assert np.abs(np.array(beep_starts(result.sound)) - [24_000, 96_000]).max() <= 48


def test_at_the_end_the_last_picture_stays_and_nothing_is_wrong(clips_folder: Path) -> None:
    result, source = played(clips.clip(clips_folder, seconds=1), 60)
    assert result.numbers[-31:] == [29] * 31
    assert not result.sound[48_000:].any()
    assert not source.live
    assert source.problem is None
    assert source.figures.missing_samples == 0


def test_variable_rate_shows_each_picture_at_its_own_time(clips_folder: Path) -> None:
    result, _ = played(clips.clip(clips_folder, variable=True), 88)
    assert result.numbers == [n - (n % 3 == 2) for n in range(88)]


def test_a_truncated_file_plays_as_far_as_it_goes(clips_folder: Path) -> None:
    result, source = played(clips.truncated(clips.clip(clips_folder, suffix=".mkv")), 90)
    last = result.numbers[-1]
    assert last is not None
    assert 30 <= last <= 70
    assert result.numbers[: last + 1] == list(range(last + 1))
    assert source.problem is None
    assert not source.live


def test_without_sound_there_are_pictures_and_without_pictures_there_is_sound(clips_folder: Path) -> None:
    mute, source = played(clips.clip(clips_folder, audio_codec=None, seconds=1), 30)
    assert (source.has_picture, source.has_sound) == (True, False)
    assert mute.numbers == list(range(30))
    blind, source = played(clips.clip(clips_folder, video_codec=None, suffix=".m4a"), 90)
    assert (source.has_picture, source.has_sound) == (False, True)
    assert beep_starts(blind.sound) == [0, 48_000, 96_000]


def test_a_size_that_changes_in_the_middle_is_given_as_it_is(clips_folder: Path) -> None:
    result, _ = played(clips.clip(clips_folder, size_change=True, suffix=".ts"), 90)
    assert result.numbers == list(range(90))
    sizes = {(picture.width, picture.height) for picture in result.pictures if picture}
    assert sizes == {(320, 240), (160, 120)}


@pytest.mark.parametrize("change", [{"audio_rate_hz": 44_100}, {"layout": "mono"}, {"audio_codec": "pcm_s16le"}])
def test_any_sound_arrives_at_48_khz_stereo(clips_folder: Path, change: dict[str, object]) -> None:
    suffix = ".mkv" if change.get("audio_codec") else ".mp4"
    result, _ = played(clips.clip(clips_folder, None, suffix=suffix, **change), 90)
    assert np.abs(np.array(beep_starts(result.sound)) - [0, 48_000, 96_000]).max() <= 48
    assert np.abs(result.sound[:, 0] - result.sound[:, 1]).max() < 0.05


def test_bt601_full_range_arrives_as_bt709_within_three(clips_folder: Path) -> None:
    path = clips.clip(clips_folder, matrix=5, full_range=True, colour=(120, 104, 206), seconds=0.5)
    result, _ = played(path, 3)
    picture = result.pictures[2]
    assert isinstance(picture, Picture)
    got = [int(plane[4, 4]) for plane in picture.planes]
    assert max(abs(a - b) for a, b in zip(got, yuv_of_hex("#E5484D"), strict=True)) <= 3


def test_it_pauses_while_nobody_asks_and_goes_on_in_a_new_epoch(clips_folder: Path) -> None:
    clock = ManualClock()
    source = DRIVER.open(ClipSettings(str(clips.clip(clips_folder))), opening(clock=clock))
    assert isinstance(source, Clip)
    try:
        ahead = by_hand(source, clock, 20, ready=lambda: decoded_ahead(source), first_tick=900)
        assert source.live
        clock.advance(60_000_000)
        assert not source.live
        after = by_hand(source, clock, 20, ready=lambda: decoded_ahead(source))
    finally:
        source.close()
    assert ahead.numbers == list(range(20))
    assert after.numbers[1:] == list(range(20, 39))
    assert beep_starts(after.sound) == pytest.approx([48_000 - 19 * TICK_SAMPLES], abs=100)


@pytest.mark.parametrize(
    ("content", "code"), [(None, "file_missing"), (b"", "file_unreadable"), (b"no film" * 99, "file_unreadable")]
)
def test_what_is_no_clip_is_said_in_words(tmp_path: Path, content: bytes | None, code: str) -> None:
    if content is not None:
        (tmp_path / "a.mp4").write_bytes(content)
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(ClipSettings("a.mp4"), opening(tmp_path))
    assert caught.value.message.code == code


def test_a_film_without_its_table_of_contents_is_said_in_words(clips_folder: Path) -> None:
    path = clips.truncated(clips.clip(clips_folder, seconds=1), 0.01)
    with pytest.raises(ConsoleError):
        DRIVER.open(ClipSettings(str(path)), opening())


def test_an_out_point_before_the_in_point_is_refused(clips_folder: Path) -> None:
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(ClipSettings(str(clips.clip(clips_folder)), in_s=2, out_s=1), opening())
    assert caught.value.message.code == "out_before_in"


def test_a_playlist_that_calls_itself_a_clip_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.m3u8").write_text("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttp://127.0.0.1:9/a.ts\n")
    with pytest.raises(ConsoleError):
        DRIVER.open(ClipSettings("a.m3u8"), opening(tmp_path))


def test_a_late_decoder_counts_what_was_missing_and_catches_up(clips_folder: Path) -> None:
    clock = ManualClock()
    source = DRIVER.open(ClipSettings(str(clips.clip(clips_folder))), opening(clock=clock))
    assert isinstance(source, Clip)
    try:
        source.picture(0)
        source.sound(0, TICK_SAMPLES)
        source.picture(1_900_000)
        source.sound(91_200, TICK_SAMPLES)
        assert source.figures.missing_samples > 0
        played_on = by_hand(source, clock, 10, ready=lambda: len(source._decoder.queue) == 8, first_tick=58)
    finally:
        source.close()
    assert played_on.numbers[-1] == 67
