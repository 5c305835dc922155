"""Blocking calls that may never return (DNS, keyring), made with a deadline."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def daemon_call(call: Callable[[], T], *, timeout_s: float) -> T:
    """Result of `call`, made in a daemon thread; raises `TimeoutError` and leaves the thread behind if it hangs.

    asyncio's own executor would be waited for at the end of the program.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def work() -> None:
        try:
            result = call()
        except Exception as error:  # noqa: BLE001 - handed to whoever waits
            _tell(loop, answer, lambda failure=error: answer.set_exception(failure))  # type: ignore[misc]
        else:
            _tell(loop, answer, lambda: answer.set_result(result))

    threading.Thread(target=work, name=f"call {getattr(call, '__name__', '')}", daemon=True).start()
    async with asyncio.timeout(timeout_s):
        return await answer


def _tell(loop: asyncio.AbstractEventLoop, answer: asyncio.Future[T], settle: Callable[[], None]) -> None:
    def unless_given_up() -> None:
        if not answer.done():
            settle()

    with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(unless_given_up)
