"""A show that viewers write to, and comments as a marker would give them."""

from msgspec.structs import replace

from console.model.comment import Comment, Flag, Question
from console.model.facts import CommentsMarked
from console.model.overlay import Overlay
from console.model.planning import Answer
from console.model.show import Show
from tests.support.desk import Desk, on_air
from tests.support.shows import SHOW

TALK: Show = replace(
    SHOW,
    overlays={
        **SHOW.overlays,
        "comment": Overlay(name="Comment", kind="pinned_comment"),
        "answer": Overlay(name="Answer", kind="pinned_answer"),
    },
    answers={
        "post": Answer(question="送料はいくらですか？", answer="全国一律550円です。"),
        "tea-days": Answer(question="日持ちはどのくらいですか？", answer="発送から21日です。", product="tea"),
    },
)


def talking() -> Desk:
    """A session of it that stands by."""
    return on_air(TALK)


def comment(
    number: int | str, text: str = "かわいい", *, viewer: str = "", question: str = "", flag: Flag | None = None
) -> Comment:
    """One of viewer `v{number}`, if nobody else is named."""
    flags = (flag,) if flag else ()
    viewer = viewer or f"v{number}"
    return Comment(id=f"c{number}", viewer=viewer, text=text, at_us=1, question=question, flags=flags)


def asking(*numbers: int, question: str = "q1", text: str = "送料は？") -> CommentsMarked:
    """These viewers ask one thing."""
    comments = tuple(comment(number, text, question=question) for number in numbers)
    return CommentsMarked(comments, (Question(id=question, text=text),))
