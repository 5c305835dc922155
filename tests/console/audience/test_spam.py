"""What nobody should have to read."""

import pytest

from console.audience.abuse import is_abusive, is_private
from console.audience.spam import REMEMBERED, Repeats, is_advertisement

S = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "副業で月収50万",
        "ｆｏｌｌｏｗ ｍｅ",
        "https://x.example",
        "見て evil.xyz/a",
        "LINE追加して",
        "あ" * 40,
        "check out my channel",
    ],
)
def test_an_advertisement_is_seen(text: str) -> None:
    assert is_advertisement(text)


@pytest.mark.parametrize(
    "text", ["かわいい", "ラインがきれい", "wwwwww", "クリプトンじゃなくて急須", "1,980円なら買う", "いいね！！！！"]
)
def test_an_everyday_comment_is_none(text: str) -> None:
    assert not is_advertisement(text)


@pytest.mark.parametrize("text", ["死ね", "ぼったくり", "クソ番組", "what a SCAM", "ｆｕｃｋ"])
def test_an_insult_is_seen(text: str) -> None:
    assert is_abusive(text)


@pytest.mark.parametrize(
    "text", ["カステラおいしい", "ゴミ箱ありますか", "アボカド", "Scampi", "馬鹿うまい", "生かす"]
)
def test_an_innocent_word_is_none(text: str) -> None:
    assert not is_abusive(text)


@pytest.mark.parametrize(
    ("text", "private"), [("090-1234-5678", True), ("０９０12345678", True), ("a.b@c.jp", True), ("1980円", False)]
)
def test_private_numbers_are_seen(text: str, *, private: bool) -> None:
    assert is_private(text) is private


def test_the_third_time_within_a_minute_is_too_often_however_it_is_written() -> None:
    repeats = Repeats()
    said = [
        repeats.is_repeated("v1", text, at * S)
        for at, text in ((0, "かわいい"), (10, "カワイイ"), (20, "かわいい ～"))
    ]
    assert said == [False, False, True]
    assert not repeats.is_repeated("v1", "かわいい", 200 * S)
    assert not repeats.is_repeated("v2", "かわいい", 20 * S)


def test_a_flood_of_one_viewer_is_stopped_and_of_somebody_unknown_is_not_told() -> None:
    repeats = Repeats()
    assert [repeats.is_repeated("v1", f"no {at}", at) for at in range(6)][-2:] == [False, True]
    assert not any(repeats.is_repeated("", "かわいい", at) for at in range(20))


def test_a_long_text_of_many_viewers_was_copied_a_short_cheer_is_shared() -> None:
    repeats, long = Repeats(), "この番組の商品はぜんぶ偽物だという話を聞いたことがあります"
    assert [repeats.is_repeated(f"v{who}", long, who) for who in range(7)].index(True) == 5
    assert not any(repeats.is_repeated(f"v{who}", "おめでとう！", who) for who in range(50))


def test_its_memory_is_bounded() -> None:
    repeats = Repeats()
    for who in range(REMEMBERED + 50):
        repeats.is_repeated(f"v{who}", f"これはとても長いコメントですよ、本当に長いのです {who}", who)
    assert max(len(repeats._said), len(repeats._sayers)) <= REMEMBERED
