"""What may take long or never return, made without holding the control thread."""

from collections.abc import Callable
from typing import Any

from console.errors import ConsoleError
from console.output.daemon_call import daemon_call
from console.words.link import LINK_BUSY

WITHIN_S = 5


async def slowly(call: Callable[[], Any], *, within_s: float = WITHIN_S) -> Any:
    """In a thread of its own; raises `ConsoleError` if it takes too long."""
    try:
        return await daemon_call(call, timeout_s=within_s)
    except TimeoutError:
        raise ConsoleError(LINK_BUSY(seconds=round(within_s))) from None
