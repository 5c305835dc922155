"""Servers echo keys; nobody else may."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wire.redact import MASK, Redactor, tail

KEY = "abcd-efgh-ijkl-mnop?sign=a/b+c="


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (f"no stream {KEY} here", f"no stream {MASK} here"),
        (f"no stream {quote(KEY, safe='')} here", f"no stream {MASK} here"),
        (f"no stream {quote(KEY)} here", f"no stream {MASK} here"),
        (f"no stream {KEY.upper()} here", f"no stream {MASK} here"),
        ("no stream abcd-efgh-ijkl... here", f"no stream {MASK}... here"),
        ("ends in ijkl-mnop!", f"ends in {MASK}!"),
        (f"{KEY}{KEY}", MASK),
        (KEY.replace("/", r"\/"), MASK),
        ("Already publishing", "Already publishing"),
    ],
)
def test_a_long_key_is_masked_in_every_form(said: str, left: str) -> None:
    assert Redactor([KEY]).clean(said) == left


def test_a_short_key_is_masked_by_smaller_pieces() -> None:
    assert Redactor(["pass1234"]).clean("bad key ...1234") == f"bad key ...{MASK}"


def test_a_tiny_key_is_masked_where_it_stands_alone() -> None:
    assert Redactor(["k1"]).clean("k1 in rank1 k1") == f"{MASK} in rank1 {MASK}"


def test_several_secrets_and_empty_ones() -> None:
    assert Redactor(["", "first-key", "second-key"]).clean("first-key, second-key") == f"{MASK}, {MASK}"
    assert Redactor([]).clean("anything") == "anything"


def test_letters_that_change_length_in_lower_case_do_not_shift_the_mask() -> None:
    assert Redactor(["pass1234"]).clean("İİ pass1234 İ") == f"İİ {MASK} İ"


@given(st.text(min_size=4, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_the_key_is_never_left_in_the_words(key: str, before: str, after: str) -> None:
    cleaned = Redactor([key]).clean(before + key + after)
    assert key not in cleaned.replace(MASK, "\x00") or "•" in key


def test_endless_words_are_cut() -> None:
    assert len(Redactor([KEY]).clean("x" * 1_000_000)) <= 4096


def test_the_tail_is_shown_of_long_keys_only() -> None:
    assert tail("a" * 12 + "wxyz") == "wxyz"
    assert tail("a" * 11 + "wxyz") == ""
