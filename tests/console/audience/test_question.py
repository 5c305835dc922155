"""Whether somebody waits for an answer."""

import pytest

from console.audience.question import is_question

ASKED = """送料はいくらですか？|送料いくら|いつ届きますか|レンジで使えますか|レンジいけますか？|何色あるの|サイズは|
サイズ教えてください|大きさが気になります|赤ありますか|アレルギーが気になります。|のし付けられますか？|
日持ちどれくらい？|カフェイン入ってます？|支払い方法は？|どれがおすすめですか|3番のサイズ知りたいです|
これって洗濯機で洗えるの|すみません、直火OKですか|子供でも使えるかな？|サイズどうかな|
食洗機は大丈夫でしょうか|ﾚﾝｼﾞOKですか?|2個でもいいですか|いつから発売|いくらですかー！|
いつまでセールやってますか😊|どうやって買うの？|えっ、送料いくらですか？|how much is the mug?|
do you ship to taiwan|is it microwave safe|Hi, how long does shipping take|
can i put it in the dishwasher|What's the price"""
NOT_ASKED = """こんにちは|こんばんは〜|今日は|かわいい！|すごくかわいくないですか！|え？|まじ？|ほんと？|???|
買おうかな|どうしようかな|買いました！|いつも見てます|いつもありがとうございます|どれもかわいい|何回も買ってます|
なんか欲しくなってきた|いいですね|そうなんですか|ポチりました🎉|888888|wwww|
マグ届きました、使いやすいです|what a lovely mug|how cute!|love it|can't wait|hello from osaka|lol|
母の日に買いたい|レンジ使えるの便利ですね|https://example.com/?a=1|どうも|3番ください|1|
在庫あってよかった|何でも似合いそう|安い！||😊"""


def lines(text: str) -> list[str]:
    return text.replace("\n", "").split("|")


@pytest.mark.parametrize("text", lines(ASKED))
def test_this_asks(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize("text", lines(NOT_ASKED))
def test_this_asks_nothing(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    "text", ["か" * 100_000, "?" * 100_000, "。?" * 50_000, "w" * 100_000, "え?" * 50_000, "\ud800?"]
)
def test_hostile_texts_are_done_with_quickly(text: str) -> None:
    assert is_question(text) in {True, False}
