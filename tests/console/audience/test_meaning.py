"""Whether two questions ask the same."""

import pytest

from console.audience.meaning import TWINS_FROM, covered, likeness, meaning_of

TWINS = [
    ("送料はいくらですか？", "送料いくら"),
    ("送料いくら？", "how much is shipping?"),
    ("いつ届きますか", "いつ頃届きますか？"),
    ("レンジで使えますか", "電子レンジOKですか"),
    ("レンジで使えますか", "is it microwave safe?"),
    ("サイズはどのくらいですか？", "サイズ感が知りたいです"),
    ("何色ありますか", "色は選べますか？"),
    ("さびませんか", "錆びますか"),
    ("賞味期限はどのくらいですか", "日持ちどれくらい？"),
    ("ｻｲｽﾞは？", "サイズ教えてください"),
]
STRANGERS = [
    ("赤はありますか", "青はありますか"),
    ("Lサイズありますか", "Mサイズありますか"),
    ("直火で使えますか", "レンジで使えますか"),
    ("海外に送れますか", "いつ届きますか"),
    ("在庫ありますか", "再入荷ありますか"),
    ("送料いくらですか", "いくらですか"),
    ("洗えますか", "返品できますか"),
    ("これはどうですか", "あれはどうですか?"),
]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_these_ask_the_same(one: str, other: str) -> None:
    assert likeness(meaning_of(one), meaning_of(other)) >= TWINS_FROM


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_these_do_not(one: str, other: str) -> None:
    assert likeness(meaning_of(one), meaning_of(other)) < TWINS_FROM


def test_likeness_is_the_same_from_both_sides_and_of_a_text_with_itself_whole() -> None:
    for one, other in TWINS + STRANGERS:
        assert likeness(meaning_of(one), meaning_of(other)) == likeness(meaning_of(other), meaning_of(one))
        assert likeness(meaning_of(one), meaning_of(one)) == 1.0


def test_what_is_wanted_may_be_covered_by_more_words() -> None:
    wanted, by = meaning_of("食洗機は？"), meaning_of("はい、電子レンジも食洗機もお使いいただけます。")
    assert covered(wanted, by) == 1.0
    assert covered(meaning_of("?"), by) == 0.0
