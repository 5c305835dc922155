"""Everything the desk says is said in Japanese too, once, with the same gaps."""

from collections import Counter
from pathlib import Path

import pytest

from tests.words.catalogues import Word, catalogues, sources, update, words
from widgets.speech import sentences

Key = tuple[str, str]


@pytest.fixture(autouse=True)
def _dressed() -> None:
    """Nothing is shown here."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """Context and English of everything in the sources, as Qt's own tool finds it."""
    path = tmp_path_factory.mktemp("words") / "all_ja.ts"
    update(sources(), path)
    return {(word.context, word.english) for word in words(path)}


@pytest.fixture(scope="module")
def known() -> dict[Path, list[Word]]:
    return {path: words(path) for path in catalogues()}


def test_nothing_is_untranslated(said: set[Key]) -> None:
    missing = said - set(sentences())
    assert not missing, "\n".join(f"{context}: {english!r}" for context, english in sorted(missing))


def test_nothing_is_translated_that_nobody_says(said: set[Key], known: dict[Path, list[Word]]) -> None:
    obsolete = {
        (path.name, word.context, word.english)
        for path, found in known.items()
        for word in found
        if (word.context, word.english) not in said
    }
    assert not obsolete


def test_each_context_has_one_file_and_each_word_one_place(known: dict[Path, list[Word]]) -> None:
    homes = Counter(context for found in known.values() for context in {word.context for word in found})
    assert not {context for context, count in homes.items() if count > 1}
    times = Counter((word.context, word.english) for found in known.values() for word in found)
    assert not {word for word, count in times.items() if count > 1}


def test_both_languages_have_the_same_gaps(known: dict[Path, list[Word]]) -> None:
    wrong = {word for found in known.values() for word in found if word.japanese and word.gaps[0] != word.gaps[1]}
    assert not wrong


def test_no_word_begins_or_ends_otherwise_than_it_is_joined(known: dict[Path, list[Word]]) -> None:
    """Japanese needs no space before a unit; a line that ends in one is a slip."""
    assert not {word for found in known.values() for word in found if word.japanese != word.japanese.rstrip()}
