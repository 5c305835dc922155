"""Two ways to write a word are one way to read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.audience.normalise import folded, normalised


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("シミ", "しみ"),
        ("ｼﾐ", "しみ"),
        ("ガッツ", "がっつ"),
        ("ｶﾞｯﾂ", "がっつ"),
        ("か\u3099", "が"),
        ("パーフェクト", "ぱふぇくと"),
        ("ﾊﾟｰﾌｪｸﾄ", "ぱふぇくと"),
        ("すご〜い", "すごい"),
        ("ラ-メン", "らめん"),
        ("Ｎｏ．１", "no.1"),
        ("Ｓｔｒａße", "strasse"),
        ("100％", "100%"),
        ("①", "1"),
        ("㍻", "平成"),
        ("シ\u200bミ", "しみ"),
        ("シ\u00ad\ufeffミ", "しみ"),
        ("シ　ミ が", "しみが"),
        ("シ\u0336ミ\u0336", "しみ"),
        ("co-op", "co-op"),
        ("a\r\nb", "a\n\nb"),
        ("ヴ", "ゔ"),
        ("", ""),
    ],
)
def test_what_is_read_the_same_is_the_same(written: str, read: str) -> None:
    assert normalised(written) == read


def test_each_character_knows_where_it_came_from() -> None:
    where = folded("Ａ ｶﾞー㍻x")
    assert where.text == "aが平成x"
    assert [where.span(at, at + 1) for at in range(5)] == [(0, 1), (2, 4), (5, 6), (5, 6), (6, 7)]
    assert where.span(0, 2) == (0, 4)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_folds_and_keeps_its_origins_in_order(text: str) -> None:
    where = folded(text)
    assert len(where.text) == len(where.origins)
    assert all(0 <= start < end <= len(text) for start, end in where.origins)
    assert list(where.origins) == sorted(where.origins)


@given(st.text(max_size=40))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
