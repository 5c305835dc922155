"""Words not to say are found however they are written, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.audience.ng import LONGEST, MOST, NgFind, NgList
from console.model.planning import NgWord


def word(text: str, instead: str = "かわりの文です。") -> NgWord:
    return NgWord(word=text, reason=f"{text}の理由", instead=instead)


def found(text: str, *words: str) -> list[str]:
    """What is found, as it is written in the text."""
    finds = NgList(word(each) for each in words).find(text)
    assert all(find.written == text[find.start : find.end] for find in finds)
    return [find.written for find in finds]


@pytest.mark.parametrize(
    "written",
    ["シミが消える", "しみが消える", "ｼﾐが消える", "シ ミ が 消 え る", "シーミが消える", "シ\u200bミが消え\u2060る"],
)
def test_a_word_is_found_however_it_is_written(written: str) -> None:
    assert found(f"これで{written}んです", "シミが消える") == [written]


def test_place_reason_and_replacement_are_told() -> None:
    [find] = NgList([word("絶対", "個人の感想です。")]).find("これは絶対いいです")
    assert find == NgFind("絶対", "絶対の理由", "個人の感想です。", 3, 5, "絶対")


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("シミュレーションです", "シミ"),
        ("ONLINE追加", "LINE追加"),
        ("No.10の商品", "No.1"),
        ("is exit", "sex"),
        ("シ\nミ", "シミ"),
        ("効果", "効果的"),
    ],
)
def test_a_part_of_another_word_is_not_that_word(text: str, sought: str) -> None:
    assert found(text, sought) == []


def test_a_latin_word_stands_alone_in_japanese() -> None:
    assert found("ここはＮＯ．１です。no. 1!", "No.1") == ["ＮＯ．１", "no. 1"]


def test_of_words_inside_one_another_the_longest_is_told() -> None:
    assert found("絶対に効く", "絶対", "絶対に効く", "効く") == ["絶対に効く"]
    assert found("効くよ、絶対に", "絶対", "絶対に", "効く") == ["効く", "絶対に"]


def test_words_that_overlap_are_both_told() -> None:
    assert found("世界最高級", "世界最高", "最高級") == ["世界最高", "最高級"]


def test_the_later_entry_wins_and_an_allowed_word_is_silent() -> None:
    both = [word("絶対", "一つ目"), word("ぜったい"), word("絶対", "二つ目")]
    assert [find.instead for find in NgList(both).find("絶対")] == ["二つ目"]
    assert len(NgList(both, allowed=["ゼッタイ"])) == 1
    assert NgList(both, allowed=["絶対"]).find("絶対") == ()


def test_words_that_fold_to_nothing_find_nothing() -> None:
    assert len(NgList([word(" "), word("ー"), word("")])) == 0


def test_hostile_texts_are_bounded() -> None:
    words = NgList([word("あ"), word("いい")])
    assert len(words.find("あ、" * 9_000)) == MOST
    assert words.find("x" * LONGEST + "いい") == ()
    assert words.find("い\u0301" * 9_000)


@given(st.text(max_size=50), st.lists(st.text(max_size=6), max_size=6))
def test_every_find_lies_in_the_text_and_in_its_order(text: str, words: list[str]) -> None:
    finds = NgList(word(each) for each in words).find(text)
    assert all(0 <= find.start < find.end <= len(text) for find in finds)
    assert [find.start for find in finds] == sorted(find.start for find in finds)


@given(st.text(alphabet="しみシミがー ", max_size=12))
def test_a_japanese_word_that_is_there_is_found(before: str) -> None:
    assert found(f"{before}、値引き", "値引き") == ["値引き"]
