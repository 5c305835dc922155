"""Nobody waits for a parent that does not read."""

import json
import os
from collections.abc import Iterator

import pytest

from console.engine import speaker as subject
from console.engine.order import Answer, News
from console.engine.speaker import Speaker
from console.model.session import Session
from tests.support.eventually import eventually

Pipe = tuple[int, Speaker]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as out:
        speaker = Speaker(out)
        yield reader, speaker
        os.close(reader)
        speaker.close(timeout_s=0.5)


def said(reader: int) -> list[dict[str, object]]:
    return [json.loads(line) for line in os.read(reader, 1_000_000).splitlines()]


def test_answers_come_in_order(pipe: Pipe) -> None:
    reader, speaker = pipe
    for number in range(20):
        speaker.say(Answer(number))
    speaker.close()
    assert [message["id"] for message in said(reader)] == list(range(20))


def test_a_parent_that_does_not_read_holds_nobody_and_later_hears_the_newest(
    pipe: Pipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "MOST", 50)
    reader, speaker = pipe
    for revision in range(5_000):
        speaker.say(News(revision, Session(id="x" * 60)))
        speaker.say(Answer(revision))
    assert speaker.lost > 0
    heard: list[dict[str, object]] = []

    def has_newest() -> bool:
        rest = os.read(reader, 65_536).rpartition(b"\n")[0]
        heard.extend(json.loads(line) for line in rest.splitlines() if line.endswith(b"}") and line.startswith(b"{"))
        return any(message.get("revision") == 4_999 for message in heard)

    assert eventually(has_newest)
