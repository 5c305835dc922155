"""Where a line of text may end: at phrases in Japanese, at words elsewhere, and never inside an emoji."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

import budoux

Measure = Callable[[str], float]
"""Width of a line in pixels."""

ELLIPSIS = "…"
LONGEST = 400
"""Characters that are looked at; a graphic never shows as many."""
_ACCENTS_KEPT = 2
_ZWJ, _VS16, _KEYCAP = "\u200d", "\ufe0f", "\u20e3"
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_TAG = re.compile("[\U000e0020-\U000e007f]")
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_NEVER_FIRST = set("、。,.!?!?)」』】〕〉》)]}:;:;・ー々〜%%…ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NEVER_LAST = set("(「『【〔〈《([{¥¥$€£#")


def cleaned(text: str) -> str:
    """One line without controls, changes of direction and towers of accents."""
    kept: list[str] = []
    accents = 0
    for character in " ".join(text.split())[:LONGEST]:
        category = unicodedata.category(character)
        accents = accents + 1 if category in ("Mn", "Me") and character not in (_VS16, _KEYCAP) else 0
        shown = category not in ("Cc", "Cf", "Cs", "Co", "Cn") or character == _ZWJ or _TAG.match(character)
        if shown and accents <= _ACCENTS_KEPT:
            kept.append(character)
    return "".join(kept).strip()


def graphemes(text: str) -> list[str]:
    """What people see as one character: accents, skin tones, flags, families and keycaps stay whole."""
    clusters: list[str] = []
    for character in text:
        if clusters and _joins(clusters[-1], character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _joins(cluster: str, character: str) -> bool:
    if _FLAG.match(character):
        return len(cluster) == 1 and _FLAG.match(cluster) is not None
    return (
        unicodedata.combining(character) != 0
        or character in (_ZWJ, _VS16, _KEYCAP)
        or cluster.endswith(_ZWJ)
        or _SKIN.match(character) is not None
        or _TAG.match(character) is not None
    )


def phrases(text: str) -> list[str]:
    """The text in pieces between which a line may end; joined they are the text."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*", text):
        pieces.extend(_parser().parse(word) if _JAPANESE.search(word) else [word])
    return _bound(pieces)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def _bound(pieces: list[str]) -> list[str]:
    """Join what typesetters never part: no closing mark begins a line, no opening one ends it."""
    bound: list[str] = []
    for piece in pieces:
        together = (
            bound and not bound[-1].endswith(" ") and (piece[0] in _NEVER_FIRST or bound[-1][-1] in _NEVER_LAST)
        )
        if together:
            bound[-1] += piece
        else:
            bound.append(piece)
    return bound


def filled(pieces: Sequence[str], width: float, measure: Measure) -> list[str] | None:
    """Lines filled from the left; None if a single piece is wider than the width."""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and measure((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        if line == piece and measure(piece.rstrip()) > width:
            return None
    return [*lines, line.rstrip()] if line else lines


def balanced(pieces: Sequence[str], width: float, measure: Measure) -> list[str] | None:
    """As few lines as `filled` makes, but about equally long."""
    best = filled(pieces, width, measure)
    if best is None or len(best) < 2:
        return best
    low, high = width / len(best), width
    while high - low > max(1.0, width / 64):
        middle = (low + high) / 2
        tried = filled(pieces, middle, measure)
        if tried is not None and len(tried) == len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def shortened(text: str, width: float, lines: int, measure: Measure) -> list[str]:
    """As much of the text as fits, with an ellipsis where it is cut; at least the ellipsis."""
    clusters = graphemes(text)
    low, high, best = 1, len(clusters), [ELLIPSIS]
    while low <= high:
        middle = (low + high) // 2
        tried = broken("".join(clusters[:middle]).rstrip(" 、。,.") + ELLIPSIS, width, measure)
        if tried is not None and len(tried) <= lines:
            best, low = tried, middle + 1
        else:
            high = middle - 1
    return best


def broken(text: str, width: float, measure: Measure) -> list[str] | None:
    """Lines filled as tight as may be: within phrases, and within a word that is alone too long for a line."""
    characters = graphemes(text)
    words = [part for word in re.findall(r"\S+\s*", text) for part in _parts(word)]
    return filled(_bound(words), width, measure) or filled(_bound(characters), width, measure)


def _parts(word: str) -> list[str]:
    return graphemes(word) if _JAPANESE.search(word) else [word]
