"""Who is forgotten leaves the State; numbers stay, and a draw stays provable."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.core.giveaway import recomputed
from console.core.people import FORGETTING_MOST, without
from console.errors import Refused
from console.model.commands import (
    CloseGiveaway,
    DrawGiveaway,
    EndSession,
    ForgetViewer,
    OpenGiveaway,
    PinAnswer,
    PinComment,
    StartSession,
)
from console.model.comment import BeforePin, Comment, Question
from console.model.entry import Event
from console.model.facts import GiveawayEntered, ViewerForgotten
from console.model.overlay import PinnedComment
from console.model.people import viewers_in, viewers_shown
from console.model.state import Audience
from tests.support.desk import Desk, on_air
from tests.support.events import COMMANDS, FACTS
from tests.support.sale import SALE, order


def drawn(*viewers: str, seed: str = "1") -> Desk:
    """The bag has two winners."""
    desk = on_air(SALE)
    desk.do(OpenGiveaway("bag"), *(GiveawayEntered(viewer) for viewer in viewers))
    desk.do(CloseGiveaway(), DrawGiveaway(seed))
    return desk


def test_what_they_wrote_leaves_the_air_and_an_answer_stays_without_who_asked() -> None:
    desk = on_air(SALE)
    desk.do(PinComment("きれい", "v1"), PinAnswer("はい", "v1です。洗えますか", "v1"))
    audience = desk.do(ForgetViewer("v1")).audience
    assert audience.comment is None
    assert audience.pinned is not None
    assert (audience.pinned.answer, audience.pinned.question, audience.pinned.viewer) == ("はい", "", "")


def test_comments_and_questions_go_unless_others_ask_the_same() -> None:
    asked = [Comment(id=viewer, viewer=viewer, text="洗えますか", at_us=1, question="q1") for viewer in ("v1", "v2")]
    only_mine = Comment(id="c3", viewer="v1", text="v1です", at_us=1, question="q2")
    replaced = BeforePin(kind="comment", until_us=9, comment=PinnedComment(text="a", viewer="v1"))
    before = msgspec.structs.replace(
        on_air(SALE).state,
        comments={one.id: one for one in (*asked, only_mine)},
        questions={
            "q1": Question(id="q1", text="洗えますか", viewers=("v1", "v2"), asked=2),
            "q2": Question(id="q2", text="v1です", viewers=("v1",), asked=1),
        },
        muted=("v1", "v3"),
        audience=Audience(before_pin=replaced),
    )
    assert {"v1", "v2", "v3"} <= viewers_shown(before)
    after = without(before, "v1")
    assert "v1" not in repr(after)
    assert (list(after.comments), list(after.questions), after.muted) == (["v2"], ["q1"], ("v3",))
    assert (after.questions["q1"].asked, after.audience.before_pin) == (2, None)


def test_what_others_wrote_stays() -> None:
    desk = on_air(SALE)
    before = desk.do(PinComment("きれい", "v2"), PinAnswer("はい", "?", "v2")).audience
    assert desk.do(ForgetViewer("v1")).audience == before


def test_the_name_waits_for_the_disk_and_that_it_is_gone_is_said() -> None:
    desk = on_air(SALE)
    assert desk.do(ForgetViewer(" v1 "), ForgetViewer("v2"), ForgetViewer("v1")).forgetting == ("v1", "v2")
    state = desk.do(ViewerForgotten("v1"), ViewerForgotten("v1"))
    assert state.forgetting == ("v2",)
    assert [notice.message.code for notice in state.notices] == ["viewer_forgotten"]
    assert desk.do(ViewerForgotten("v3")) is state


def test_what_is_to_be_deleted_outlives_sessions() -> None:
    desk = Desk(SALE)
    desk.do(ForgetViewer("v1"), StartSession("s1"))
    assert desk.do(ForgetViewer("v2"), EndSession(), StartSession("s2")).forgetting == ("v1", "v2")


@pytest.mark.parametrize("viewer", ["", "  ", "v" * 201])
def test_what_is_no_id_is_refused(viewer: str) -> None:
    assert on_air(SALE).refused(ForgetViewer(viewer)).code == "no_such_viewer"


def test_those_who_wait_are_bounded() -> None:
    desk = on_air(SALE)
    desk.do(*(ForgetViewer(f"v{number}") for number in range(FORGETTING_MOST)))
    assert desk.refused(ForgetViewer("one more")).code == "too_many_to_forget"
    assert len(desk.do(ForgetViewer("v7")).forgetting) == FORGETTING_MOST


def test_a_draw_can_be_computed_again_whoever_asked_to_be_forgotten() -> None:
    desk = drawn("a", "b", "c", "d")
    first, second = desk.state.giveaway.winners
    loser = next(viewer for viewer in "abcd" if viewer not in {first, second})
    for viewer in (first, loser, first):
        giveaway = desk.do(ForgetViewer(viewer), ViewerForgotten(viewer)).giveaway
    assert giveaway.winners == (second,)
    assert loser not in giveaway.entries
    assert recomputed(giveaway.entries, giveaway.seed, giveaway.places) == (first, second)


def test_before_the_draw_who_is_forgotten_takes_no_part() -> None:
    desk = on_air(SALE)
    desk.do(OpenGiveaway("mug"), GiveawayEntered("a"), GiveawayEntered("b"), ForgetViewer("a"), ViewerForgotten("a"))
    assert desk.do(CloseGiveaway(), DrawGiveaway("1")).giveaway.winners == ("b",)
    assert "a" not in viewers_in(desk.state)


def test_a_buyer_leaves_toasts_and_limits() -> None:
    desk = on_air(SALE)
    state = desk.do(order("1", buyer="v1"), ForgetViewer("v1"), ViewerForgotten("v1"))
    assert "v1" not in viewers_in(state)
    assert [toast.initials for toast in state.selling.toasts] == [""]


@settings(max_examples=60, deadline=None)
@given(st.lists(COMMANDS | FACTS, max_size=20), st.sampled_from(["b1", "b2"]))
def test_whatever_happened_who_is_forgotten_is_at_most_the_proof_of_a_draw(events: list[Event], viewer: str) -> None:
    desk = on_air(SALE)
    for event in events:
        try:
            desk.do(event)
        except Refused:
            continue
    state = desk.do(ForgetViewer(viewer), ViewerForgotten(viewer))
    is_proof = viewer in recomputed(state.giveaway.entries, state.giveaway.seed, state.giveaway.places)
    assert (viewer in viewers_in(state)) == is_proof
    assert viewer not in state.giveaway.winners
    bare = msgspec.structs.replace(state.giveaway, entries=())
    assert viewer not in viewers_in(msgspec.structs.replace(state, giveaway=bare))
