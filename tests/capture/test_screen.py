import pytest

from capture.screen import DRIVER, ScreenSettings
from console.errors import ConsoleError
from tests.support.player import in_real_time, opening
from tests.support.xvfb import xvfb


def test_the_screen_is_seen_as_it_is_painted() -> None:
    with xvfb(width=320, height=240) as display:
        assert [device.settings for device in DRIVER.devices()] == [{"screen": display}]
        source = DRIVER.open(ScreenSettings(pointer=False), opening())
        try:
            played = in_real_time(source, 4, until_=lambda played: played.pictures[-1] is not None)
        finally:
            source.close()
    picture = played.pictures[-1]
    assert picture is not None
    assert (picture.width, picture.height) == (320, 240)
    assert int(picture.y.max()) <= 17


def test_a_part_of_the_screen_is_as_large_as_asked_for() -> None:
    with xvfb(width=320, height=240):
        source = DRIVER.open(ScreenSettings(left=20, top=10, width=101, height=80), opening(width=100, height=80))
        try:
            played = in_real_time(source, 4, until_=lambda played: played.pictures[-1] is not None)
        finally:
            source.close()
    picture = played.pictures[-1]
    assert picture is not None
    assert (picture.width, picture.height) == (100, 80)


def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert DRIVER.devices() == []
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(ScreenSettings(), opening())
    assert caught.value.message.code == "screen_not_available"


def test_a_screen_that_is_not_there_is_said_in_words() -> None:
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(ScreenSettings(screen=":9876"), opening())
    assert caught.value.message.code == "source_not_opened"
