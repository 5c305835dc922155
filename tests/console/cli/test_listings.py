import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from console import drivers
from console.cli.listings import Listing, installed, listings
from console.drivers import Row
from console.errors import ConsoleError
from console.ports.source import Device, Opening, OpenSource, SourceDriver
from console.words.capture import SOUND_LIBRARY_MISSING
from tests.support import house
from tests.support.eventually import eventually

DESK = Device("usb:1", "Desk", {"device": "usb:1"})
DEADLINE_S = 10.0


class Nothing(msgspec.Struct):
    """No settings."""


def loads(kind: str, devices: Callable[[], Any] = list) -> Callable[[], Row]:
    def opened(_settings: Nothing, _opening: Opening) -> OpenSource:
        raise AssertionError("listing opens nothing")

    return lambda: Row(kind, SourceDriver(kind, f"{kind}の題", f"Title of {kind}", Nothing, opened, devices))


def listed(**kinds: Callable[[], Row]) -> list[Listing]:
    return listings(kinds, deadline_s=DEADLINE_S)


def raising(error: Exception) -> Callable[[], Any]:
    def fail() -> None:
        raise error

    return fail


@pytest.fixture
def hang() -> Iterator[Callable[[], Any]]:
    """A call that does not return before the end of the test, and does then."""
    over = threading.Event()
    yield over.wait
    over.set()
    assert eventually(lambda: not [each for each in threading.enumerate() if each.name.startswith("list ")])


def test_devices_come_with_names_keys_settings_and_the_kinds_title() -> None:
    (found,) = listed(camera=loads("camera", lambda: [DESK]))
    assert (found.title_ja, found.title_en) == ("cameraの題", "Title of camera")
    assert (found.state, found.devices, found.reason) == ("listed", (DESK,), None)


def test_kinds_keep_their_order_whoever_answers_first() -> None:
    first_may_answer = threading.Event()

    def slow() -> list[Device]:
        first_may_answer.wait(DEADLINE_S)
        return []

    def quick() -> list[Device]:
        first_may_answer.set()
        return []

    assert [each.kind for each in listed(a=loads("a", slow), b=loads("b", quick))] == ["a", "b"]


def test_a_kind_that_is_no_device_says_so() -> None:
    assert [each.state for each in listed(bars=loads("bars"))] == ["no_devices_needed"]


def test_a_driver_that_cannot_be_imported_is_a_row_with_its_reason() -> None:
    (broken, good) = listed(x=lambda: Row("x", None, "ImportError: no x"), camera=loads("camera", lambda: [DESK]))
    assert broken.state == "broken"
    assert broken.reason is not None
    assert broken.reason.params == {"kind": "x", "reason": "ImportError: no x"}
    assert good.devices == (DESK,)


def test_a_missing_library_is_told_in_the_drivers_own_words() -> None:
    words = SOUND_LIBRARY_MISSING(reason="no file")
    (found,) = listed(microphone=loads("microphone", raising(ConsoleError(words))))
    assert (found.state, found.reason) == ("failed", words)


@pytest.mark.parametrize("devices", [raising(RuntimeError("driver bug")), lambda: None, lambda: ["Desk"]])
def test_a_driver_that_breaks_its_promise_fails_alone(devices: Callable[[], Any]) -> None:
    broken, good = listed(odd=loads("odd", devices), camera=loads("camera", lambda: [DESK]))
    assert (broken.state, broken.title_en) == ("failed", "Title of odd")
    assert good.devices == (DESK,)


def test_a_kind_that_hangs_hides_no_other_and_keeps_its_title(hang: Callable[[], Any]) -> None:
    began = time.monotonic()
    kinds = {"stuck": loads("stuck", hang), "camera": loads("camera", lambda: [DESK])}
    stuck, camera = listings(kinds, deadline_s=0.5)
    assert time.monotonic() - began < 5
    assert (stuck.state, stuck.title_en, stuck.devices) == ("timed_out", "Title of stuck", ())
    assert stuck.reason is not None
    assert camera.devices == (DESK,)


def test_a_driver_that_hangs_while_it_is_imported_hides_no_other(hang: Callable[[], Any]) -> None:
    stuck, camera = listings({"stuck": hang, "camera": loads("camera", lambda: [DESK])}, deadline_s=0.5)
    assert (stuck.state, stuck.title_en) == ("timed_out", "stuck")
    assert camera.devices == (DESK,)


def test_no_kinds_are_no_listings() -> None:
    assert listed() == []


def test_every_kind_of_the_project_is_asked() -> None:
    assert set(house.project()["project"]["entry-points"]["honban.sources"]) <= set(installed())


def test_loading_one_kind_loads_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(drivers, "_load", lambda point: loaded.append(point.name))
    drivers.row.cache_clear()
    installed()["bars"]()
    drivers.row.cache_clear()
    assert loaded == ["bars"]
