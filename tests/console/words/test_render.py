"""Messages in the reader's language; what cannot be said is shown rather than lost."""

import re

import pytest

from console.errors import Message
from console.words.render import catalogue, render

MARK = "〈7〉"
"""Fills every gap: a sentence must show it."""


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_saying_is_rendered_in_both_languages_with_all_it_was_given(code: str) -> None:
    saying = catalogue()[code]
    message = saying(**dict.fromkeys(saying.gaps, MARK))
    for language, words in (("en", render(message, "en")), ("ja", render(message, "ja"))):
        assert words.count(MARK) >= len(saying.gaps), language
        assert not re.search(r"\{\w", words), language
        assert words.strip() == words, language


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
