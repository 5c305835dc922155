import threading
from collections.abc import Callable, Iterator

import pytest

from console.errors import ConsoleError
from console.rehearsal import post as subject
from console.rehearsal.post import Post
from console.rehearsal.received import Glance, Received
from console.words.rehearsal import RECEIVER_GONE
from tests.support.eventually import eventually
from tests.support.receiving import FakeReceiver


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "GLANCE_S", 0.01)
    monkeypatch.setattr(subject, "PAUSES_S", (0.0, 0.01))


class Desk:
    """One post and every receiver that it made."""

    def __init__(self) -> None:
        self.made: list[FakeReceiver] = []
        self.moves = 0
        self.judged: list[Received] = []
        self.tempers: list[Callable[[FakeReceiver], None]] = []
        self.post: Post

    def open(self) -> Post:
        self.post = Post("yt", self._make, moved=self._moved, judged=self.judged.append)
        return self.post

    def _make(self) -> FakeReceiver:
        receiver = FakeReceiver(f"rtmp://127.0.0.1:{len(self.made) + 1}/live")
        if self.tempers:
            self.tempers.pop(0)(receiver)
        self.made.append(receiver)
        return receiver

    def _moved(self) -> None:
        self.moves += 1


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.post.abort()
    assert desk.post.worker.stop()
    assert all(receiver.killed for receiver in desk.made)


def test_a_receiver_that_listens_has_an_address_and_no_proof_yet(desk: Desk) -> None:
    post = desk.open()
    assert eventually(lambda: post.address)
    assert (post.address, post.problem, post.seen_age_s, desk.moves) == ("rtmp://127.0.0.1:1/live", None, None, 1)


def test_what_it_decoded_grows_old(desk: Desk) -> None:
    post = desk.open()
    assert eventually(lambda: post.address)
    desk.made[0].sees = Glance(decoded=5, picture_age_s=0.25)
    assert eventually(lambda: post.seen_age_s is not None)
    assert post.seen_age_s is not None
    assert 0.25 <= post.seen_age_s < 5


def test_one_that_dies_is_replaced_and_what_it_saw_proves_nothing_any_more(desk: Desk) -> None:
    post = desk.open()
    assert eventually(lambda: post.address)
    desk.made[0].sees = Glance(decoded=5, picture_age_s=0.0)
    assert eventually(lambda: post.seen_age_s is not None)
    desk.made[0].dies()
    assert eventually(lambda: post.address == "rtmp://127.0.0.1:2/live")
    assert (post.problem, post.seen_age_s) == (None, None)
    assert desk.made[0].killed
    assert desk.moves == 3


def test_one_that_cannot_start_says_why_and_is_tried_again(desk: Desk) -> None:
    said = threading.Event()

    def cannot(receiver: FakeReceiver) -> None:
        receiver.problem = ConsoleError(RECEIVER_GONE())

    def waits(receiver: FakeReceiver) -> None:
        receiver.may_start = said

    desk.tempers = [cannot, waits]
    post = desk.open()
    assert eventually(lambda: len(desk.made) == 2)
    assert (post.address, post.problem) == ("", RECEIVER_GONE())
    said.set()
    assert eventually(lambda: post.address)
    assert post.problem is None


def test_at_the_end_it_is_judged_once(desk: Desk) -> None:
    post = desk.open()
    assert eventually(lambda: post.address)
    post.finish()
    post.finish()
    assert eventually(lambda: not post.worker.alive)
    assert [received.connections for received in desk.judged] == [7]


def test_one_that_is_told_to_end_while_it_starts_ends(desk: Desk) -> None:
    never = threading.Event()

    def hangs(receiver: FakeReceiver) -> None:
        receiver.may_start = never

    desk.tempers = [hangs]
    post = desk.open()
    assert eventually(lambda: desk.made)
    post.abort()
    assert eventually(lambda: not post.worker.alive)
    assert desk.judged == []
