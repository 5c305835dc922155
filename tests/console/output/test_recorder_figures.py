"""What a recorder's figures mean."""

import pytest

from console.output.recorder_figures import Figures, minutes_left, minutes_until_full, worries
from console.words.recording import RECORDER_SILENT, RECORDING_FALLS_BEHIND, RECORDING_SPACE_LOW

GB = 1_000_000_000
FINE = Figures(seconds=60, bytes=30_000_000, free_bytes=100 * GB)
"""0.5 MB a second."""


def test_minutes_left_count_to_the_stop_and_not_to_zero() -> None:
    figures = FINE._replace(free_bytes=GB + 900_000_000)
    assert minutes_left(figures, stop_free_bytes=GB) == pytest.approx(30)
    assert minutes_left(figures._replace(free_bytes=GB - 1), stop_free_bytes=GB) == 0


def test_a_disk_that_nobody_records_to_yet_lasts_as_its_bitrate_says() -> None:
    assert minutes_until_full(GB + 900_000_000, kbps=4_000, stop_free_bytes=GB) == pytest.approx(30)
    assert minutes_until_full(GB - 1, kbps=4_000, stop_free_bytes=GB) == 0
    assert minutes_until_full(2 * GB, kbps=0, stop_free_bytes=GB) > 1_000


@pytest.mark.parametrize(
    "unknown", [FINE._replace(free_bytes=None), FINE._replace(seconds=3), FINE._replace(bytes=0)]
)
def test_nobody_guesses_before_the_rate_is_known(unknown: Figures) -> None:
    assert minutes_left(unknown, stop_free_bytes=GB) is None


def test_all_is_well() -> None:
    assert worries(FINE, stop_free_bytes=GB) == {}
    assert worries(FINE._replace(dropped=7), stop_free_bytes=GB) == {}, "what has passed worries nobody"


def test_half_an_hour_before_the_stop_people_are_told() -> None:
    low = FINE._replace(free_bytes=GB + 890_000_000)
    assert worries(low, stop_free_bytes=GB) == {"recording/space": RECORDING_SPACE_LOW(minutes=29)}


def test_a_slow_disk_and_a_silent_one_are_two_worries() -> None:
    slow = FINE._replace(dropped=7, is_dropping=True, silent_s=12.3)
    assert worries(slow, stop_free_bytes=GB) == {
        "recording/dropped": RECORDING_FALLS_BEHIND(dropped=7),
        "recording/silent": RECORDER_SILENT(seconds=12),
    }
