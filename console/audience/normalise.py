"""Text as it is compared: width, kana, case, long vowels and gaps folded away, each character knowing its origin."""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_KATAKANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
"""Katakana to hiragana; they stand in the same order, 0x60 apart."""
_LONG = frozenset("ー〜~∼")
"""Marks of a long vowel; their half-width forms become these by NFKC."""
_DASHES = frozenset("-‐‑‒–—―−─━")
"""Typed in place of a long vowel mark; between other letters they are what they are."""
_VOICED = frozenset("\u3099\u309a\uff9e\uff9f")
"""Sound marks that belong to the kana before them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded, and where each of its characters came from."""

    text: str
    origins: tuple[tuple[int, int], ...]
    """For each character of `text`: where its cluster begins and ends in the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A range of `text` (not empty) as a range of the original."""
        return self.origins[start][0], self.origins[end - 1][1]


def folded(text: str) -> Folded:
    """Fold a text. Spaces, invisible characters and long vowel marks are left out, line ends stay."""
    letters: list[str] = []
    origins: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        for letter in unicodedata.normalize("NFKC", text[start:end]).casefold():
            kept = _kept(letter, letters[-1] if letters else "")
            letters += kept
            origins += [(start, end)] * len(kept)
    return Folded("".join(letters), tuple(origins))


def normalised(text: str) -> str:
    """Only the text."""
    return folded(text).text


def is_kana(letter: str) -> bool:
    """A folded kana."""
    return "\u3041" <= letter <= "\u309f"


def _kept(letter: str, before: str) -> str:
    """What stays of a character: itself, its hiragana, or nothing."""
    if letter in "\n\r":
        return "\n"
    if letter in _LONG or (letter in _DASHES and before and is_kana(before)) or _is_gap(letter):
        return ""
    return letter.translate(_KATAKANA)


def _is_gap(letter: str) -> bool:
    """A space, a control, something invisible, or a mark stacked on the letter before."""
    return unicodedata.category(letter) in {"Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Mn", "Me", "Co", "Cs"}


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each character with the marks that follow it, so that a half-width kana composes with its sound mark."""
    starts = [at for at, letter in enumerate(text) if at == 0 or not _is_mark(letter)]
    return list(pairwise([*starts, len(text)]))


def _is_mark(letter: str) -> bool:
    return letter in _VOICED or unicodedata.combining(letter) > 0
