"""Which prepared answers fit a comment, best first."""

from functools import lru_cache

import msgspec

from console.audience.meaning import Meaning, covered, likeness, meaning_of
from console.audience.product_mention import Mentions, names_of
from console.model.comment import Comment
from console.model.planning import Answer
from console.model.product import Product
from console.model.state import State

LIKELY_FROM = 0.5
"""From this score on an answer may be proposed for one key; below it is only near at hand."""
MOST = 6
OWN_PRODUCT, OTHER_PRODUCT = 0.15, -0.55
"""Added to what an answer of the same, of another product scores."""
SPOKEN_OF = 0.6
"""Score of an answer that speaks of all that is asked, though its own question is another."""
NEARLY_NOTHING = 0.2
"""Less than this in common is nothing."""


class Suggestion(msgspec.Struct, frozen=True):
    """A prepared answer that may fit."""

    answer_id: str
    text: str
    """The answer, as it would go on air."""
    score: float
    """0 to 1."""

    @property
    def is_likely(self) -> bool:
        """Good enough to be pinned by one key."""
        return self.score >= LIKELY_FROM


def suggestions(state: State, comment_id: str) -> tuple[Suggestion, ...]:
    """Best first; then, with score 0, the rest of this product's. Empty for a comment that State does not hold."""
    comment = state.comments.get(comment_id)
    if comment is None:
        return ()
    about = about_of(state, comment)
    meaning = meaning_of(_bare(comment.text, tuple(state.show.products.items())))
    answers = state.show.answers
    scored = [Suggestion(key, one.answer, _score(state, meaning, one, about)) for key, one in answers.items()]
    kept = [one for one in scored if one.score or answers[one.answer_id].product in {about, ""}]
    kept.sort(key=lambda one: (-one.score, answers[one.answer_id].product != about))
    return tuple(kept[:MOST])


def about_of(state: State, comment: Comment) -> str:
    """The product that a comment is about: named, or known of its question, or explained now."""
    question = state.questions.get(comment.question)
    return comment.product or (question.product if question is not None else state.explaining.product)


def _score(state: State, meaning: Meaning, answer: Answer, about: str) -> float:
    asked = meaning_of(_bare(answer.question, tuple(state.show.products.items())))
    common = 0.6 * likeness(meaning, asked) + 0.4 * covered(asked, meaning)
    if meaning.matters:
        common = max(common, SPOKEN_OF * covered(meaning, meaning_of(answer.answer)))
    if common < NEARLY_NOTHING:
        return 0.0
    if answer.product:
        common += OWN_PRODUCT if answer.product == about else OTHER_PRODUCT
    return round(min(1.0, max(0.0, common)), 3)


def _bare(text: str, products: tuple[tuple[str, Product], ...]) -> str:
    """Without the names of products: they say of which, not what is asked."""
    return _mentions(_Names(products)).without(text)


class _Names:
    """Products of a show as a key: the same object is the same, others by what they are called."""

    def __init__(self, products: tuple[tuple[str, Product], ...]) -> None:
        self.names = names_of(dict(products))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Names) and other.names == self.names

    def __hash__(self) -> int:
        return hash(tuple(self.names))


@lru_cache(maxsize=4)
def _mentions(names: _Names) -> Mentions:
    return Mentions(names.names)
