"""All that people may read: said in both languages, with the same gaps, under a name of its own."""

import importlib
import pkgutil
import re

import pytest

import console.words
from console.errors import Message
from console.words.render import catalogue, render
from console.words.saying import Saying, gaps_of

AREAS = [importlib.import_module(f"console.words.{m.name}") for m in pkgutil.iter_modules(console.words.__path__)]
NAMED = [
    (area.__name__, name, value) for area in AREAS for name, value in vars(area).items() if isinstance(value, Saying)
]
SAYINGS = [saying for _, _, saying in NAMED]
GAP = re.compile(r"\{\w+\}")
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")

each = pytest.mark.parametrize("saying", SAYINGS, ids=lambda saying: saying.code)


def test_there_are_sayings() -> None:
    assert len(SAYINGS) > 20


def test_no_two_sayings_share_a_code() -> None:
    codes = [saying.code for saying in SAYINGS]
    assert sorted(codes) == sorted(set(codes))
    assert catalogue().keys() == set(codes)


@pytest.mark.parametrize(("area", "name", "saying"), NAMED, ids=[saying.code for _, _, saying in NAMED])
def test_a_saying_is_called_as_its_code(area: str, name: str, saying: Saying) -> None:
    short = area.rpartition(".")[2]
    assert saying.code in {name.lower(), f"{short}_{name.lower()}"}


@each
def test_both_languages_have_the_same_gaps(saying: Saying) -> None:
    assert gaps_of(saying.ja) == gaps_of(saying.en) == saying.gaps


@each
def test_both_languages_are_there_and_are_what_they_say(saying: Saying) -> None:
    label = len(GAP.sub("", saying.ja)) <= 4  # “No.{number}” is no sentence.
    assert label or JAPANESE.search(saying.ja)
    assert not JAPANESE.search(saying.en)
    assert saying.en.strip() == saying.en
    assert saying.ja.strip() == saying.ja


@each
def test_every_sentence_ends_like_one_and_has_no_gap_left(saying: Saying) -> None:
    message = saying(**dict.fromkeys(saying.gaps, 7))
    english, japanese = render(message), render(message, "ja")
    assert not re.search(r"[{}](?! inside)", english.replace("{ }", ""))
    assert not re.search(r"[{}]", japanese.replace("{ }", ""))
    assert english != message.code


def test_a_message_is_rendered_in_the_readers_language() -> None:
    message = Message("no_driver", {"kind": "tv"})
    assert "“tv”" in render(message, "en")
    assert "「tv」" in render(message, "ja")
    assert render(message) == render(message, "en")


def test_a_code_of_another_version_is_shown_with_what_it_carries() -> None:
    message = Message("from_tomorrow", {"name": "cam", "level_db": -6.5})
    assert render(message) == "from_tomorrow name=cam level_db=-6.5"
    assert render(message, "ja") == render(message)
    assert render(Message("bare")) == "bare"


def test_a_known_code_without_its_params_is_shown_and_not_an_exception() -> None:
    assert render(Message("no_driver", {"sort": "tv"})) == "no_driver sort=tv"


def test_params_that_no_sentence_wants_are_no_fault() -> None:
    assert "tv" in render(Message("no_driver", {"kind": "tv", "extra": 1}))


def test_braces_in_what_a_server_said_are_only_text() -> None:
    assert "{kind} {0}" in render(Message("no_driver", {"kind": "{kind} {0}"}))


def test_a_saying_makes_a_message_with_its_code() -> None:
    saying = Saying("camera_lost", ja="「{name}」の映像が来ません。", en="No picture from “{name}”.")
    assert saying(name="Desk") == Message("camera_lost", {"name": "Desk"})
    assert saying.gaps == {"name"}
