"""Edits that would surprise the air."""

from typing import Any

import pytest

from console.model.commands import (
    ArmOffer,
    CloseGiveaway,
    DrawGiveaway,
    Edit,
    EndExplaining,
    EndOffer,
    Explain,
    OpenGiveaway,
    StartOffer,
    TakeNext,
)
from console.model.entry import Event
from tests.support.desk import Desk
from tests.support.sale import SALE, selling_desk
from tests.support.shows import SHOW

COUNTING = (ArmOffer("tea"), StartOffer("tea"))
CUP_LIVE = (ArmOffer("cup"), StartOffer("cup"))


def edit(area: Any, key: str, patch: dict[str, Any]) -> Edit:
    return Edit(area, key, patch, 10_000)


@pytest.mark.parametrize(
    ("before", "command", "code"),
    [
        (COUNTING, edit("offers", "tea", {"price": {"minor": 980}}), "edit_offer_runs"),
        (COUNTING, edit("offers", "tea", {"quantity": 100}), "edit_offer_runs"),
        (COUNTING, edit("offers", "tea", {"product": "cup"}), "edit_offer_runs"),
        ((*CUP_LIVE, EndOffer("cup")), edit("offers", "cup", {"window_s": 120}), "edit_offer_over"),
        (COUNTING, edit("products", "tea", {"was_basis": "また別の根拠"}), "edit_product_on_air"),
        ((Explain("cup"),), edit("products", "cup", {"price": {"minor": 1}}), "edit_product_on_air"),
        (CUP_LIVE, edit("coupons", "spring", {"quota": 9}), "edit_coupon_on_air"),
        ((TakeNext(),), edit("segments", "hello", {"scene": "near"}), "edit_segment_on_air"),
        ((TakeNext(),), edit("segments", "hello", {"cues": [{"id": "x", "at_s": 0}]}), "edit_segment_on_air"),
        ((OpenGiveaway("bag"),), edit("giveaways", "bag", {"winners": 1}), "edit_giveaway_runs"),
        ((OpenGiveaway("bag"), CloseGiveaway()), edit("giveaways", "bag", {"prize": "x"}), "edit_giveaway_runs"),
        ((), edit("renditions", "main", {"canvas": {"width": 1280, "height": 720}}), "edit_canvas_on_air"),
    ],
)
def test_what_viewers_see_stays_as_it_was_promised(before: tuple[Event, ...], command: Edit, code: str) -> None:
    desk = selling_desk()
    desk.do(*before)
    assert desk.refused(command).code == code
    Desk(SALE).do(Edit(command.area, command.id, command.patch, 0))


@pytest.mark.parametrize(
    ("before", "command"),
    [
        (COUNTING, edit("offers", "cup", {"price": {"minor": 2700}})),
        (COUNTING, edit("products", "tea", {"aliases": ["深蒸し"], "facts": ["静岡"]})),
        (COUNTING, edit("products", "cup", {"price": {"minor": 3000}})),
        ((Explain("cup"), EndExplaining()), edit("products", "cup", {"price": {"minor": 3000}})),
        (CUP_LIVE, edit("coupons", "spring", {"title": "春の"})),
        ((TakeNext(),), edit("segments", "hello", {"planned_s": 90, "script": {"opening": "こんばんは"}})),
        ((TakeNext(),), edit("segments", "tea", {"scene": "wide", "cues": []})),
        ((TakeNext(),), edit("answers", "size", {"answer": "8.5センチです"})),
        ((OpenGiveaway("bag"),), edit("giveaways", "mug", {"winners": 3})),
        ((OpenGiveaway("bag"), CloseGiveaway(), DrawGiveaway("1")), edit("giveaways", "bag", {"prize": "大福袋"})),
        ((), edit("renditions", "main", {"video_kbps": 2500})),
    ],
)
def test_what_nobody_sees_yet_and_words_can_be_edited_on_air(before: tuple[Event, ...], command: Edit) -> None:
    desk = selling_desk()
    program = desk.do(*before).mix.program
    state = desk.do(command)
    assert state is not desk.states[-2]
    assert state.mix.program == program


@pytest.mark.parametrize(
    "command",
    [
        edit("renditions", "main", {"canvas": {"width": 721, "height": 1280}}),
        edit("scenes", "wide", {"placements": [{"source": "nothing"}]}),
        edit("scenes", "wide", {"placements": [{"source": "cam", "box": {"x": 0.9}}]}),
        edit("offers", "tea", {"price": {"minor": -1}}),
        edit("offers", "tea", {"window_s": 5}),
        edit("products", "tea", {"price": {"minor": 5, "currency": "yen"}}),
        edit("coupons", "spring", {"valid_until": "tomorrow"}),
        edit("segments", "tea", {"product": "nothing"}),
        edit("segments", "tea", {"cues": [{"id": "x", "at_s": -5}]}),
        edit("answers", "size", {"product": "nothing"}),
    ],
)
def test_an_edit_obeys_the_rules_of_the_show_file(command: Edit) -> None:
    desk = Desk(SALE)
    refusal = desk.refused(command)
    assert refusal.code.startswith("show_")
    assert command.id in str(refusal.params["path"])


def test_what_was_wrong_before_does_not_forbid_to_put_something_else_right() -> None:
    desk = Desk(type(SHOW)(scenes=SHOW.scenes))
    assert desk.do(edit("scenes", "wide", {"name": "Wider"})).show.scenes["wide"].name == "Wider"


def test_next_whose_scene_is_edited_has_it_on_preview() -> None:
    desk = selling_desk()
    desk.do(TakeNext(), edit("segments", "tea", {"scene": "wide"}))
    assert (desk.state.mix.preview, desk.state.rundown.on_preview) == ("wide", "tea")
