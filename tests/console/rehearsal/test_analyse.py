from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from console.errors import ConsoleError
from console.rehearsal.analyse import judge_file
from console.rehearsal.judge import Spot
from console.words.rehearsal import FILE_MISSING, STREAM_UNREADABLE
from tests.support.footage import SAMPLE_RATE_HZ, beeping, write_footage

SIZE = (180, 320)
CLEAN = list(range(90))


@pytest.mark.parametrize("ending", ["mkv", "mp4", "flv"])
def test_a_clean_recording_has_no_flaw(tmp_path: Path, ending: str) -> None:
    received = judge_file(write_footage(tmp_path / f"a.{ending}", ticks=CLEAN, sound=beeping(3, [1, 2]), size=SIZE))
    pictures, ticks = received.pictures, received.ticks
    assert (pictures.codec, pictures.width, pictures.height, pictures.sizes) == ("h264", *SIZE, 1)
    assert (pictures.count, pictures.decoded, pictures.broken, pictures.gaps) == (90, 90, 0, 0)
    assert pictures.fps == pytest.approx(30, abs=0.05)
    assert pictures.keyframe_interval_s == pytest.approx(2, abs=0.001)
    assert pictures.is_bt709
    assert (ticks.seen, ticks.missing, ticks.repeated, ticks.out_of_order) == (90, 0, 0, 0)
    assert (received.sound.codec, received.sound.rate_hz, received.sound.channels) == ("aac", 48_000, 2)
    assert (received.sound.gaps, received.sound.broken) == (0, 0)
    assert received.lip_sync.errors_ms == pytest.approx((0, 0), abs=0.3)
    assert received.seconds == pytest.approx(3, abs=0.05)
    assert received.kbps == pytest.approx(received.size_bytes * 8 / 1000 / received.seconds, abs=0.1)
    assert received.problem is None
    assert [round(thumbnail.at_s, 1) for thumbnail in received.thumbnails[:3]] == [0, 0.2, 0.4]


def test_exactly_the_missing_and_the_repeated_pictures_are_found(tmp_path: Path) -> None:
    numbers = [0, 1, 2, 3, 3, 3, 4, 5, 9, 10, 11, 11, 12, 20, *range(21, 40)]
    ticks = judge_file(write_footage(tmp_path / "a.mkv", ticks=numbers, size=SIZE)).ticks
    assert (ticks.missing, ticks.repeated, ticks.out_of_order) == (3 + 7, 3, 0)


def test_pictures_in_the_wrong_order_are_found(tmp_path: Path) -> None:
    ticks = judge_file(write_footage(tmp_path / "a.mkv", ticks=[0, 1, 3, 2, 4, 5, 7, 6, 8], size=SIZE)).ticks
    assert (ticks.missing, ticks.repeated, ticks.out_of_order) == (0, 0, 2)


def test_a_picture_that_was_not_sent_is_a_gap_and_is_missing(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.flv", ticks=CLEAN, size=SIZE, skipped=frozenset({31, 50, 51, 52}))
    received = judge_file(path)
    assert (received.ticks.missing, received.ticks.repeated) == (4, 0)
    assert received.pictures.gaps == 2
    assert received.pictures.longest_gap_ms == pytest.approx(133, abs=1)


@pytest.mark.parametrize("ending", ["mkv", "flv"])
@pytest.mark.parametrize("late_ms", [-45, -5, 3, 20, 120])
def test_sound_that_is_late_or_early_is_found_to_a_third_of_a_millisecond(
    tmp_path: Path, ending: str, late_ms: int
) -> None:
    sound = beeping(3, [1 + late_ms / 1000, 2 + late_ms / 1000])
    sync = judge_file(write_footage(tmp_path / f"a.{ending}", ticks=CLEAN, sound=sound, size=SIZE)).lip_sync
    assert sync.median_ms == pytest.approx(late_ms, abs=0.3)
    assert sync.p95_ms == pytest.approx(abs(late_ms), abs=0.3)


def test_sound_that_runs_away_is_drift(tmp_path: Path) -> None:
    sound = beeping(6, [second * 1.001 for second in range(1, 6)])  # 1 ms a second
    path = write_footage(tmp_path / "a.flv", ticks=list(range(180)), sound=sound, size=SIZE)
    assert judge_file(path).lip_sync.drift_ms_per_minute == pytest.approx(60, abs=2)


@pytest.mark.parametrize("rate", [Fraction(30000, 1001), Fraction(60), Fraction(25)])
def test_other_rates_are_judged_as_well(tmp_path: Path, rate: Fraction) -> None:
    count = int(2.5 * rate)
    flash_s = float(-(-rate.numerator // rate.denominator) / rate)
    sound = beeping(2.5, [flash_s])
    received = judge_file(
        write_footage(tmp_path / "a.flv", ticks=list(range(count)), sound=sound, size=SIZE, rate=rate)
    )
    assert (received.ticks.seen, received.ticks.missing, received.pictures.gaps) == (count, 0, 0)
    assert received.pictures.fps == pytest.approx(float(rate), abs=0.1)
    assert received.lip_sync.errors_ms[0] == pytest.approx(0, abs=1)


def test_pictures_that_are_decoded_in_another_order_are_not_out_of_order(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.mkv", ticks=CLEAN, size=SIZE, x264_params="bframes=3:b-adapt=0:keyint=60")
    received = judge_file(path)
    assert (received.ticks.seen, received.ticks.out_of_order, received.ticks.missing) == (90, 0, 0)
    assert received.pictures.gaps == 0


def test_pictures_without_a_number_are_neither_missing_nor_repeated(tmp_path: Path) -> None:
    numbers: list[int | None] = [*range(20), *[None] * 20, *range(40, 60), *[None] * 25]
    ticks = judge_file(write_footage(tmp_path / "a.mkv", ticks=numbers, size=SIZE)).ticks
    assert (ticks.missing, ticks.repeated) == (0, 0)
    assert 40 - 10 <= ticks.seen <= 40


def test_a_light_look_counts_everything_and_decodes_keyframes(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.flv", ticks=CLEAN, sound=beeping(3, [1]), size=SIZE)
    received = judge_file(path, effort="light")
    assert (received.pictures.count, received.pictures.decoded) == (90, 2)
    assert (received.ticks.seen, received.ticks.missing) == (2, 0)
    assert received.lip_sync.beeps == 1


def test_a_colour_that_is_off_is_told_by_how_much(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.mkv", ticks=[None] * 10, size=SIZE, colour="#E5484D")
    spots = (Spot(0.1, 0.1, "#E5484D"), Spot(0.9, 0.9, "#E55C4D"))
    right, wrong = judge_file(path, spots=spots).colours
    assert right.off <= 2
    assert abs(wrong.off - 0x14) <= 2


def test_another_colour_matrix_is_noticed(tmp_path: Path) -> None:
    pictures = judge_file(write_footage(tmp_path / "a.mkv", ticks=CLEAN[:5], size=SIZE, matrix=6)).pictures
    assert (pictures.matrix, pictures.is_bt709) == ("smpte170m", False)


def test_other_pixel_formats_are_read(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.mkv", ticks=CLEAN[:20], size=SIZE, pixels="yuv422p")
    assert judge_file(path).ticks.seen == 20


def test_loudness_is_that_of_the_standard(tmp_path: Path) -> None:
    # Unit: EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS has -23 LUFS.
    times = np.arange(3 * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    tone = (10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * times)).astype(np.float32)
    sound = np.column_stack([tone, tone])
    received = judge_file(write_footage(tmp_path / "a.mkv", ticks=CLEAN, sound=sound, size=SIZE))
    assert received.sound.loudness_lufs == pytest.approx(-23, abs=0.2)


def test_silence_is_told_from_no_sound(tmp_path: Path) -> None:
    silent = judge_file(write_footage(tmp_path / "a.mkv", ticks=CLEAN, sound=beeping(3, []), size=SIZE))
    without = judge_file(write_footage(tmp_path / "b.mkv", ticks=CLEAN, size=SIZE))
    assert silent.sound.loudness_lufs == -70
    assert without.sound.loudness_lufs is None
    assert (silent.sound.seconds > 2.9, without.sound.seconds) == (True, 0)


@pytest.mark.parametrize("ending", ["mkv", "flv"])
def test_a_file_cut_off_is_judged_as_far_as_it_goes(tmp_path: Path, ending: str) -> None:
    path = write_footage(tmp_path / f"a.{ending}", ticks=CLEAN, sound=beeping(3, [1, 2]), size=SIZE)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    received = judge_file(path)
    assert 20 < received.ticks.seen < 90
    assert received.ticks.missing == 0


def test_broken_bytes_in_the_middle_are_survived(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.flv", ticks=CLEAN, sound=beeping(3, [1, 2]), size=SIZE)
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 600] = np.random.default_rng(5).bytes(600)
    path.write_bytes(whole)
    assert judge_file(path).ticks.seen > 20


def test_what_is_no_recording_is_said_in_words(tmp_path: Path) -> None:
    noise = tmp_path / "noise.mkv"
    noise.write_bytes(np.random.default_rng(6).bytes(50_000))
    with pytest.raises(ConsoleError) as unreadable:
        judge_file(noise)
    assert unreadable.value.message.code == STREAM_UNREADABLE.code
    for path in (tmp_path / "none.mkv", tmp_path):
        with pytest.raises(ConsoleError) as missing:
            judge_file(path)
        assert missing.value.message.code == FILE_MISSING.code
