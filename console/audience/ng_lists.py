"""The lists of words that come with the program, and the words that count in a show."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from console.audience.ng import NgList
from console.model.planning import NG_LISTS, NgWord
from console.model.show import Show

Language = Literal["ja", "en"]


class ListedWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a bundled list. What is said on air is Japanese; why not to say it is told in both languages."""

    word: str
    also: tuple[str, ...] = ()
    """Other ways to say it, with the same reason and the same sentence instead."""
    reason_ja: str = ""
    reason_en: str = ""
    instead: str = ""


class BundledList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A starter list: help, not legal advice."""

    title_ja: str
    title_en: str
    note_ja: str
    note_en: str
    words: tuple[ListedWord, ...]


@cache
def bundled(name: str) -> BundledList:
    """One of `console.model.planning.NG_LISTS`."""
    assert name in NG_LISTS, name
    data = files("assets").joinpath("ng-words", f"{name}.json").read_bytes()
    return msgspec.json.decode(data, type=BundledList)


def ng_list(show: Show, language: Language = "ja") -> NgList:
    """What counts in this show: its bundled lists less what it allows, then its own words, which win."""
    listed = [word for name in show.ng_lists if name in NG_LISTS for word in _words(name, language)]
    allowed = {*show.ng_allowed} - {own.word for own in show.ng_words}
    return NgList([*listed, *show.ng_words], allowed=allowed)


@cache
def _words(name: str, language: Language) -> tuple[NgWord, ...]:
    return tuple(
        NgWord(word=word, reason=listed.reason_ja if language == "ja" else listed.reason_en, instead=listed.instead)
        for listed in bundled(name).words
        for word in (listed.word, *listed.also)
    )
