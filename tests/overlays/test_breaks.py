"""Lines end at phrases, and what viewers wrote cannot disturb a line."""

from hypothesis import given
from hypothesis import strategies as st

from overlays import breaks
from overlays.breaks import balanced, broken, cleaned, filled, graphemes, phrases, shortened


def wide(text: str) -> float:
    """Every character ten pixels."""
    return 10.0 * len(graphemes(text))


def test_japanese_ends_a_line_between_phrases() -> None:
    assert filled(phrases("今日は天気です。"), 50, wide) == ["今日は", "天気です。"]


def test_english_ends_a_line_between_words() -> None:
    assert filled(phrases("free gift wrapping"), 100, wide) == ["free gift", "wrapping"]


@given(st.text(max_size=80))
def test_phrases_joined_are_the_text(text: str) -> None:
    assert "".join(phrases(cleaned(text))) == cleaned(text)
    assert "".join(graphemes(text)) == text


@given(st.text(max_size=120), st.integers(1, 4), st.integers(20, 300))
def test_whatever_the_text_no_line_is_too_long_and_there_are_not_too_many(text: str, lines: int, width: int) -> None:
    made = shortened(cleaned(text), width, lines, wide)
    assert len(made) <= lines
    assert all(wide(line) <= width for line in made)


def test_no_closing_mark_begins_a_line_and_no_opening_one_ends_it() -> None:
    lines = broken("ああああ。「いいいい」ううう", 40, wide)
    assert lines is not None
    assert not any(line[0] in "。」" or line[-1] == "「" for line in lines)


def test_a_family_a_flag_and_a_keycap_are_one_character_each() -> None:
    assert graphemes("👨‍👩‍👧‍👦🇯🇵🇺🇸1️⃣👩🏽é") == ["👨‍👩‍👧‍👦", "🇯🇵", "🇺🇸", "1️⃣", "👩🏽", "é"]


def test_two_lines_are_about_equally_long() -> None:
    assert balanced(["aaaa ", "bbbb ", "cccc ", "dddd"], 150, wide) == ["aaaa bbbb", "cccc dddd"]


def test_a_cut_text_ends_with_an_ellipsis_and_breaks_no_english_word_within() -> None:
    lines = shortened("Kyoto Uji Matcha Financiers, Box of Twelve", 180, 2, wide)
    assert lines[0] == "Kyoto Uji Matcha"
    assert lines[1].endswith(breaks.ELLIPSIS)


def test_controls_reversals_and_towers_of_accents_are_left_out() -> None:
    assert cleaned("a\u202eb\x00c\nd\u200b") == "abc d"
    assert cleaned("z" + "\u0301" * 40) == "z\u0301\u0301"
    assert cleaned("👨‍👩‍👧 ok") == "👨‍👩‍👧 ok"
    assert len(cleaned("長" * 10_000)) == breaks.LONGEST


def test_nothing_at_all_makes_no_line() -> None:
    assert filled(phrases(cleaned(" \n ")), 100, wide) == []
