"""A want is made once for what a graphic shows."""

import msgspec
import pytest
from msgspec.structs import replace

from console.drivers import overlay_driver, validated
from console.model.canvas import Canvas
from console.model.overlay import OverlayOnAir, Theme
from console.supervise.wants import Setting, Wants


class Content(msgspec.Struct, frozen=True):
    text: str


def setting() -> Setting:
    return Setting(overlay_driver("announcement"), OverlayOnAir(shown=True, since_us=0), Theme(), "/show", Canvas())


def content(text: str) -> msgspec.Struct:
    made: msgspec.Struct = validated({"text": text}, "announcement", overlay_driver("announcement").content)
    return made


def test_the_same_content_is_the_very_same_want() -> None:
    wants, key = Wants(), ("main", "word")
    first = wants.of(key, content("hello"), setting())
    assert wants.of(key, content("hello"), setting()) is first
    assert first.job.key == "main\x1fword"


@pytest.mark.parametrize(
    "change",
    [
        {"canvas": Canvas(1280, 720)},
        {"theme": replace(Theme(), brand="#123456")},
        {"folder": "/another"},
        {"on_air": OverlayOnAir(shown=True, since_us=5)},
    ],
)
def test_anything_else_is_another_want(change: dict[str, object]) -> None:
    wants, key = Wants(), ("main", "word")
    first = wants.of(key, content("hello"), setting())
    assert wants.of(key, content("hello"), setting()._replace(**change)) != first  # type: ignore[arg-type]
    assert wants.of(key, content("bye"), setting()).job.content != first.job.content
    assert wants.of(key, content("hello"), setting()) == first


def test_what_is_not_kept_is_forgotten() -> None:
    wants, key = Wants(), ("main", "word")
    first = wants.of(key, content("hello"), setting())
    wants.keep({key})
    assert wants.of(key, content("hello"), setting()) is first
    wants.keep(())
    assert wants.of(key, content("hello"), setting()) is not first
