"""Work on threads of its own: what breaks there is told where everything is told."""

import threading
from typing import Any

from tests.support.stage import staged


def test_a_bug_in_slow_work_is_told_on_the_control_thread_with_its_name() -> None:
    told = list[tuple[str, Any, int]]()
    with staged() as stage:
        stage.loop.set_exception_handler(
            lambda _loop, context: told.append((context["part"], context["exception"], threading.get_ident()))
        )
        worker = stage.ground.work("open something", lambda: 1 / 0)  # type: ignore[arg-type]
        stage.until(lambda: told)
    assert told == [("open something", worker.failure, threading.get_ident())]
    assert isinstance(worker.failure, ZeroDivisionError)
