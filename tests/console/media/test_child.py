"""A child process: spoken to, stopped by a deadline, and never left alone."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from console.media.child import Child
from tests.support import child_targets
from tests.support.eventually import eventually


def gone(pid: int) -> bool:
    """No such process runs; the dead whom nobody has collected yet do not run."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_a_child_answers_and_ends_with_its_pipe() -> None:
    child = Child("echo", child_targets.echo)
    child.pipe.send({"question": 7})
    assert child.pipe.poll(20)
    assert list(child.received()) == [{"question": 7}]
    assert child.alive
    child.stop(timeout_s=10)
    assert not child.alive
    assert child.process.exitcode == 0


def test_what_a_child_said_before_it_ended_is_still_heard() -> None:
    child = Child("greet", child_targets.greet, "one", "two", "three")
    child.process.join(20)
    assert list(child.received()) == ["one", "two", "three"]
    assert list(child.received()) == []
    child.stop()


def test_a_crash_is_seen_and_its_last_words_are_heard() -> None:
    child = Child("crash", child_targets.crash)
    assert eventually(lambda: not child.alive, within_s=20)
    assert list(child.received()) == ["last words"]
    assert child.process.exitcode == 3
    child.stop()


def test_nothing_is_heard_from_a_silent_child_and_nobody_waits() -> None:
    child = Child("echo", child_targets.echo)
    before = time.monotonic()
    assert list(child.received()) == []
    assert time.monotonic() - before < 1
    child.stop()
    assert list(child.received()) == []


def test_a_deaf_child_is_killed_when_its_time_is_up() -> None:
    child = Child("deaf", child_targets.ignore_everything)
    assert child.pipe.recv() == "deaf"
    pid = child.pid
    child.stop(timeout_s=0.05)
    assert not child.alive
    assert child.process.exitcode == -signal.SIGKILL
    assert gone(pid)


def test_a_stopped_child_is_killed_all_the_same() -> None:
    child = Child("echo", child_targets.echo)
    child.pipe.send(1)
    assert child.pipe.recv() == 1
    psutil.Process(child.pid).suspend()
    child.stop(timeout_s=0.05)
    assert not child.alive


def test_stopping_and_killing_may_be_said_again() -> None:
    child = Child("echo", child_targets.echo)
    child.kill()
    child.kill()
    child.stop()
    child.stop()
    assert not child.alive


def test_ctrl_c_is_the_parents_business() -> None:
    child = Child("echo", child_targets.echo)
    child.pipe.send(1)
    assert child.pipe.recv() == 1
    psutil.Process(child.pid).send_signal(signal.SIGINT)
    child.pipe.send(2)
    assert child.pipe.recv() == 2
    child.stop(timeout_s=10)
    assert child.process.exitcode == 0


def killed_parent(*arguments: str) -> int:
    """Pid of a child whose parent was just killed with -9."""
    command = [sys.executable, "-m", "tests.support.parent_of_child", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert not gone(pid)
        parent.send_signal(signal.SIGKILL)
    return pid


def test_a_child_dies_soon_after_its_parent_was_killed() -> None:
    pid = killed_parent("ignore_everything", "0")
    assert eventually(lambda: gone(pid), within_s=5)


def test_a_child_that_may_linger_finishes_its_work_first(tmp_path: Path) -> None:
    pid = killed_parent("finish_work", "30", str(tmp_path / "work"))
    assert eventually(lambda: gone(pid), within_s=10)
    assert (tmp_path / "work").read_text(encoding="utf-8") == "finished"


def test_even_a_lingering_child_is_gone_when_its_time_is_up() -> None:
    pid = killed_parent("ignore_everything", "0.3")
    assert eventually(lambda: gone(pid), within_s=5)
