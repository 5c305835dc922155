"""A program of the shop's, for tests: signs what it sends."""

import json
from typing import Any

from console.hooks.signature import HEADER, signature_of
from console.media.clock import ManualClock

SECRET = "a-secret-of-the-tests"
NOW_S = ManualClock().wall_us() / 1e6


def body_of(*, sent_at: float = NOW_S, **parts: Any) -> bytes:
    """JSON with a time."""
    return json.dumps({"sent_at": sent_at, **parts}).encode()


def signed(body: bytes, *, secret: str = SECRET) -> dict[str, str]:
    """Headers for a body."""
    return {HEADER: signature_of(secret, body)}


def order(key: str = "o-1", **changes: Any) -> dict[str, Any]:
    """An order of one tea."""
    return {"id": key, "product": "tea", "units": 1, "total": {"minor": 1480}, **changes}
