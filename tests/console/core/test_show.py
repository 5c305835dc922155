"""The open show and its edits."""

from typing import Any

import pytest

from console.model.canvas import Canvas
from console.model.commands import Edit, OpenShow
from console.model.scene import Box, Placement
from console.model.show import Show
from tests.support.desk import Desk, on_air
from tests.support.shows import SHOW

PATCHES: dict[str, dict[str, Any]] = {
    "strips": {"gain_db": -3.0},
    "coupons": {"title": "夏"},
    "renditions": {"video_kbps": 2500},
    "destinations": {"server": "rtmps://x.example/app"},
}


def entities(desk: Desk, area: str) -> dict[str, Any]:
    show = desk.state.show
    found: dict[str, Any] = show.audio.strips if area == "strips" else getattr(show, area)
    return found


def edit(patch: dict[str, Any], *, area: Any = "scenes", key: str = "wide", base: int = 0) -> Edit:
    return Edit(area, key, patch, base)


def test_another_show_opens_with_nothing_known_of_it() -> None:
    desk = Desk()
    state = desk.do(OpenShow(Show(title="other")))
    assert (state.show.title, state.session.phase) == ("other", "idle")


def test_no_show_opens_over_a_running_session() -> None:
    assert on_air().refused(OpenShow(SHOW)).code == "session_runs"


def test_an_edit_changes_its_fields_and_leaves_the_others() -> None:
    desk = Desk()
    scene = desk.do(edit({"name": "Wider"})).show.scenes["wide"]
    assert (scene.name, scene.placements, scene.revision) == ("Wider", SHOW.scenes["wide"].placements, 1)


def test_an_edit_of_nested_values_comes_as_plain_values() -> None:
    desk = Desk()
    desk.do(edit({"placements": [{"source": "clip", "box": {"width": 0.5}}]}))
    assert desk.state.show.scenes["wide"].placements == (Placement(source="clip", box=Box(width=0.5)),)
    desk.do(edit({"canvas": {"width": 1280, "height": 720}}, area="renditions", key="main"))
    assert desk.state.show.renditions["main"].canvas == Canvas(1280, 720)


def test_two_planners_cannot_overwrite_each_other() -> None:
    desk = Desk()
    desk.do(edit({"name": "first"}))
    assert desk.refused(edit({"name": "second"})).code == "stale_edit"
    assert desk.do(edit({"name": "second"}, base=1)).show.scenes["wide"].name == "second"


def test_edits_of_different_things_do_not_make_each_other_stale() -> None:
    desk = Desk()
    desk.do(edit({"name": "first"}), edit({"name": "other"}, key="near"))
    assert [scene.revision for scene in desk.state.show.scenes.values()] == [1, 2]


def test_an_edit_that_changes_nothing_makes_nobody_stale() -> None:
    desk = Desk()
    assert desk.do(edit({"name": "Wide"}), edit({}), edit({"revision": 77})).revision == 0


@pytest.mark.parametrize(
    "area", ["sources", "overlays", "products", "coupons", "renditions", "destinations", "strips"]
)
def test_every_area_can_be_edited_and_knows_what_it_does_not_have(area: str) -> None:
    desk = Desk()
    assert desk.refused(edit({}, area=area, key="nobody")).params == {"area": area, "id": "nobody"}
    key = next(iter(entities(desk, area)))
    patch = PATCHES.get(area, {"name": "新"})
    desk.do(edit(patch, area=area, key=key))
    assert {name: getattr(entities(desk, area)[key], name) for name in patch} == patch


@pytest.mark.parametrize(
    ("patch", "area", "key"),
    [
        ({"name": 5}, "scenes", "wide"),
        ({"colour": "red"}, "scenes", "wide"),
        ({"placements": [{"box": {}}]}, "scenes", "wide"),
        ({"preset": "placebo"}, "renditions", "main"),
        ({"gain_db": float("inf")}, "strips", "cam"),
        ({"gain_db": float("nan")}, "strips", "cam"),
        ({"name": object()}, "scenes", "wide"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_reason(patch: dict[str, Any], area: str, key: str) -> None:
    refusal = Desk().refused(edit(patch, area=area, key=key))
    assert refusal.code == "bad_edit"
    assert refusal.params["reason"]


def test_a_destination_keeps_to_renditions_that_are_there() -> None:
    refusal = Desk().refused(edit({"rendition": "nowhere"}, area="destinations", key="yt"))
    assert refusal.params == {"rendition": "nowhere"}
