"""Which comments are shown, and what a row of the list says of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from console.model.comment import Comment, Question
from console.model.state import State

Filter = Literal["all", "questions", "product", "unanswered", "flagged"]
FILTERS: tuple[Filter, ...] = ("all", "questions", "product", "unanswered", "flagged")
FLAGGED = frozenset({"ng", "spam"})


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment as it is shown."""

    comment: Comment
    question: Question | None
    is_on_air: bool
    is_muted: bool


def comment_rows(state: State, chosen: Filter, wanted: str, older: tuple[Comment, ...] = ()) -> dict[str, CommentRow]:
    """Those that pass the filter and hold the wanted words, oldest first; `older` came from before the State's."""
    passes = _PASSES[chosen]
    words = wanted.strip().casefold()
    comments = {comment.id: comment for comment in older} | state.comments
    rows = {key: _row(state, comment) for key, comment in comments.items() if words in comment.text.casefold()}
    return {key: row for key, row in rows.items() if passes(state, row)}


def _row(state: State, comment: Comment) -> CommentRow:
    pinned = state.audience.comment
    return CommentRow(
        comment=comment,
        question=state.questions.get(comment.question),
        is_on_air=pinned is not None and pinned.viewer == comment.viewer and pinned.text == comment.text,
        is_muted=comment.viewer in state.muted,
    )


def _of_this_product(state: State, row: CommentRow) -> bool:
    about = row.comment.product or ("" if row.question is None else row.question.product)
    return bool(about) and about == state.explaining.product


_PASSES: dict[Filter, Callable[[State, CommentRow], bool]] = {
    "all": lambda _state, _row: True,
    "questions": lambda _state, row: row.question is not None or "question" in row.comment.flags,
    "product": _of_this_product,
    "unanswered": lambda _state, row: row.question is not None and row.question.is_pending,
    "flagged": lambda _state, row: row.is_muted or bool(FLAGGED & set(row.comment.flags)),
}
