"""From what comes to what is told: once, in batches, and by a process while many write."""

from collections.abc import Callable, Iterator

import pytest

from console.audience.mark import Book, Circumstances, Marked, Marker
from console.model.commands import EndSession, ForgetViewer, StartSession
from console.model.comment import REHEARSAL_PLATFORM, Comment
from console.model.facts import CommentsMarked
from console.supervise.comments import WAITING_MOST, CommentsSupervisor
from console.supervise.marking_process import ANSWER_WITHIN_US
from tests.support.eventually import eventually
from tests.support.guards import Expect
from tests.support.stage import Stage, staged
from tests.support.talk import TALK


class FakeMarks:
    """Marks when it is told to, or dies."""

    def __init__(self) -> None:
        self.is_ready, self.alive, self.is_slow, self.is_closed = True, True, False, False
        self.batches: list[tuple[Comment, ...]] = []
        self._marked: Marked | None = None

    def give(self, comments: tuple[Comment, ...], circumstances: Circumstances, book: Book) -> bool:
        self.batches.append(comments)
        self._marked = Marker(book).mark(comments, circumstances)
        return self.alive

    def answer(self) -> Marked | None:
        if self.is_slow or not self.alive:
            return None
        marked, self._marked = self._marked, None
        return marked

    def close(self) -> None:
        self.is_closed = True


class FakeShelf:
    """Remembers."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, Comment]] = []
        self.forgotten: list[str] = []

    def keep(self, session: str, comments: tuple[Comment, ...]) -> None:
        self.kept += [(session, comment) for comment in comments]

    def forget(self, viewer: str) -> None:
        self.forgotten.append(viewer)

    def older(self, session: str, after: str, limit: int) -> tuple[Comment, ...]:
        return tuple(comment for of, comment in self.kept if of == session)[:limit]

    def close(self) -> None:
        """Nothing to do."""


class Room:
    """The supervisor and its fakes."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.shelf = stage, FakeShelf()
        self.processes: list[FakeMarks] = []
        self.is_broken = False
        self.supervisor = stage.cast(CommentsSupervisor(stage.ground, self.shelf, self.make))

    def make(self) -> FakeMarks:
        if self.is_broken:
            raise RuntimeError
        self.processes.append(FakeMarks())
        return self.processes[-1]

    @property
    def batches(self) -> list[CommentsMarked]:
        return [entry.event for entry in self.stage.entries if isinstance(entry.event, CommentsMarked)]

    def until(self, condition: Callable[[], object]) -> bool:
        """Look until it holds."""

        def holds() -> object:
            self.stage.look()
            return condition()

        return eventually(holds)

    def flood(self, start: int = 0) -> FakeMarks:
        """So many that a process is wanted, until it is there."""
        before = len(self.processes)
        self.supervisor.take(some(120, start=start))
        assert self.until(lambda: len(self.processes) > before)
        assert self.until(lambda: self.supervisor._process.is_ready)
        return self.processes[-1]


@pytest.fixture
def room() -> Iterator[Room]:
    with staged(TALK) as stage:
        stage.do(StartSession("s1"))
        yield Room(stage)


def some(count: int, *, start: int = 0, text: str = "かわいい") -> list[Comment]:
    return [Comment(id=f"c{n}", viewer=f"v{n}", text=text, at_us=n) for n in range(start, start + count)]


def test_all_that_came_since_the_last_look_is_one_fact(room: Room) -> None:
    room.supervisor.take(some(5))
    room.supervisor.take(some(5, start=5))
    room.stage.look()
    assert [len(batch.comments) for batch in room.batches] == [10]
    assert list(room.stage.state.comments) == [f"c{n}" for n in range(10)]


def test_an_id_is_told_once_however_often_and_late_it_comes(room: Room) -> None:
    room.supervisor.take(some(3))
    room.stage.look()
    for start in range(0, 400, 10):
        room.supervisor.take(some(10, start=1_000 + start))
        room.stage.look()
    room.supervisor.take(some(3))
    room.stage.look(5)
    assert room.stage.state.audience.comments == 403


def test_few_are_marked_here_and_no_process_is_started(room: Room) -> None:
    for start in range(0, 40, 2):
        room.supervisor.take(some(2, start=start, text="送料は？"))
        room.stage.look()
    assert room.processes == []
    [question] = room.stage.state.questions.values()
    assert question.asked == 40


def test_many_are_marked_by_a_process_in_order_and_none_is_lost(room: Room) -> None:
    process = room.flood()
    room.supervisor.take(some(200, start=500))
    room.stage.look(3)
    assert process.batches
    assert room.until(lambda: room.stage.state.audience.comments == 320)
    told = [comment.id for batch in room.batches for comment in batch.comments]
    assert told == [f"c{n}" for n in (*range(120), *range(500, 700))]


def test_what_a_process_has_marked_is_told_before_the_next_look(room: Room) -> None:
    room.flood()
    assert room.until(lambda: not room.supervisor._waiting and not room.supervisor._process.is_at_work)
    room.supervisor.take(some(5, start=500))
    room.supervisor.look()
    assert "c504" not in room.stage.state.comments
    room.stage.until(lambda: "c504" in room.stage.state.comments)


def test_a_process_that_dies_with_a_batch_costs_a_fault_and_no_comment(room: Room) -> None:
    process = room.flood()
    process.is_slow = True
    room.supervisor.take(some(100, start=500))
    room.stage.look()
    process.alive = False
    room.stage.look()
    assert "marking" in room.stage.state.faults
    assert room.until(lambda: room.stage.state.audience.comments == 220)
    assert process.is_closed or eventually(lambda: process.is_closed)


def test_a_process_that_hangs_is_replaced_and_the_fault_ends(room: Room) -> None:
    process = room.flood()
    process.is_slow = True
    room.supervisor.take(some(100, start=500))
    room.stage.look()
    room.stage.wait(ANSWER_WITHIN_US)
    room.stage.look()
    assert "marking" in room.stage.state.faults
    room.stage.wait(2_000_000)
    room.flood(start=1_000)
    room.supervisor.take(some(100, start=2_000))
    assert room.until(lambda: "marking" not in room.stage.state.faults)


def test_a_process_that_cannot_be_started_is_said_and_tried_again(room: Room, expect_warning: Expect) -> None:
    expect_warning("marking does not start")
    room.is_broken = True
    room.supervisor.take(some(120))
    assert room.until(lambda: "marking" in room.stage.state.faults)
    assert room.until(lambda: room.stage.state.audience.comments == 120)
    room.is_broken = False
    room.stage.wait(2_000_000)
    room.flood(start=1_000)


def test_a_quiet_half_minute_ends_the_process(room: Room) -> None:
    process = room.flood()
    room.stage.look(5)
    room.stage.wait(40_000_000)
    room.stage.look()
    assert eventually(lambda: process.is_closed)


def test_more_than_can_wait_is_passed_over_and_said_until_it_is_over(room: Room) -> None:
    room.supervisor.take(some(WAITING_MOST + 7))
    assert room.supervisor.passed_over == 7
    assert "comments" in room.stage.state.faults
    assert room.until(lambda: "comments" not in room.stage.state.faults)
    assert room.until(lambda: room.stage.state.audience.comments == WAITING_MOST)


def test_first_comments_and_buyers_are_flagged(room: Room) -> None:
    room.supervisor.take([*some(1), Comment(id="again", viewer="v0", text="すてき", at_us=1)])
    room.stage.look()
    first, second = room.stage.state.comments.values()
    assert ("first" in first.flags, "first" in second.flags) == (True, False)


def test_nothing_made_up_enters_a_real_show_nor_anything_without_a_session(room: Room) -> None:
    made_up = Comment(id="m", viewer="made-up-1", platform=REHEARSAL_PLATFORM, text="か", at_us=0)
    room.supervisor.take([made_up])
    room.stage.do(EndSession())
    room.supervisor.take(some(1))
    room.stage.look(2)
    assert room.batches == []


def test_what_waited_for_one_session_never_reaches_the_next(room: Room) -> None:
    room.supervisor.take(some(3))
    room.stage.do(EndSession(), StartSession("s2"))
    room.stage.look(2)
    assert room.batches == []


def test_all_are_kept_under_their_session_and_forgotten_with_their_writer(room: Room) -> None:
    room.supervisor.take(some(3))
    room.stage.look()
    assert [(session, comment.id) for session, comment in room.shelf.kept] == [("s1", f"c{n}") for n in range(3)]
    assert len(room.supervisor.older("", 2)) == 2
    room.supervisor.take(some(1, start=9))
    room.stage.do(ForgetViewer("v9"))
    room.stage.look()
    assert room.shelf.forgotten == ["v9"]
    assert "c9" not in room.stage.state.comments
