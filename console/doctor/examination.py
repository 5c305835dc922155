"""Carries checks out, one after another, in a child: what hangs is killed, what crashes takes only itself along."""

import contextlib
import time
from collections.abc import Iterable, Iterator

from console.doctor.check import Check, Finding, Row, failed
from console.doctor.patient import examine
from console.media.child import Child
from console.words.doctor import CHECK_CRASHED, CHECK_HUNG, TRY_AGAIN

START_S = 15.0
"""For the interpreter of the child; a cold disk and a virus scanner are slow."""


def rows(checks: Iterable[Check]) -> Iterator[Row]:
    """A row for each check, as soon as it is known."""
    child: Child | None = None
    try:
        for check in checks:
            began = time.monotonic()
            if child is None:
                child = _started()
            finding = _answer(child, check)
            if finding is None:
                finding = _without_answer(child, check)
                child = None
            yield Row(check, finding, time.monotonic() - began)
    finally:
        if child is not None:
            child.stop(timeout_s=0.5)


def _started() -> Child:
    """A child that is ready, or one that will be found out by its first check."""
    child = Child("doctor", examine)
    with contextlib.suppress(EOFError, OSError):
        if child.pipe.poll(START_S):
            child.pipe.recv_bytes()
    return child


def _answer(child: Child, check: Check) -> Finding | None:
    """None if there is none: too late, or the child is gone."""
    try:
        child.pipe.send(check)
        if child.pipe.poll(check.deadline_s):
            found = child.pipe.recv()
            return found if isinstance(found, Finding) else None
    except (EOFError, OSError):
        pass
    return None


def _without_answer(child: Child, check: Check) -> Finding:
    """Ends the child and says what became of the check."""
    child.process.join(0.2)  # a crash closes the pipe a moment before the process is over
    has_hung = child.alive
    child.kill()
    if has_hung:
        return failed(CHECK_HUNG(seconds=round(check.deadline_s)), check.advice or TRY_AGAIN())
    return failed(CHECK_CRASHED(code=child.process.exitcode or 0), check.advice or TRY_AGAIN())
