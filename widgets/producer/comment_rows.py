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
    comments: dict[str, Comment] = {comment.id: comment for comment in older} | state.comments
    if words:
        comments = {key: comment for key, comment in comments.items() if words in comment.text.casefold()}
    rows = _rows(state, comments)
    return rows if chosen == "all" else {key: row for key, row in rows.items() if passes(state, row)}


def _rows(state: State, comments: dict[str, Comment]) -> dict[str, CommentRow]:
    """Why in one go: hundreds of rows, with every batch of comments."""
    pinned, questions, muted = state.audience.comment, state.questions, frozenset(state.muted)
    on_air = None if pinned is None else (pinned.viewer, pinned.text)
    return {
        key: CommentRow(
            comment,
            questions.get(comment.question) if comment.question else None,
            on_air is not None and (comment.viewer, comment.text) == on_air,
            comment.viewer in muted,
        )
        for key, comment in comments.items()
    }


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
