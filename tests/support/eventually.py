"""Wait for a condition, never for a time."""

import time
from collections.abc import Callable


def eventually(condition: Callable[[], object], *, within_s: float = 10.0) -> bool:
    """True as soon as the condition holds; False if it did not within the bound."""
    deadline = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.002)
    return True
