"""What is pinned is on air at once, and a wrong one can be taken back."""

import pytest

from console.model.commands import (
    AnswerQuestion,
    ClaimQuestion,
    EndSession,
    HideOverlay,
    PinAnswer,
    PinComment,
    ShowOverlay,
    UndoPin,
    UnpinAnswer,
    UnpinComment,
)
from console.model.entry import Event
from console.model.overlay import PinnedAnswer, PinnedComment
from tests.support.desk import Desk, on_air
from tests.support.talk import TALK, asking, talking


def shown(desk: Desk) -> set[str]:
    return {key for key, status in desk.state.overlays.items() if status.shown}


def test_one_click_puts_a_comment_on_air_with_its_graphic() -> None:
    desk = talking()
    desk.do(asking(1), PinComment(comment="c1"))
    assert desk.state.audience.comment == PinnedComment(text="送料は？", viewer="v1")
    assert "comment" in shown(desk)
    desk.do(UnpinComment())
    assert desk.state.audience.comment is None
    assert "comment" not in shown(desk)


def test_another_comment_takes_the_place_without_the_graphic_coming_in_again_but_has_its_own_time() -> None:
    desk = talking()
    before = desk.do(asking(1, 2), PinComment(comment="c1")).overlays["comment"]
    desk.wait(3_000_000)
    after = desk.do(PinComment(comment="c2")).overlays["comment"]
    assert after.since_us == before.since_us
    assert after.shown_us > before.shown_us + 3_000_000


def test_an_answer_to_a_comment_is_on_air_and_answers_all_who_asked() -> None:
    desk = talking()
    desk.do(asking(1, 2), PinAnswer(comment="c2", prepared="post"))
    assert desk.state.audience.pinned == PinnedAnswer(viewer="v2", question="送料は？", answer="全国一律550円です。")
    assert "answer" in shown(desk)
    assert desk.state.questions["q1"].phase == "answered"


def test_a_typed_answer_goes_on_air_as_well_and_a_prepared_one_needs_no_comment() -> None:
    desk = talking()
    assert desk.do(asking(1), PinAnswer(comment="c1", answer="  今日だけ無料です ")).audience.pinned == PinnedAnswer(
        viewer="v1", question="送料は？", answer="今日だけ無料です"
    )
    assert desk.do(PinAnswer(prepared="post")).audience.pinned == PinnedAnswer(
        question="送料はいくらですか？", answer="全国一律550円です。"
    )
    desk.do(UnpinAnswer())
    assert desk.state.audience.pinned is None
    assert "answer" not in shown(desk)


def test_words_alone_wait_for_their_graphic() -> None:
    desk = talking()
    desk.do(PinAnswer("答え", "問い"), PinComment("すてき", "v7"))
    assert shown(desk) == {"card"}
    desk.do(PinAnswer(), PinComment())
    assert (desk.state.audience.pinned, desk.state.audience.comment) == (None, None)


def test_within_five_seconds_a_wrong_comment_is_taken_back_to_what_was_there() -> None:
    desk = talking()
    desk.do(asking(1, 2), PinComment(comment="c1"), PinComment(comment="c2"))
    desk.wait(4_990_000)
    assert desk.do(UndoPin()).audience.comment == PinnedComment(text="送料は？", viewer="v1")
    assert "comment" in shown(desk), "the one before was on air"
    assert desk.refused(UndoPin()).code == "no_pin_to_undo"


def test_the_first_one_taken_back_leaves_no_graphic() -> None:
    desk = talking()
    desk.do(asking(1), PinComment(comment="c1"), UndoPin())
    assert desk.state.audience.comment is None
    assert shown(desk) == {"card"}


def test_later_it_is_too_late() -> None:
    desk = talking()
    desk.do(asking(1), PinComment(comment="c1"))
    desk.wait(5_010_000)
    assert desk.refused(UndoPin()).params == {"seconds": 5}


def test_an_answer_taken_back_lets_the_question_wait_again_as_it_did() -> None:
    desk = talking()
    desk.do(asking(1), ClaimQuestion("q1", "佐藤"), PinAnswer(comment="c1", prepared="post"), asking(2), UndoPin())
    question = desk.state.questions["q1"]
    assert (question.phase, question.claimed_by, question.answered_us, question.asked) == ("claimed", "佐藤", 0, 2)
    assert desk.state.audience.pinned == TALK.opening_answer


def test_what_came_after_a_pin_is_not_undone_with_it() -> None:
    desk = talking()
    desk.do(asking(1, 2), PinComment(comment="c1"), UnpinComment())
    assert desk.refused(UndoPin()).code == "no_pin_to_undo"
    desk.do(PinComment(comment="c1"), ShowOverlay("qr"), HideOverlay("card"), UndoPin())
    assert shown(desk) == {"qr"}


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (PinComment(comment="c9"), "no_such_comment"),
        (PinAnswer(comment="c9", prepared="post"), "no_such_comment"),
        (PinAnswer(comment="c1", prepared="nothing"), "no_such_answer"),
        (PinAnswer(prepared="nothing"), "no_such_answer"),
        (PinAnswer(comment="c1", answer="  "), "answer_missing"),
    ],
)
def test_what_is_not_there_cannot_be_pinned(event: Event, code: str) -> None:
    desk = talking()
    desk.do(asking(1))
    assert desk.refused(event).code == code


def test_a_show_without_the_graphic_says_so_instead_of_showing_nothing() -> None:
    desk = on_air()
    desk.do(asking(1))
    assert desk.refused(PinComment(comment="c1")).params == {"kind": "pinned_comment"}
    assert desk.refused(PinAnswer(comment="c1", answer="はい")).params == {"kind": "pinned_answer"}


def test_nothing_is_pinned_without_a_session_and_nothing_stays_after_one() -> None:
    desk = talking()
    desk.do(asking(1), PinComment(comment="c1"), PinAnswer(comment="c1", prepared="post"), EndSession())
    assert (desk.state.audience.comment, desk.state.audience.pinned, desk.state.overlays) == (None, None, {})
    for event in (PinComment(comment="c1"), PinAnswer(comment="c1", prepared="post")):
        assert desk.refused(event).code == "no_session"
    assert desk.refused(UndoPin()).code == "no_pin_to_undo"
    assert desk.do(AnswerQuestion("q1")).questions["q1"].phase == "answered", "worked off afterwards too"
