"""The engine never waits for the painter, and nothing wanted is lost when it dies."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from console.errors import Message
from console.ports.overlay import Painted, PaintingFailed, PaintJob
from overlays import painter_client
from overlays.painter_client import Finished, PainterClient
from tests.support.eventually import eventually
from tests.support.graphic_contents import TYPICAL
from tests.support.graphics import job
from tests.support.painters import moody, patient, stillborn

JOB = job("coupon", TYPICAL["coupon"])


@contextmanager
def running(target: Callable[..., None] = moody, **options: float) -> Iterator[PainterClient]:
    client = PainterClient(target=target, **options).start()  # type: ignore[arg-type]
    try:
        yield client
    finally:
        client.close()


def finished(client: PainterClient, count: int) -> list[Finished]:
    got: list[Finished] = []

    def enough() -> bool:
        got.extend(client.poll())
        return len(got) >= count

    assert eventually(enough, within_s=20), f"{count} answers expected, {got} came"
    return got


def like(kind: str, key: str = "a", content: bytes = b"{}") -> PaintJob:
    return replace(JOB, kind=kind, key=key, content=content)


def test_a_job_becomes_a_sprite_of_the_real_painter() -> None:
    with PainterClientOfTheHouse() as client:
        client.submit(JOB)
        (done,) = finished(client, 1)
        assert isinstance(done, Painted)
        assert done.job is JOB
        assert (done.sprite.width, done.sprite.height) == (JOB.max_width, JOB.max_height)
        assert done.sprite.keep_y[JOB.max_height // 2, JOB.max_width // 2] < 20
        bad = replace(JOB, key="bad", content=b"{}")
        client.submit(bad)
        client.submit(replace(JOB, kind="no such kind"))
        codes = {one.problem.code for one in finished(client, 2) if isinstance(one, PaintingFailed)}
        assert codes == {"painting_broke", "no_driver"}
        assert client.restarts == 0


@contextmanager
def PainterClientOfTheHouse() -> Iterator[PainterClient]:  # noqa: N802 - reads as what it is
    client = PainterClient().start()
    try:
        yield client
    finally:
        client.close()


def test_an_equal_job_is_painted_once() -> None:
    with running() as client:
        client.submit(like("square"))
        (first,) = finished(client, 1)
        client.submit(like("square", key="another"))
        (second,) = client.poll()
        assert isinstance(first, Painted)
        assert isinstance(second, Painted)
        assert second.sprite is first.sprite
        assert second.job.key == "another"


def test_of_jobs_that_wait_for_one_key_the_newest_is_painted(tmp_path: Path) -> None:
    gate = tmp_path / "open"
    with running(patient) as client:
        client.submit(replace(like("square", key="first"), folder=str(gate)))
        assert eventually(lambda: client._flight is not None)
        for number in range(5):
            client.submit(like("square", key="count", content=str(number).encode()))
        gate.touch()
        done = finished(client, 2)
        assert [(one.job.key, one.job.content) for one in done] == [("first", b"{}"), ("count", b"4")]
        assert client.superseded == 4


def test_a_failed_painting_is_a_value_and_the_next_one_is_painted() -> None:
    with running() as client:
        client.submit(like("fail"))
        client.submit(like("square", key="b"))
        failed, done = finished(client, 2)
        assert failed == PaintingFailed(like("fail"), Message("no", {}))
        assert isinstance(done, Painted)


def test_a_killed_painter_is_started_again_and_what_was_wanted_comes(tmp_path: Path) -> None:
    gate = tmp_path / "open"
    with running(patient) as client:
        client.submit(replace(like("square"), folder=str(gate)))
        client.submit(like("square", key="b", content=b"[]"))
        assert eventually(lambda: client._flight is not None)
        killed = client.pid
        os.kill(killed, signal.SIGKILL)
        gate.touch()
        assert {one.job.key for one in finished(client, 2) if isinstance(one, Painted)} == {"a", "b"}
        assert client.pid not in (0, killed)
        assert client.restarts == 1


def test_an_idle_painter_that_is_killed_comes_back() -> None:
    with running() as client:
        assert eventually(lambda: client.alive)
        killed = client.pid
        os.kill(killed, signal.SIGKILL)
        assert eventually(lambda: client.alive and client.pid != killed)


def test_a_job_that_kills_twice_is_given_up_and_the_others_are_painted() -> None:
    with running() as client:
        client.submit(like("die"))
        client.submit(like("square", key="b"))
        answers = {one.job.key: one for one in finished(client, 2)}
        failed = answers["a"]
        assert isinstance(failed, PaintingFailed)
        assert failed.problem.code == "painter_died"
        assert isinstance(answers["b"], Painted)
        assert client.restarts == 2


def test_a_hung_painting_is_killed_at_its_deadline() -> None:
    with running(deadline_s=0.3) as client:
        client.submit(like("hang"))
        (failed,) = finished(client, 1)
        assert isinstance(failed, PaintingFailed)
        assert failed.problem.code == "painter_died"


def test_a_painter_that_dies_at_once_is_not_started_in_a_hurry() -> None:
    with running(stillborn) as client:
        client.submit(like("square"))
        assert eventually(lambda: client.restarts >= 3)
        assert client._start_at_s > time.monotonic() + 0.3
        assert len(client.poll()) <= 1


def test_too_many_waiting_keys_give_up_the_oldest_with_a_word(tmp_path: Path) -> None:
    with running(patient) as client:
        client.submit(replace(like("square", key="first"), folder=str(tmp_path / "never")))
        assert eventually(lambda: client._flight is not None)
        for number in range(painter_client.WAITING_JOBS + 3):
            client.submit(like("square", key=str(number), content=str(number).encode()))
        lost = client.poll()
        assert [one.job.key for one in lost] == ["0", "1", "2"]
        assert client.overrun == 3


def test_nobody_who_asks_waits() -> None:
    with running() as client:
        spent: list[float] = []
        for number in range(200):
            began = time.perf_counter()
            client.submit(like("square", key=str(number % 8), content=str(number).encode()))
            client.poll()
            spent.append(time.perf_counter() - began)
        assert sorted(spent)[100] < 0.001


def test_answers_nobody_takes_are_bounded_and_counted() -> None:
    with running() as client:
        client.submit(like("square"))
        finished(client, 1)
        for _ in range(painter_client.UNREAD_ANSWERS + 5):
            client.submit(like("square"))
        assert client.unread == 5
        assert len(client.poll()) == painter_client.UNREAD_ANSWERS


@pytest.mark.parametrize("started", [True, False])
def test_closing_twice_leaves_nothing(started: bool) -> None:  # noqa: FBT001
    client = PainterClient(target=moody)
    if started:
        client.start()
        assert eventually(lambda: client.alive)
    client.close()
    client.close()
    assert not client.alive
    assert client.pid == 0
