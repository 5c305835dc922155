"""A sentence in two languages makes a message with its gaps filled."""

from console.errors import Message
from console.words.saying import Saying, gaps_of

LOST = Saying(
    "camera_lost", ja="「{name}」の映像が{seconds}秒来ません。", en="No picture from “{name}” for {seconds} s."
)


def test_a_saying_makes_a_message_with_its_code() -> None:
    assert LOST(name="Desk", seconds=2.5) == Message("camera_lost", {"name": "Desk", "seconds": 2.5})


def test_a_saying_knows_its_gaps() -> None:
    assert LOST.gaps == {"name", "seconds"}
    assert Saying("plain", ja="終了", en="Over").gaps == frozenset()


def test_doubled_braces_are_no_gap() -> None:
    assert gaps_of("inside the same {{ }} of {name}") == {"name"}
