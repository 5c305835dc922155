import time
from collections import deque

import numpy as np

from capture import tick_code
from capture.bars import DRIVER, BarsSettings
from console.media.clock import ManualClock
from console.media.colour import bgr_of_planes
from console.media.picture import Picture
from console.media.timebase import tick_us
from console.ports.source import OpenSource
from tests.support.hearing import beep_starts
from tests.support.player import RATE, by_hand, opening


def bars(*, width: int = 720, height: int = 1280, beep: bool = True) -> OpenSource:
    return DRIVER.open(BarsSettings(beep=beep), opening(clock=ManualClock(), width=width, height=height))


def test_each_tick_has_its_own_number() -> None:
    source = bars(width=320, height=240)
    pictures = [source.picture(tick_us(tick, RATE)) for tick in range(7)]
    assert [tick_code.read_code(picture.y) for picture in pictures if picture] == list(range(7))


def test_the_number_follows_media_time_whatever_came_before() -> None:
    source = bars()
    for tick in (500, 3, 501, 0):
        picture = source.picture(tick_us(tick, RATE))
        assert picture is not None
        assert tick_code.read_code(picture.y) == tick


def test_the_same_tick_is_the_same_picture() -> None:
    source = bars()
    assert source.picture(tick_us(9, RATE)) is source.picture(tick_us(9, RATE))


def test_flash_and_beep_begin_together_each_second() -> None:
    source, lit = bars(), []
    for tick in range(65):
        picture = source.picture(tick_us(tick, RATE))
        assert picture is not None
        found = tick_code.find_code(picture.y)
        assert found is not None
        lit.append(tick_code.flash_luma(picture.y, found) > 200)
    assert [tick for tick in range(65) if lit[tick]] == [0, 1, 2, 30, 31, 32, 60, 61, 62]
    assert beep_starts(by_hand(bars(), ManualClock(), 65).sound) == [0, 48_000, 96_000]


def test_a_picture_that_was_given_stays_whole_while_six_newer_ones_come() -> None:
    source = bars(width=320, height=240)
    held: deque[tuple[Picture, np.ndarray]] = deque(maxlen=7)
    for tick in range(50):
        picture = source.picture(tick_us(tick, RATE))
        assert picture is not None
        held.append((picture, picture.y.copy()))
        assert all(np.array_equal(given.y, copy) for given, copy in held)


def test_the_bars_are_seventy_five_per_cent_in_bt709() -> None:
    picture = bars().picture(0)
    assert picture is not None
    bgr = bgr_of_planes(*picture.planes)
    expected = [(191, 191, 191), (0, 191, 191), (191, 191, 0), (0, 191, 0), (191, 0, 191), (0, 0, 191), (191, 0, 0)]
    for n, colour in enumerate(expected):
        assert np.abs(bgr[50, int((n + 0.5) * 720 / 7)].astype(int) - colour).max() <= 2


def test_without_beep_there_is_no_sound() -> None:
    source = bars(beep=False)
    assert not source.has_sound
    assert source.sound(0, 1600) is None


def test_a_tick_costs_a_third_of_a_millisecond_at_most() -> None:
    source = bars(width=1920, height=1080)
    costs = []
    for tick in range(120):
        began = time.perf_counter()
        source.picture(tick_us(tick, RATE))
        costs.append(time.perf_counter() - began)
    assert sorted(costs)[len(costs) // 2] <= 0.0003
