"""Reducers of questions: what several comments ask is one question, and it is answered for all of them at once."""

from collections.abc import Iterable

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import AnswerQuestion, ClaimQuestion, DropQuestion, ReopenQuestion
from console.model.comment import ASKERS_KEPT, COMMENT_LONGEST, QUESTIONS_KEPT, Comment, Phase, Question
from console.model.moment import At
from console.model.state import State
from console.words.comments import QUESTION_CLAIMED, QUESTION_OVER, WHO_IS_MISSING
from console.words.host import NO_SUCH_QUESTION

NAME_LONGEST = 60


@reduces(ClaimQuestion)
def claim_question(state: State, command: ClaimQuestion, at: At) -> State:
    """Two people never answer the same question without knowing of each other."""
    question, by = _known(state, command.question), command.by.strip()[:NAME_LONGEST]
    if not by:
        raise Refused(WHO_IS_MISSING())
    if not question.is_pending:
        raise Refused(QUESTION_OVER())
    if question.claimed_by not in {"", by}:
        raise Refused(QUESTION_CLAIMED(by=question.claimed_by))
    return with_question(state, replace(question, phase="claimed", claimed_by=by))


@reduces(AnswerQuestion)
def answer_question(state: State, command: AnswerQuestion, at: At) -> State:
    """Whoever asked it, and however often: all are answered."""
    question = _known(state, command.question)
    return with_question(state, answered(question, at, phase="typed" if command.typed else "answered"))


@reduces(DropQuestion)
def drop_question(state: State, command: DropQuestion, at: At) -> State:
    """It waits no more."""
    return with_question(state, replace(_known(state, command.question), phase="dropped", claimed_by=""))


@reduces(ReopenQuestion)
def reopen_question(state: State, command: ReopenQuestion, at: At) -> State:
    """It waits, and nobody takes care of it yet."""
    question = _known(state, command.question)
    return with_question(state, replace(question, phase="open", claimed_by="", answered_us=0))


def answered(question: Question, at: At, *, phase: Phase = "answered") -> Question:
    """Done now; one that was done before stays as it was."""
    return question if question.phase == phase else replace(question, phase=phase, answered_us=at.show_us)


def with_question(state: State, question: Question) -> State:
    """In its old place."""
    if state.questions.get(question.id) == question:
        return state
    return replace(state, questions={**state.questions, question.id: question})


def asked(state: State, comments: Iterable[Comment], new: Iterable[Question], at: At) -> State:
    """With what these comments ask counted. What a muted viewer asks is not heard."""
    questions, offered = dict(state.questions), {question.id: question for question in new}
    count = 0
    for comment in comments:
        if not comment.question or comment.viewer in state.muted:
            continue
        before = questions.get(comment.question) or _begun(state, offered.get(comment.question), comment, at)
        if before is not None:
            questions[before.id] = _once_more(before, comment)
            count += 1
    if not count:
        return state
    audience = replace(state.audience, questions=state.audience.questions + count)
    return replace(state, questions=_bounded(questions), audience=audience)


def without_asker(state: State, viewer: str) -> State:
    """As if this viewer had not asked: what nobody else asked waits no more."""
    changed: dict[str, Question] = {}
    for key, question in state.questions.items():
        if viewer in question.viewers:
            left = replace(question, viewers=tuple(one for one in question.viewers if one != viewer))
            is_theirs = not left.viewers and question.is_pending
            changed[key] = replace(left, phase="dropped", claimed_by="") if is_theirs else left
    return replace(state, questions={**state.questions, **changed}) if changed else state


def _begun(state: State, new: Question | None, comment: Comment, at: At) -> Question | None:
    """A question nobody asked before. What a marker says of it is looked at as everything that comes from outside."""
    if new is None:
        return None
    product = new.product if new.product in state.show.products else ""
    text = new.text[:COMMENT_LONGEST]
    return Question(id=new.id, text=text, comment=comment.id, product=product, since_us=at.show_us)


def _once_more(question: Question, comment: Comment) -> Question:
    viewers, is_new = question.viewers, comment.viewer and comment.viewer not in question.viewers
    if is_new and len(viewers) < ASKERS_KEPT:
        viewers = (*viewers, comment.viewer)
    return replace(question, asked=question.asked + 1, viewers=viewers)


def _bounded(questions: dict[str, Question]) -> dict[str, Question]:
    """Those that are done leave first, then the oldest."""
    over = len(questions) - QUESTIONS_KEPT
    if over <= 0:
        return questions
    by_need = sorted(questions.values(), key=lambda question: question.is_pending)  # Why: stable, so oldest first.
    gone = {question.id for question in by_need[:over]}
    return {key: question for key, question in questions.items() if key not in gone}


def _known(state: State, question: str) -> Question:
    found = state.questions.get(question)
    if found is None:
        raise Refused(NO_SUCH_QUESTION(question=question[:80]))
    return found
