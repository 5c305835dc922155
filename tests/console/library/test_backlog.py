"""The backlog: bounded, in order, and nothing leaves it before it is done."""

import threading

from console.library.backlog import Backlog, Step
from console.model.entry import Entry
from console.model.facts import SessionResumed
from console.model.moment import At
from console.model.state import State
from tests.support.eventually import eventually


def step(revision: int) -> Step:
    """Any step."""
    return Entry(revision, At(0, 0, 0), SessionResumed()), State(revision=revision)


def gathered(backlog: Backlog, *, limit: int = 10, wait_s: float = 0.0, window_s: float = 0.0) -> list[int]:
    """Revisions the reader is given."""
    return [entry.revision for entry, _ in backlog.gather(limit=limit, wait_s=wait_s, window_s=window_s)]


def test_what_is_gathered_stays_until_it_is_removed() -> None:
    backlog = Backlog(depth=3)
    for revision in (1, 2, 3):
        assert backlog.offer(step(revision))
    assert gathered(backlog, limit=2) == [1, 2]
    assert gathered(backlog, limit=2) == [1, 2]
    backlog.remove(2)
    assert gathered(backlog) == [3]
    assert len(backlog) == 1


def test_steps_that_are_being_written_count_as_inside() -> None:
    backlog = Backlog(depth=1)
    assert backlog.offer(step(1))
    assert gathered(backlog) == [1]
    assert not backlog.offer(step(2))
    assert backlog.lost == 1


def test_a_refused_step_is_still_the_newest() -> None:
    backlog = Backlog(depth=1)
    assert backlog.newest is None
    backlog.offer(step(1))
    backlog.offer(step(2))
    assert backlog.newest is not None
    assert backlog.newest[0].revision == 2


def test_somebody_in_a_hurry_ends_the_wait_for_company() -> None:
    backlog = Backlog(depth=9)
    backlog.offer(step(1))
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.extend(gathered(backlog, wait_s=30, window_s=30)))
    reader.start()
    assert not backlog.wait_empty(timeout_s=0.0)
    reader.join(10)
    assert seen == [1]


def test_waiting_for_empty_waits_only_for_what_was_there() -> None:
    backlog = Backlog(depth=9)
    backlog.offer(step(1))
    done: list[bool] = []
    waiter = threading.Thread(target=lambda: done.append(backlog.wait_empty(timeout_s=30)))
    waiter.start()
    assert eventually(lambda: backlog._hurried == 1)
    backlog.offer(step(2))
    backlog.remove(1)
    waiter.join(10)
    assert done == [True]
    assert len(backlog) == 1


def test_closing_wakes_the_reader_and_refuses_the_writer() -> None:
    backlog = Backlog(depth=9)
    reader = threading.Thread(target=lambda: gathered(backlog, wait_s=30, window_s=30))
    reader.start()
    backlog.close()
    reader.join(10)
    assert not reader.is_alive()
    assert not backlog.offer(step(1))
    assert backlog.finished
