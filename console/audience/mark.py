"""Looks through comments as they come: what each asks, which product it names, what is wrong with it.

Runs wherever it is put: on the control thread, or in a process of its own while many write.
"""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from console.audience.abuse import is_abusive, is_private
from console.audience.meaning import TWINS_FROM, Meaning, covered, likeness, meaning_of
from console.audience.ng import NgList
from console.audience.normalise import normalised
from console.audience.product_mention import Mentions, ProductNames
from console.audience.question import is_question
from console.audience.spam import Repeats, is_advertisement
from console.model.comment import Comment, Flag, Question
from console.model.planning import NgWord

GENERAL_FROM = 0.6
"""A question this much like one of the library that belongs to no product is about no product either."""


class Book(msgspec.Struct, frozen=True):
    """What of a show it needs to know. Travels between processes."""

    products: dict[str, ProductNames] = {}
    ng_words: tuple[NgWord, ...] = ()
    ng_allowed: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    """Questions of the library that belong to no product."""


class Asked(msgspec.Struct, frozen=True):
    """A question that was asked before and may be asked again."""

    id: str
    text: str
    product: str = ""


class Circumstances(msgspec.Struct, frozen=True):
    """What holds while a batch is looked through."""

    asked: tuple[Asked, ...] = ()
    topic: str = ""
    """Product that is explained now: what a question is about that names none."""
    keyword: str = ""
    """Of the giveaway that is open; empty: none is."""


class Marked(msgspec.Struct, frozen=True):
    """A batch that was looked through."""

    comments: tuple[Comment, ...]
    questions: tuple[Question, ...] = ()
    """Those that nobody asked before."""


class Marker:
    """Made ready once for a show; remembers who said what lately."""

    def __init__(self, book: Book, *, repeats: Repeats | None = None) -> None:
        """`repeats`: what another marker remembered."""
        self.repeats = repeats or Repeats()
        self._mentions = Mentions(book.products)
        self._ng = NgList(book.ng_words, allowed=book.ng_allowed)
        self._general = tuple(meaning_of(text) for text in book.general)

    def mark(self, comments: Sequence[Comment], circumstances: Circumstances) -> Marked:
        """All of a batch, in its order; flags that a comment has already stay."""
        asked = _Questions(self._meaning(one.text) for one in circumstances.asked)
        asked.known = [(one.id, one.product) for one in circumstances.asked]
        keyword = normalised(circumstances.keyword)
        marked = tuple(self._one(comment, asked, circumstances.topic, keyword) for comment in comments)
        return Marked(marked, tuple(asked.new))

    def _one(self, comment: Comment, asked: "_Questions", topic: str, keyword: str) -> Comment:
        text = comment.text
        product, flags = self._mentions.find(text), list(comment.flags)
        flags += self._faults(comment)
        if keyword and keyword in normalised(text):
            flags.append("entry")
        question = ""
        if "spam" not in flags and is_question(text):
            flags.append("question")
            question = asked.of(comment, self._meaning(text), self._about(text, product, topic))
        return replace(comment, product=product, question=question, flags=tuple(dict.fromkeys(flags)))

    def _faults(self, comment: Comment) -> list[Flag]:
        flags: list[Flag] = []
        if is_abusive(comment.text) or is_private(comment.text) or self._ng.find(comment.text):
            flags.append("ng")
        repeated = self.repeats.is_repeated(comment.viewer, comment.text, comment.at_us)
        if repeated or is_advertisement(comment.text):
            flags.append("spam")
        return flags

    def _meaning(self, text: str) -> Meaning:
        return meaning_of(self._mentions.without(text))

    def _about(self, text: str, product: str, topic: str) -> str:
        """What it names; else what is explained, unless it is asked of every product alike."""
        if product or not topic:
            return product
        meaning = self._meaning(text)
        if meaning.is_general:
            return ""
        return "" if any(covered(one, meaning) >= GENERAL_FROM for one in self._general) else topic


class _Questions:
    """Questions of one batch, each found again by what it means."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._meanings = list(meanings)
        self.known: list[tuple[str, str]] = []
        """Id and product of each meaning."""
        self.new: list[Question] = []

    def of(self, comment: Comment, meaning: Meaning, product: str) -> str:
        """Id of the one that this comment asks: the one most like it, or a new one."""
        found = self._twin(meaning, product)
        if found:
            return found
        question = Question(id=f"q/{comment.id}", text=comment.text, comment=comment.id, product=product)
        self.new.append(question)
        self._meanings.append(meaning)
        self.known.append((question.id, product))
        return question.id

    def _twin(self, meaning: Meaning, product: str) -> str:
        alike = (
            (likeness(meaning, other), key)
            for other, (key, about) in zip(self._meanings, self.known, strict=True)
            if about == product
        )
        best = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
        return best[1] if best[0] >= TWINS_FROM else ""
