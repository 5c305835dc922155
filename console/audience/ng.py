"""Words not to say, found however they are written. Help for a planner and a host, not legal advice."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from console.audience.normalise import Folded, folded, is_kana, normalised
from console.model.planning import NgWord

LONGEST = 20_000
"""Characters of one text that are looked at; the rest of a longer one is not."""
MOST = 200
"""Finds in one text that are told."""
_SMALL = frozenset("ぁぃぅぇぉゃゅょゎ")


class NgFind(msgspec.Struct, frozen=True):
    """One word found in a text."""

    word: str
    """As the list has it."""
    reason: str
    instead: str
    start: int
    """Where it begins in the text, in characters."""
    end: int
    written: str
    """As the text has it."""


@dataclass(frozen=True, slots=True)
class _Sought:
    entry: NgWord
    text: str
    opens_latin: bool
    closes_latin: bool
    """It begins or ends with a Latin letter or digit: no other may stand beside it there."""


class NgList:
    """Words to look for, made ready once."""

    def __init__(self, words: Iterable[NgWord], *, allowed: Iterable[str] = ()) -> None:
        """Of two entries for one word the later counts; `allowed` words are left out."""
        free = {normalised(word) for word in allowed}
        sought = {text: _sought(entry, text) for entry in words if (text := normalised(entry.word))}
        self._sought = tuple(one for text, one in sought.items() if text not in free)

    def __len__(self) -> int:
        """Words."""
        return len(self._sought)

    def find(self, text: str) -> tuple[NgFind, ...]:
        """All that is in the text, in its order. Of words inside one another only the longest is told."""
        if not self._sought or not text:
            return ()
        where = folded(text[:LONGEST])
        here = [sought for sought in self._sought if sought.text in where.text]
        found = [find for sought in here for find in _occurrences(sought, where, text)]
        found.sort(key=lambda find: (find.start, -find.end))
        told: list[NgFind] = []
        for find in found:
            if not told or find.end > told[-1].end:
                told.append(find)
        return tuple(told[:MOST])


def _occurrences(sought: _Sought, where: Folded, text: str) -> list[NgFind]:
    entry, found, at = sought.entry, list[NgFind](), where.text.find(sought.text)
    while at >= 0 and len(found) < MOST:
        end = at + len(sought.text)
        if _stands_alone(sought, where, text, at, end):
            first, last = where.span(at, end)
            found.append(NgFind(entry.word, entry.reason, entry.instead, first, last, text[first:last]))
        at = where.text.find(sought.text, at + 1)
    return found


def _sought(entry: NgWord, text: str) -> _Sought:
    return _Sought(entry, text, _is_latin(text[0]), _is_latin(text[-1]))


def _stands_alone(sought: _Sought, where: Folded, text: str, at: int, end: int) -> bool:
    """Not a part of another word, as far as that can be told without a dictionary."""
    first, last = where.span(at, end)
    if sought.opens_latin and _is_latin(text[max(0, first - 1) : first]):
        return False
    if sought.closes_latin and _is_latin(text[last : last + 1]):
        return False
    # Why: a small kana belongs to the one before it, so しみ is not in シミュレーション.
    return not (is_kana(sought.text[-1]) and where.text[end : end + 1] in _SMALL)


def _is_latin(letter: str) -> bool:
    text = normalised(letter)
    return text != "" and text.isascii() and text.isalnum()
