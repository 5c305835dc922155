"""Sentences for people: both languages, the same gaps, one code each, none idle."""

import ast
import importlib
import pkgutil
from collections import defaultdict

import console.words
from console.words.saying import Saying, gaps_of
from tests.support import house


def sayings() -> dict[tuple[str, str], Saying]:
    """(area, name of the constant) -> saying, without those that an area takes from another."""
    found: dict[tuple[str, str], Saying] = {}
    for area in pkgutil.iter_modules(console.words.__path__):
        for name, value in vars(importlib.import_module(f"console.words.{area.name}")).items():
            if isinstance(value, Saying) and value not in found.values():
                found[area.name, name] = value
    return found


def test_both_languages_have_the_same_gaps() -> None:
    odd = [where for where, saying in sayings().items() if gaps_of(saying.ja) != gaps_of(saying.en)]
    assert not odd, f"gaps differ between ja and en: {odd}"


def test_gaps_have_names_and_no_format_that_could_fail() -> None:
    for where, saying in sayings().items():
        filled = dict.fromkeys(saying.gaps, "…")
        assert saying.ja.format(**filled), where
        assert saying.en.format(**filled), where


def test_the_japanese_is_japanese_and_the_english_is_not() -> None:
    wrong = [w for w, s in sayings().items() if not _japanese(s.ja) or _japanese(s.en) or not s.en.strip()]
    assert not wrong, f"ja without kana or kanji, or en with them: {wrong}"


def test_no_two_sayings_share_a_code() -> None:
    by_code = defaultdict(list)
    for where, saying in sayings().items():
        by_code[saying.code].append(where)
    doubled = {code: places for code, places in by_code.items() if len(places) > 1}
    assert not doubled, f"the same code twice: {doubled}"


def test_every_saying_is_said_somewhere() -> None:
    said = {node.id for path, node in house.nodes(ast.Name, *house.PACKAGES) if not path.startswith("console/words/")}
    said |= {node.attr for path, node in house.nodes(ast.Attribute, *house.PACKAGES)}
    idle = [f"console/words/{area}.py {name}" for area, name in sayings() if name not in said]
    assert not idle, f"nobody says these: {idle}"


def _japanese(text: str) -> bool:
    return any("\u3040" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u9fff" for sign in text)
