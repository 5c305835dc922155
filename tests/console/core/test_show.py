"""The open show and its edits."""

from typing import Any

import pytest
from msgspec.structs import replace

from console.model.canvas import Canvas
from console.model.commands import (
    Add,
    Command,
    Edit,
    EditTogether,
    EndSession,
    OpenShow,
    Remove,
    StartSession,
    TakeNext,
)
from console.model.facts import SourceLost
from console.model.scene import Box, Placement
from console.model.show import Show
from tests.support.desk import Desk, on_air
from tests.support.invariants import broken
from tests.support.sale import SALE
from tests.support.shows import SHOW, TROUBLE

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


def test_something_new_stands_where_it_was_put() -> None:
    desk = Desk()
    assert list(desk.do(Add("scenes", "new", {"name": "New"}, to=1)).show.scenes) == ["wide", "new", "near"]
    assert list(desk.do(Add("scenes", "last", {"name": "Last"})).show.scenes) == ["wide", "new", "near", "last"]
    assert desk.state.show.scenes["new"].revision == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Add("scenes", "wide", {"name": "x"}), "added_already"),
        (Add("theme", "", {}), "there_is_one"),
        (Add("scenes", "a b", {"name": "x"}), "show_bad_id"),
        (Add("scenes", "new", {}), "bad_edit"),
        (Add("scenes", "new", {"name": "x", "more": 1}), "bad_edit"),
        (Add("scenes", "new", {"name": "x", "placements": [{"source": "nobody"}]}), "show_names_nothing"),
        (Remove("scenes", "nobody", 0), "no_such_entity"),
        (Remove("theme", "", 0), "no_such_entity"),
        (Remove("scenes", "wide", 0), "used_by_opening"),
        (Remove("sources", "clip", 0), "used_by_scene"),
        (Remove("renditions", "small", 0), "used_by_destination"),
        (edit({"products": {}}, area="show", key=""), "bad_edit"),
        (edit({"folder": "/"}, area="show", key=""), "bad_edit"),
        (edit({"strips": {}}, area="audio", key=""), "bad_edit"),
        (edit({"title": "x"}, area="show", key="x"), "no_such_entity"),
        (edit({"brand": "red"}, area="theme", key=""), "show_bad_colour"),
        (EditTogether((edit({"name": "x"}),) * 1001), "too_many_steps"),
    ],
)
def test_what_cannot_be_is_refused_in_words(command: Command, code: str) -> None:
    assert Desk().refused(command).code == code


def test_what_is_needed_elsewhere_is_named_with_where() -> None:
    assert Desk().refused(Remove("sources", "clip", 0)).params == {"name": "Clip", "by": "Near"}
    assert Desk(SALE).refused(Remove("coupons", "spring", 0)).params["by"] == "湯のみ"
    assert Desk(SALE).refused(Remove("segments", "tea", 0)).code == "used_by_rundown"


def test_a_stale_removal_is_refused() -> None:
    desk = Desk()
    desk.do(edit({"name": "x"}, key="near"))
    assert desk.refused(Remove("scenes", "near", 0)).code == "stale_edit"
    assert "near" not in desk.do(Remove("scenes", "near", 1)).show.scenes


def test_what_was_added_again_makes_old_editors_stale() -> None:
    desk = Desk()
    desk.do(edit({"name": "x"}, key="near"), Remove("scenes", "near", 1), Add("scenes", "near", {"name": "y"}))
    assert desk.refused(edit({"name": "z"}, key="near", base=1)).code == "stale_edit"


def test_edits_made_together_need_be_sound_at_their_end_only() -> None:
    desk = Desk(SALE)
    rundown = [key for key in SALE.rundown if key != "bye"]
    out = (Remove("segments", "bye", 0), edit({"rundown": rundown}, area="show", key=""))
    assert "bye" not in desk.do(EditTogether(out)).show.segments
    new = (
        Add("scenes", "new", {"name": "New", "placements": [{"source": "fresh"}]}),
        Add("sources", "fresh", {"name": "Fresh", "kind": "bars"}),
        edit({"name": "Newer"}, key="new"),
    )
    assert desk.do(EditTogether(new)).show.scenes["new"].name == "Newer"
    assert {desk.state.show.scenes["new"].revision, desk.state.show.sources["fresh"].revision} == {2}


def test_edits_made_together_are_all_refused_with_one() -> None:
    desk = Desk()
    assert desk.refused(EditTogether((edit({"name": "x"}), Remove("scenes", "nobody", 0)))).code == "no_such_entity"


def test_what_there_is_once_is_edited_with_a_revision_of_its_own() -> None:
    desk = Desk()
    desk.do(edit({"brand": "#010203"}, area="theme", key=""), edit({"viewers": 9}, area="targets", key=""))
    desk.do(edit({"title": "夜", "opening_overlays": []}, area="show", key=""))
    show = desk.do(edit({"duck_db": -3.0}, area="audio", key="")).show
    assert (show.theme.brand, show.targets.viewers, show.title, show.opening_overlays) == ("#010203", 9, "夜", ())
    assert (show.theme.revision, show.targets.revision, show.revision, show.audio.revision) == (1, 2, 3, 4)
    assert desk.refused(edit({"title": "昼"}, area="show", key="")).code == "stale_edit"


def test_a_show_that_another_engine_edited_goes_on_from_there() -> None:
    desk = Desk()
    theme = replace(SHOW.theme, revision=500)
    desk.do(OpenShow(replace(SHOW, theme=theme)), edit({"brand": "#010203"}, area="theme", key="", base=500))
    assert desk.state.show.theme.revision == 501
    assert desk.refused(edit({"brand": "#040506"}, area="theme", key="", base=500)).code == "stale_edit"


def test_what_is_removed_after_a_session_leaves_nothing_behind() -> None:
    desk = on_air()
    desk.do(SourceLost("clip", TROUBLE), EndSession())
    shorter = (
        edit({"opening_scene": "near", "opening_overlays": []}, area="show", key=""),
        Remove("scenes", "wide", 0),
        Remove("overlays", "card", 0),
        Remove("destinations", "yt", 0),
    )
    state = desk.do(EditTogether(shorter))
    assert broken(state) == []
    assert state.mix.program is None


def test_the_plan_changes_the_running_order_and_never_what_is_on_air() -> None:
    desk = Desk(SALE)
    desk.do(StartSession("s"), TakeNext())
    program, on_air_now, next_one = desk.state.mix.program, desk.state.rundown.on_air, desk.state.rundown.next
    assert (on_air_now, next_one) == (SALE.rundown[0], SALE.rundown[1])
    without_first = edit({"rundown": list(SALE.rundown[1:])}, area="show", key="")
    assert desk.refused(without_first).code == "edit_segment_on_air"
    kept = (SALE.rundown[0], *SALE.rundown[2:])
    state = desk.do(edit({"rundown": list(kept)}, area="show", key=""))
    assert (state.rundown.order, state.rundown.next, state.mix.program) == (kept, kept[1], program)
