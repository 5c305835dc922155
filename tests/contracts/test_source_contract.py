"""What every driver of sources promises, checked on each that is installed and on the fake."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from console import drivers
from console.errors import ConsoleError
from console.media.colour import Plane
from console.media.picture import Picture
from console.media.timebase import sample_at, tick_us
from console.ports.source import OpenSource, SourceDriver, SourceFigures
from console.words.render import catalogue
from tests.support import clips
from tests.support.fake_source import FakeDriver
from tests.support.player import RATE, in_real_time, opening, until
from tests.support.pulse import pulse
from tests.support.xvfb import xvfb

Settings = dict[str, Any]


def _still(folder: Path, _: ExitStack) -> Settings:
    cv2.imwrite(str(folder / "a.png"), np.full((64, 64, 3), 200, np.uint8))
    return {"file": str(folder / "a.png")}


def _screen(_: Path, stack: ExitStack) -> Settings:
    return {"screen": stack.enter_context(xvfb())}


def _microphone(_: Path, stack: ExitStack) -> Settings:
    stack.enter_context(pulse())
    return {"device": "ALSA: default"}


WORLDS: dict[str, Callable[[Path, ExitStack], Settings]] = {
    "bars": lambda folder, stack: {},
    "still": _still,
    "clip": lambda folder, stack: {"file": str(clips.clip(folder, seconds=1)), "loop": True},
    "camera": lambda folder, stack: {"device": str(clips.clip(folder, seconds=1))},
    "screen": _screen,
    "network": lambda folder, stack: {"address": f"file://{clips.clip(folder, suffix='.ts', seconds=4)}"},
    "microphone": _microphone,
    "fake": lambda folder, stack: {},
}
"""Settings that open a driver here, and what has to be there for it."""
ABSENT: dict[str, Settings] = {
    "still": {"file": "absent.png"},
    "clip": {"file": "absent.mp4"},
    "camera": {"device": "/dev/absent"},
    "screen": {"screen": ":9875"},
    "network": {"address": "http://127.0.0.1:1/absent"},
    "microphone": {"device": "ALSA: absent"},
    "fake": {"refuses": "file_missing"},
}
"""Settings that name what is not there."""


def driver_of(kind: str) -> SourceDriver[Any]:
    return FakeDriver().descriptor if kind == "fake" else drivers.source_driver(kind)


@pytest.fixture(scope="module")
def clips_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture
def surroundings(kind: str) -> Iterator[None]:
    """Whoever asks for sound inputs finds a sound system of the test's own, and starts no other."""
    with pulse() if kind == "microphone" else nullcontext():
        yield


@pytest.fixture(params=sorted(WORLDS))
def source(request: pytest.FixtureRequest, clips_folder: Path) -> Iterator[OpenSource]:
    with ExitStack() as stack:
        driver = driver_of(request.param)
        settings = drivers.validated(WORLDS[request.param](clips_folder, stack), driver.kind, driver.settings)
        began = time.monotonic()
        opened = driver.open(settings, opening())
        stack.callback(opened.close)
        assert time.monotonic() - began < 10
        yield opened


def test_every_installed_driver_is_held_to_this_contract() -> None:
    rows = drivers.rows("honban.sources")
    assert rows.keys() == WORLDS.keys() - {"fake"}
    assert {kind: row.reason for kind, row in rows.items() if row.driver is None} == {}


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize("kind", sorted(WORLDS))
def test_a_driver_says_its_name_in_both_languages_and_lists_its_devices_in_time(kind: str) -> None:
    driver = driver_of(kind)
    assert driver.kind == kind
    assert driver.title_ja
    assert driver.title_en
    began = time.monotonic()
    assert isinstance(driver.devices(), list)
    assert time.monotonic() - began < 5.5


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize("kind", sorted(ABSENT))
def test_what_is_not_there_is_said_in_words_in_time(kind: str) -> None:
    driver = driver_of(kind)
    began = time.monotonic()
    with pytest.raises(ConsoleError) as caught:
        driver.open(drivers.validated(ABSENT[kind], kind, driver.settings), opening())
    assert time.monotonic() - began < 10
    saying = catalogue()[caught.value.message.code]
    assert saying.gaps <= caught.value.message.params.keys() or kind == "fake"


@pytest.mark.parametrize("kind", sorted(WORLDS))
def test_settings_that_nobody_knows_are_refused_by_name(kind: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        drivers.validated({"colour_of_the_moon": 1}, kind, driver_of(kind).settings)
    assert caught.value.message.code == "bad_settings"


def test_a_running_source_keeps_every_promise_of_a_tick(source: OpenSource) -> None:
    assert source.has_picture or source.has_sound
    seen, figures = 0, source.figures
    played = in_real_time(source, 0.6)
    for picture in played.pictures:
        if picture is not None:
            check_picture(picture)
            seen += 1
    assert bool(seen) is source.has_picture
    for sound in played.stretches:
        assert sound.dtype == np.float32
        assert sound.shape == (1600, 2)
        assert np.isfinite(sound).all()
    assert grown(figures, source.figures)
    assert source.problem is None


def check_picture(picture: Picture) -> None:
    height, width = picture.y.shape
    assert (width % 2, height % 2) == (0, 0)
    expected = [(height, width), (height // 2, width // 2), (height // 2, width // 2)]
    assert [plane.shape for plane in picture.planes] == expected
    assert all(is_bytes(plane) for plane in picture.planes)


def is_bytes(plane: Plane) -> bool:
    return plane.dtype == np.uint8 and plane.strides[1] == 1


def grown(before: SourceFigures, after: SourceFigures) -> bool:
    names = ("pictures", "overwritten", "last_us", "missing_samples")
    return all(getattr(after, name) >= getattr(before, name) for name in names)


def test_asking_never_waits_and_asking_twice_gives_the_same_picture(source: OpenSource) -> None:
    in_real_time(source, 0.3)
    costs = []
    for tick in range(9, 29):
        began = time.perf_counter()
        picture = source.picture(tick_us(9, RATE))
        source.sound(sample_at(tick, RATE), 1600)
        costs.append(time.perf_counter() - began)
        if not source.live:
            assert source.picture(tick_us(9, RATE)) is picture
    assert sorted(costs)[len(costs) // 2] < 0.003


def test_a_new_epoch_of_the_media_clock_does_no_harm(source: OpenSource) -> None:
    in_real_time(source, 0.2)
    source.picture(3_600_000_000)
    source.sound(172_800_000, 1600)
    played = in_real_time(source, 0.5)
    assert source.problem is None
    assert any(picture is not None for picture in played.pictures) is source.has_picture


def test_a_source_closes_in_time_twice_and_is_harmless_afterwards(source: OpenSource) -> None:
    began = time.monotonic()
    source.close()
    source.close()
    assert time.monotonic() - began < 2.5
    source.picture(0)
    source.sound(0, 1600)
    assert until(lambda: isinstance(source.figures, SourceFigures))
