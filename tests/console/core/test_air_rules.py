"""Edits never touch Program unless "edit on air" is on."""

from typing import Any

import pytest

from console.model.commands import (
    Add,
    Command,
    Edit,
    EndSession,
    Explain,
    HideOverlay,
    LoadPreview,
    Remove,
    SetEditOnAir,
    ShowOverlay,
    StartSession,
    TakePreview,
)
from console.model.facts import DestinationLive
from tests.support.arming import GO_LIVE
from tests.support.desk import Desk, on_air
from tests.support.shows import DISSOLVE


def edit(area: Any, key: str, patch: dict[str, Any]) -> Edit:
    return Edit(area, key, patch, 10_000)


TOUCHING: list[Command] = [
    edit("scenes", "wide", {"placements": []}),
    edit("sources", "cam", {"settings": {"level": 1}}),
    edit("sources", "cam", {"kind": "camera"}),
    edit("overlays", "card", {"settings": {"word": "x"}}),
    edit("theme", "", {"brand": "#010203"}),
    edit("strips", "cam", {"delay_ms": 80}),
    edit("audio", "", {"duck_db": -3.0}),
    edit("products", "tea", {"name": "玉露"}),
    edit("renditions", "main", {"hide": ["card"]}),
    edit("renditions", "main", {"video_kbps": 2500}),
    edit("destinations", "yt", {"key": "other"}),
    edit("show", "", {"safe_areas": {"x": {}}}),
    Add("sources", "mic", {"name": "Mic", "kind": "microphone"}),
    Remove("strips", "cam", 10_000),
]
FREE: list[Command] = [
    edit("scenes", "wide", {"name": "Wider"}),
    edit("scenes", "near", {"placements": []}),
    edit("sources", "cam", {"name": "Desk"}),
    edit("sources", "clip", {"settings": {"level": 1}}),
    edit("overlays", "qr", {"settings": {"word": "x"}}),
    edit("strips", "cam", {"gain_db": -6.0}),
    edit("strips", "cam", {"mute": True}),
    edit("products", "tea", {"facts": ["宇治"], "stock": 5}),
    edit("destinations", "tt", {"key": "other"}),
    edit("targets", "", {"viewers": 5}),
    edit("show", "", {"title": "x"}),
    Add("scenes", "new", {"name": "New"}),
    Add("products", "new", {"number": 9, "name": "x", "price": {"minor": 1}}),
    Remove("scenes", "near", 10_000),
    Remove("overlays", "qr", 10_000),
]


def live() -> Desk:
    """Wide on Program, the card on air, tea explained, one destination live."""
    desk = on_air()
    desk.do(*GO_LIVE, DestinationLive("yt"), Explain("tea"))
    return desk


@pytest.mark.parametrize("command", TOUCHING)
def test_what_program_would_show_or_sound_waits_for_edit_on_air(command: Command) -> None:
    desk = live()
    assert desk.refused(command).code == "touches_program"
    desk.do(SetEditOnAir(on=True))
    assert desk.do(command).show != desk.states[-2].show
    desk.do(SetEditOnAir(on=False))
    assert not desk.state.session.edit_on_air


@pytest.mark.parametrize("command", FREE)
def test_what_program_does_not_show_is_edited_at_any_time(command: Command) -> None:
    desk = live()
    program, graphics = desk.state.mix.program, desk.state.overlays["card"]
    state = desk.do(command)
    assert state.show != desk.states[-2].show
    assert (state.mix.program, state.overlays["card"]) == (program, graphics)


@pytest.mark.parametrize("command", TOUCHING)
def test_without_a_session_nothing_is_on_program(command: Command) -> None:
    desk = Desk()
    assert desk.do(command).show != desk.states[-2].show


def test_the_scene_that_is_just_leaving_is_still_seen() -> None:
    desk = live()
    desk.do(LoadPreview("near"), TakePreview(DISSOLVE))
    for scene in ("near", "wide"):
        assert desk.refused(edit("scenes", scene, {"placements": []})).code == "touches_program"


def test_a_graphic_that_left_can_be_edited() -> None:
    desk = live()
    desk.do(ShowOverlay("qr"))
    assert desk.refused(edit("overlays", "qr", {"settings": {"a": 1}})).params == {"name": "QR"}
    desk.do(HideOverlay("qr"), edit("overlays", "qr", {"settings": {"a": 1}}))


def test_the_switch_is_off_again_with_each_session_and_means_nothing_without_one() -> None:
    desk = Desk()
    assert desk.refused(SetEditOnAir(on=True)).code == "no_session"
    desk.do(StartSession("s1"), SetEditOnAir(on=True), EndSession())
    assert not desk.state.session.edit_on_air
    assert not desk.do(StartSession("s2")).session.edit_on_air


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Remove("scenes", "wide", 10_000), "on_air_not_removed"),
        (Remove("sources", "cam", 10_000), "on_air_not_removed"),
        (Remove("overlays", "card", 10_000), "on_air_not_removed"),
        (Remove("products", "tea", 10_000), "on_air_not_removed"),
        (Remove("destinations", "yt", 10_000), "destination_not_removed"),
        (Remove("renditions", "small", 10_000), "renditions_stay"),
        (Add("renditions", "new", {}), "renditions_stay"),
        (edit("show", "", {"rate": {"pictures": 25}}), "rate_stays"),
    ],
)
def test_some_things_stay_even_with_edit_on_air(command: Command, code: str) -> None:
    desk = live()
    desk.do(SetEditOnAir(on=True))
    assert desk.refused(command).code == code
