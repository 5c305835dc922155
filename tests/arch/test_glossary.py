"""One meaning, one word: docs/glossary.md decides, names in the code obey."""

import ast
import re

import pytest

from tests.support import house

EMPTY_WORDS = ("Manager", "Helper", "Helpers", "Util", "Utils", "Data", "Info", "Handler")
"""Ends of names that say nothing about what a thing is."""

WORDS = house.read("docs/architecture.md").partition("## Words")[2].partition("\n## ")[0]
TERMS = re.findall(r"\*\*(.+?)\*\*", WORDS)
"""The words that the architecture page uses, in its section about them."""

ROW = re.compile(
    r"^\| \*\*(?P<term>[^*]+)\*\* \| (?P<ja>[^|]+) \| (?P<meaning>[^|]+) \| (?P<not>[^|]*)\|$", re.MULTILINE
)


def entries() -> dict[str, re.Match[str]]:
    return {match["term"]: match for match in ROW.finditer(house.read("docs/glossary.md"))}


def class_names() -> list[tuple[str, str]]:
    return [(path, node.name) for path, node in house.nodes(ast.ClassDef, *house.PACKAGES)]


def words_of(name: str) -> list[str]:
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+", name)


@pytest.mark.parametrize("term", TERMS)
def test_the_glossary_says_what_a_word_means(term: str) -> None:
    assert term in entries(), f"docs/glossary.md has no row for **{term}**"


def test_the_architecture_has_its_words() -> None:
    assert len(TERMS) > 40, "docs/architecture.md lists the house's words in bold under “## Words”"


def test_the_glossary_says_every_word_once_and_in_order() -> None:
    terms = [match["term"] for match in ROW.finditer(house.read("docs/glossary.md"))]
    assert len(terms) == len(set(terms)), (
        f"twice in docs/glossary.md: {sorted({t for t in terms if terms.count(t) > 1})}"
    )
    assert terms == sorted(terms, key=str.casefold), "the rows of docs/glossary.md are in alphabetical order"


def test_no_class_is_named_for_what_it_is_not() -> None:
    empty = [f"{path}: {name}" for path, name in class_names() if words_of(name)[-1] in EMPTY_WORDS]
    assert not empty, f"name it for what it is ({', '.join(EMPTY_WORDS)} say nothing): {empty}"


def test_no_class_uses_a_synonym() -> None:
    banned = {word: term for term, row in entries().items() for word in re.findall(r"`(\w+)`", row["not"])}
    assert len(banned) > 10, "the column “not” of docs/glossary.md holds the banned synonyms in backticks"
    wrong = [
        f"{path}: {name} (the word is {banned[word]})"
        for path, name in class_names()
        for word in words_of(name)
        if word in banned
    ]
    assert not wrong, f"synonyms that docs/glossary.md bans: {wrong}"
