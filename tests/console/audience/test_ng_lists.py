"""The lists that come with the program, and what counts in a show."""

import pytest

from console.audience.ng_lists import bundled, ng_list
from console.audience.normalise import normalised
from console.model.planning import NG_LISTS, NgWord
from console.model.show import Show


def finds(show: Show, text: str) -> list[str]:
    return [find.word for find in ng_list(show).find(text)]


@pytest.mark.parametrize("name", NG_LISTS)
def test_a_list_has_for_every_word_a_reason_and_a_sentence_instead(name: str) -> None:
    listed = bundled(name)
    assert len(listed.words) >= 12
    assert "法律上の助言ではありません" in listed.note_ja
    assert "not legal advice" in listed.note_en
    for word in listed.words:
        assert all(part.strip() for part in (word.word, *word.also, word.reason_ja, word.reason_en, word.instead)), (
            word
        )


@pytest.mark.parametrize("name", NG_LISTS)
def test_what_is_to_be_said_instead_may_be_said(name: str) -> None:
    words = ng_list(Show())
    wrong = {word.instead: words.find(word.instead) for word in bundled(name).words if words.find(word.instead)}
    assert not wrong


def test_no_word_stands_twice() -> None:
    every = [normalised(word) for name in NG_LISTS for one in bundled(name).words for word in (one.word, *one.also)]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize(
    "harmless",
    [
        "焼いたばかりのフィナンシェです。冷やせるグラスもいただけますよ、ただいま安定価格です。",
        "海外人気のサブスクリプション、さくら色のマグ。合わせどりもサイズ違いもあります。",
        "シミュレーションではなく、やればかんたんにできます。",
    ],
)
def test_everyday_sentences_are_left_alone(harmless: str) -> None:
    assert finds(Show(), harmless) == []


def test_a_show_chooses_its_lists_allows_words_and_adds_its_own() -> None:
    text = "日本一、痩せるとわさび"
    own = NgWord(word="わさび", reason="辛い", instead="薬味です。")
    assert finds(Show(), text) == ["日本一", "痩せる"]
    assert finds(Show(ng_lists=("labelling",)), text) == ["日本一"]
    assert finds(Show(ng_lists=()), text) == []
    assert finds(Show(ng_allowed=("日本一",)), text) == ["痩せる"]
    assert finds(Show(ng_words=(own,)), text) == ["日本一", "痩せる", "わさび"]


def test_a_shows_own_entry_wins_over_the_list_and_over_what_is_allowed() -> None:
    own = NgWord(word="日本一", reason="当店の決まり", instead="ご好評です。")
    [find] = ng_list(Show(ng_words=(own,), ng_allowed=("日本一",))).find("日本一")
    assert find.reason == "当店の決まり"


def test_reasons_are_told_in_the_readers_language() -> None:
    [japanese], [english] = (ng_list(Show(), language).find("日本一") for language in ("ja", "en"))
    assert "景品表示法" in japanese.reason
    assert "Labelling law" in english.reason
    assert japanese.instead == english.instead
