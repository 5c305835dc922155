"""Reducers of what is pinned: a viewer's comment, or a question with its answer. A wrong one can be taken back."""

from msgspec.structs import replace

from console.core.audience import TEXT_LONGEST, known
from console.core.overlays import hidden, shown_anew
from console.core.questions import answered, with_question
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import PinAnswer, PinComment, UndoPin, UnpinAnswer, UnpinComment
from console.model.comment import COMMENTS_KEPT, BeforePin, Comment, Question
from console.model.moment import At
from console.model.overlay import PinnedAnswer, PinnedComment
from console.model.state import Audience, State
from console.words.comments import (
    ANSWER_MISSING,
    COMMENT_OF_MUTED,
    NO_GRAPHIC_FOR_IT,
    NO_PIN_TO_UNDO,
    NO_SUCH_ANSWER,
    NO_SUCH_COMMENT,
)
from console.words.core import NO_SESSION

UNDO_US = 5_000_000
"""How long a wrong one can be taken back. Show time."""
COMMENT_KIND, ANSWER_KIND = "pinned_comment", "pinned_answer"
"""Kinds of the graphics that show them."""


@reduces(PinComment)
def pin_comment(state: State, command: PinComment, at: At) -> State:
    """By its id it is on air at once; words alone are what the graphic shows when it comes; nothing takes it off."""
    _in_session(state)
    if command.comment:
        comment = _comment(state, command.comment)
        pinned = PinnedComment(text=comment.text[:TEXT_LONGEST], viewer=comment.viewer)
        return _on_air(replace(state, audience=replace(state.audience, comment=pinned)), COMMENT_KIND, at, state)
    _not_muted(state, command.viewer)
    text = command.text.strip()[:TEXT_LONGEST]
    words = PinnedComment(text=text, viewer=known(command.viewer)) if text else None
    return _with(state, replace(state.audience, comment=words))


@reduces(PinAnswer)
def pin_answer(state: State, command: PinAnswer, at: At) -> State:
    """To a comment, or prepared, it goes on air at once, and what the comment asks is answered for all who asked."""
    _in_session(state)
    if not command.comment and not command.prepared:
        _not_muted(state, command.viewer)
        return _with(state, replace(state.audience, pinned=_words(command)))
    comment = _comment(state, command.comment) if command.comment else None
    pinned = _answer(state, command, comment)
    after = replace(state, audience=replace(state.audience, pinned=pinned))
    question = state.questions.get(comment.question) if comment is not None else None
    if question is not None:
        after = with_question(after, answered(question, at))
    return _on_air(after, ANSWER_KIND, at, state, question)


@reduces(UnpinComment)
def unpin_comment(state: State, command: UnpinComment, at: At) -> State:
    """Nobody's comment is on air."""
    return unpinned_comment(state, at)


@reduces(UnpinAnswer)
def unpin_answer(state: State, command: UnpinAnswer, at: At) -> State:
    """No answer is on air; what it answered stays answered."""
    return _off_air(_with(state, replace(state.audience, pinned=None)), ANSWER_KIND, at)


@reduces(UndoPin)
def undo_pin(state: State, command: UndoPin, at: At) -> State:
    """As if it had not been pinned: what was there before is there, and a question waits again."""
    before = state.audience.before_pin
    if before is None or at.show_us > before.until_us:
        raise Refused(NO_PIN_TO_UNDO(seconds=UNDO_US // 1_000_000))
    if before.kind == "comment":
        audience = replace(state.audience, comment=before.comment)
    else:
        audience = replace(state.audience, pinned=before.pinned)
    state = _with(state, audience)
    for overlay in before.shown:
        state = hidden(state, overlay, at)
    now = state.questions.get(before.question.id) if before.question is not None else None
    if now is None or before.question is None:
        return state
    was = before.question
    return with_question(state, replace(now, phase=was.phase, claimed_by=was.claimed_by, answered_us=was.answered_us))


def unpinned_comment(state: State, at: At) -> State:
    """With no comment on air."""
    return _off_air(_with(state, replace(state.audience, comment=None)), COMMENT_KIND, at)


def without_words_of(state: State, viewer: str, at: At) -> State:
    """Nothing that this viewer wrote is on air, or comes back there. An answer stays without the question."""
    audience = state.audience
    if audience.comment is not None and audience.comment.viewer == viewer:
        state = unpinned_comment(state, at)
    pinned, before = _anonymous(audience.pinned, viewer), audience.before_pin
    if before is not None:
        was = None if before.comment is not None and before.comment.viewer == viewer else before.comment
        before = replace(before, comment=was, pinned=_anonymous(before.pinned, viewer), question=None)
    if (pinned, before) == (audience.pinned, audience.before_pin):
        return state
    return replace(state, audience=replace(state.audience, pinned=pinned, before_pin=before))


def _anonymous(pinned: PinnedAnswer | None, viewer: str) -> PinnedAnswer | None:
    if pinned is None or pinned.viewer != viewer:
        return pinned
    return replace(pinned, viewer="", question="")


def _words(command: PinAnswer) -> PinnedAnswer | None:
    answer, question = (text.strip()[:TEXT_LONGEST] for text in (command.answer, command.question))
    return PinnedAnswer(viewer=known(command.viewer), question=question, answer=answer) if answer else None


def _answer(state: State, command: PinAnswer, comment: Comment | None) -> PinnedAnswer:
    text, question = command.answer.strip(), command.question.strip()
    if command.prepared:
        prepared = state.show.answers.get(command.prepared)
        if prepared is None:
            raise Refused(NO_SUCH_ANSWER(answer=command.prepared[:80]))
        text, question = text or prepared.answer, question or prepared.question
    if not text:
        raise Refused(ANSWER_MISSING())
    if comment is not None:
        return PinnedAnswer(viewer=comment.viewer, question=comment.text[:TEXT_LONGEST], answer=text[:TEXT_LONGEST])
    return PinnedAnswer(question=question[:TEXT_LONGEST], answer=text[:TEXT_LONGEST])


def _on_air(after: State, kind: str, at: At, before: State, question: Question | None = None) -> State:
    """With the graphics of this kind on air, from now; and the way back."""
    graphics = [key for key, overlay in after.show.overlays.items() if overlay.kind == kind]
    if not graphics:
        raise Refused(NO_GRAPHIC_FOR_IT(kind=kind))
    was_shown = {key for key, status in before.overlays.items() if status.shown}
    for key in graphics:
        after = shown_anew(after, key, at)
    back = BeforePin(
        kind="comment" if kind == COMMENT_KIND else "answer",
        until_us=at.show_us + UNDO_US,
        comment=before.audience.comment,
        pinned=before.audience.pinned,
        shown=tuple(key for key in graphics if key not in was_shown),
        question=question,
    )
    return replace(after, audience=replace(after.audience, before_pin=back))


def _off_air(state: State, kind: str, at: At) -> State:
    for key, overlay in state.show.overlays.items():
        if overlay.kind == kind:
            state = hidden(state, key, at)
    return state


def _with(state: State, audience: Audience) -> State:
    """There is no way back from this."""
    return replace(state, audience=replace(audience, before_pin=None))


def _comment(state: State, key: str) -> Comment:
    comment = state.comments.get(key)
    if comment is None:
        raise Refused(NO_SUCH_COMMENT(kept=COMMENTS_KEPT))
    _not_muted(state, comment.viewer)
    return comment


def _not_muted(state: State, viewer: str) -> None:
    if viewer and viewer in state.muted:
        raise Refused(COMMENT_OF_MUTED())


def _in_session(state: State) -> None:
    if not state.session.running:
        raise Refused(NO_SESSION())
