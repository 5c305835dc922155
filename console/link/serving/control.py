"""Things done on the control thread for the link's: asked there, answered here, never waited for without a bound."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")
CALL_S = 5.0


class Control:
    """The control thread as the link sees it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """`loop` is the control thread's."""
        self._loop = loop

    def tell(self, call: Callable[[], object]) -> bool:
        """Run it there, soon; False if the engine has ended."""
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(call)
            return True
        return False

    async def call(self, call: Callable[[], T]) -> T:
        """What it returns there; raises what it raises, and `TimeoutError` if there is no time for it."""
        answer: _Answer[T] = _Answer()

        def there() -> None:
            try:
                answer.settle(call(), None)
            except Exception as error:  # noqa: BLE001 - handed to whoever waits
                answer.settle(None, error)

        return await self._answered(there, answer, CALL_S)

    async def run(self, work: Callable[[], Awaitable[T]], *, within_s: float) -> T:
        """What it returns on the control thread's loop; cancelled there if it takes too long."""
        answer: _Answer[T] = _Answer()
        tasks: list[asyncio.Task[None]] = []

        async def there() -> None:
            try:
                answer.settle(await work(), None)
            except Exception as error:  # noqa: BLE001 - handed to whoever waits
                answer.settle(None, error)

        try:
            return await self._answered(lambda: tasks.append(self._loop.create_task(there())), answer, within_s)
        finally:
            self.tell(lambda: [task.cancel() for task in tasks])

    async def _answered(self, there: Callable[[], None], answer: "_Answer[T]", within_s: float) -> T:
        if not self.tell(there):
            raise TimeoutError
        async with asyncio.timeout(within_s):
            return await answer.future


class _Answer(Generic[T]):
    """On its way from one thread to another; forgotten if nobody waits for it any more."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[T] = self._loop.create_future()

    def settle(self, value: T | None, error: Exception | None) -> None:
        """From the other thread."""

        def here() -> None:
            if self.future.done():
                return
            if error is not None:
                self.future.set_exception(error)
            else:
                self.future.set_result(value)  # type: ignore[arg-type]

        with contextlib.suppress(RuntimeError):  # the link has ended
            self._loop.call_soon_threadsafe(here)
