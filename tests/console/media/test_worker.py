"""A thread with one owner: its end is known, its failure is a value."""

import threading

import pytest

from console.media.worker import Worker
from tests.support.eventually import eventually


def until_stopped(stop: threading.Event) -> None:
    """Work until told to stop."""
    stop.wait(60)


def test_a_worker_runs_under_its_name_until_it_is_stopped() -> None:
    names: list[str] = []

    def work(stop: threading.Event) -> None:
        names.append(threading.current_thread().name)
        stop.wait(60)

    worker = Worker("mixer", work).start()
    assert worker.alive
    assert worker.stop()
    assert not worker.alive
    assert names == ["mixer"]
    assert worker.failure is None


def test_a_worker_that_waits_for_something_else_is_woken_to_end() -> None:
    news = threading.Event()

    def work(_: threading.Event) -> None:
        news.wait(60)

    assert Worker("waits", work, wake=news.set).start().stop()


def test_a_failure_becomes_a_value_and_is_told_once() -> None:
    told: list[BaseException] = []

    def work(_: threading.Event) -> None:
        raise ZeroDivisionError("bug")

    worker = Worker("broken", work, failed=told.append).start()
    assert eventually(lambda: not worker.alive)
    assert isinstance(worker.failure, ZeroDivisionError)
    assert told == [worker.failure]
    assert worker.stop()


@pytest.mark.parametrize("failure", [SystemExit(1), KeyboardInterrupt()])
def test_no_exception_of_any_kind_escapes(failure: BaseException) -> None:
    def work(_: threading.Event) -> None:
        raise failure

    worker = Worker("broken", work).start()
    assert eventually(lambda: not worker.alive)
    assert worker.failure is failure


def test_a_worker_that_does_not_listen_is_waited_for_no_longer_than_said() -> None:
    free = threading.Event()

    def work(_: threading.Event) -> None:
        free.wait(60)

    worker = Worker("deaf", work).start()
    assert not worker.stop(timeout_s=0.01)
    assert worker.alive
    free.set()
    assert worker.stop(timeout_s=10)


def test_a_worker_that_was_never_started_is_stopped_already() -> None:
    assert Worker("idle", until_stopped).stop(timeout_s=0)


def test_stopping_twice_is_stopping_once() -> None:
    worker = Worker("any", until_stopped).start()
    assert worker.stop()
    assert worker.stop()


def test_a_worker_may_stop_itself() -> None:
    answers: list[bool] = []

    def work(stop: threading.Event) -> None:
        answers.append(worker.stop())
        assert stop.is_set()

    worker = Worker("selfless", work)
    worker.start()
    assert eventually(lambda: not worker.alive)
    assert answers == [False]
    assert worker.failure is None
