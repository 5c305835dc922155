"""Blocking calls with a deadline."""

import asyncio
import threading

import pytest

from console.output.daemon_call import daemon_call


def test_the_answer_and_the_failure_come_back() -> None:
    def fail() -> None:
        raise OSError("no")

    assert asyncio.run(daemon_call(lambda: 7, timeout_s=5)) == 7
    with pytest.raises(OSError, match="no"):
        asyncio.run(daemon_call(fail, timeout_s=5))


def test_a_call_that_hangs_is_given_up_and_its_late_answer_falls_on_nobody() -> None:
    release = threading.Event()
    with pytest.raises(TimeoutError):
        asyncio.run(daemon_call(lambda: release.wait(10), timeout_s=0.02))
    release.set()


def test_a_late_failure_on_a_living_loop_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    release, failed = threading.Event(), threading.Event()

    def hang() -> None:
        release.wait(10)
        failed.set()
        raise OSError("late")

    async def scene() -> None:
        with pytest.raises(TimeoutError):
            await daemon_call(hang, timeout_s=0.02)
        release.set()
        while not failed.is_set() or any(t.name == "call hang" for t in threading.enumerate()):  # noqa: ASYNC110
            await asyncio.sleep(0.001)

    asyncio.run(scene())
    assert not caplog.records
