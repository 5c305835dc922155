"""Comments come in batches, the newest stay, and nobody who is muted is ever on air."""

import msgspec
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from console.core.store import replayed
from console.errors import Refused
from console.model.commands import (
    AddComment,
    EndSession,
    MuteViewer,
    OpenGiveaway,
    PinAnswer,
    PinComment,
    StartSession,
    UndoPin,
    UnmuteViewer,
)
from console.model.comment import COMMENT_LONGEST, COMMENTS_KEPT, MUTED_MOST, REHEARSAL_PLATFORM, Comment
from console.model.entry import Entry, Event, decode_event, encode_event
from console.model.facts import CommentsMarked
from console.model.state import State
from tests.support import events
from tests.support.desk import Desk
from tests.support.invariants import broken, survives_the_journal
from tests.support.sale import selling_desk
from tests.support.talk import TALK, asking, comment, talking


def made_up(number: int) -> Comment:
    return Comment(id=f"m{number}", viewer=f"made-up-{number}", platform=REHEARSAL_PLATFORM, text="かわいい", at_us=1)


def test_the_newest_comments_stay_in_the_order_in_which_they_came_and_all_are_counted() -> None:
    desk = talking()
    for start in range(0, 400, 100):
        desk.do(CommentsMarked(tuple(comment(number) for number in range(start, start + 100))))
    assert list(desk.state.comments) == [f"c{number}" for number in range(400 - COMMENTS_KEPT, 400)]
    assert desk.state.audience.comments == 400


def test_a_batch_larger_than_what_is_kept_leaves_its_end() -> None:
    state = talking().do(CommentsMarked(tuple(comment(number) for number in range(5_000))))
    assert (len(state.comments), next(reversed(state.comments))) == (COMMENTS_KEPT, "c4999")


def test_an_id_counts_once_even_within_a_batch() -> None:
    desk = talking()
    desk.do(CommentsMarked((comment(1), comment(1, "again"))), CommentsMarked((comment(1, "later"),)))
    assert desk.state.audience.comments == 1
    assert len(desk.entries) == 2


def test_what_is_empty_has_no_id_or_comes_without_a_session_is_not_taken() -> None:
    desk = talking()
    nothing = (
        comment(1, "  "),
        msgspec.structs.replace(comment(2), id=""),
        msgspec.structs.replace(comment(3), id="x" * 201),
    )
    assert desk.do(CommentsMarked(nothing)).comments == {}
    assert Desk(TALK).do(CommentsMarked((comment(1),))).comments == {}


def test_what_is_too_long_is_cut() -> None:
    [kept] = talking().do(CommentsMarked((comment(1, "あ" * 9_000, viewer="v" * 300),))).comments.values()
    assert (len(kept.text), kept.viewer) == (COMMENT_LONGEST, "")


def test_nothing_that_is_made_up_enters_a_real_show() -> None:
    desk = talking()
    disguised = msgspec.structs.replace(made_up(2), platform="youtube")
    assert desk.do(CommentsMarked((made_up(1), disguised, comment(1)))).comments.keys() == {"c1"}


def test_a_rehearsal_has_its_made_up_viewers_and_leaves_nothing_of_them_to_the_show() -> None:
    desk = Desk(TALK)
    desk.do(
        StartSession("r", rehearsal=True),
        CommentsMarked((made_up(1), made_up(2))),
        MuteViewer("made-up-1"),
        MuteViewer("v9"),
    )
    assert len(desk.state.comments) == 2
    state = desk.do(EndSession(), StartSession("real"))
    assert (state.comments, state.questions, state.audience.comments) == ({}, {}, 0)
    assert state.muted == ("v9",)


def test_a_comment_with_the_keyword_enters_its_author_in_the_giveaway_once() -> None:
    desk = selling_desk()
    giveaway = next(iter(desk.state.show.giveaways))
    entry = CommentsMarked((comment(1, flag="entry"), comment(2, flag="entry", viewer="v1"), comment(3)))
    assert desk.do(entry).giveaway.entries == ()
    again = CommentsMarked((comment(4, flag="entry"), comment(5, flag="entry", viewer="v4")))
    assert desk.do(OpenGiveaway(giveaway), again).giveaway.entries == ("v4",)


def test_a_comment_that_is_typed_in_is_looked_at_but_never_written_down() -> None:
    desk = talking()
    written = len(desk.entries)
    desk.do(AddComment("いくらですか", name="山田"))
    assert len(desk.entries) == written
    assert desk.refused(AddComment("  ", name="山田")).code == "comment_empty"
    assert Desk(TALK).refused(AddComment("a")).code == "no_session"


def test_who_is_muted_leaves_the_air_at_once_and_does_not_come_back() -> None:
    desk = talking()
    desk.do(asking(1, 2), PinComment(comment="c1"), PinAnswer(comment="c1", prepared="post"), MuteViewer("v1"))
    assert desk.state.audience.comment is None
    assert not desk.state.overlays["comment"].shown
    pinned = desk.state.audience.pinned
    assert pinned is not None
    assert (pinned.viewer, pinned.question, pinned.answer) == ("", "", "全国一律550円です。")
    assert desk.refused(PinComment(comment="c1")).code == "comment_of_muted"
    assert desk.refused(PinAnswer(comment="c1", prepared="post")).code == "comment_of_muted"
    assert desk.refused(PinComment("typed", "v1")).code == "comment_of_muted"
    assert desk.do(UndoPin()).audience.comment is None
    assert desk.do(UnmuteViewer("v1"), PinComment(comment="c1")).audience.comment is not None


def test_a_wrong_pin_is_not_taken_back_to_somebody_who_was_muted_since() -> None:
    desk = talking()
    desk.do(asking(1, 2), PinComment(comment="c1"), PinComment(comment="c2"), MuteViewer("v1"), UndoPin())
    assert desk.state.audience.comment is None


def test_the_mutes_have_a_limit_and_what_is_no_id_is_refused() -> None:
    desk = talking()
    desk.do(*(MuteViewer(f"v{number}") for number in range(MUTED_MOST)))
    assert desk.do(MuteViewer("v0")).muted[0] == "v0"
    assert desk.refused(MuteViewer("one more")).code == "too_many_muted"
    assert desk.refused(MuteViewer("")).code == "no_such_viewer"
    assert desk.do(UnmuteViewer("nobody")) is desk.state


def test_questions_of_the_muted_are_not_heard() -> None:
    desk = talking()
    state = desk.do(MuteViewer("v1"), asking(1))
    assert (state.questions, len(state.comments)) == ({}, 1)


class AnyTalk(RuleBasedStateMachine):
    """Viewers write anything, a person presses anything, at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = talking()

    @rule(event=events.TALKING)
    def something_is_said(self, event: Event) -> None:
        before = self.desk.state
        try:
            self.desk.do(event)
        except Refused:
            assert self.desk.state is before

    @rule(event=events.COMMENTS)
    def comments_come(self, event: Event) -> None:
        self.desk.do(event)

    @precondition(lambda self: len(self.desk.entries) % 3 == 0)
    @rule()
    def time_passes(self) -> None:
        self.desk.wait(2_000_000)

    @invariant()
    def nobody_muted_is_on_air(self) -> None:
        audience, muted = self.desk.state.audience, self.desk.state.muted
        pinned = (audience.comment, audience.pinned)
        assert not any(one is not None and one.viewer in muted for one in pinned)

    @invariant()
    def nothing_is_broken(self) -> None:
        assert broken(self.desk.state) == []

    def teardown(self) -> None:
        entries = [Entry(one.revision, one.at, decode_event(encode_event(one.event))) for one in self.desk.entries]
        assert replayed(State(show=TALK), entries) == self.desk.state
        assert survives_the_journal(self.desk.state)


TestAnyTalk = AnyTalk.TestCase
