"""Messages into chunks: the writing side of a chunk stream.

Wire: Adobe, Real-Time Messaging Protocol (2012), section 5.3.
"""

import struct
from functools import lru_cache
from typing import Final

from console.wire.message import MAX_TIMESTAMP, Message

DEFAULT_CHUNK_SIZE: Final = 128
EXTENDED: Final = 0xFFFFFF
"""In the 24-bit field: the true timestamp follows in 32 bits."""


class ChunkWriter:
    """Cuts messages into chunks of `chunk_size` bytes; a body is copied once.

    Only header formats 0 and 1 begin a message: servers disagree on what format 3 means right after format 0.
    """

    def __init__(self) -> None:
        self.chunk_size = DEFAULT_CHUNK_SIZE
        """Bytes of body in one chunk, as last announced to the peer."""
        self._last: dict[int, tuple[int, int]] = {}
        """Of each chunk stream: message stream and timestamp of its newest message."""

    def write(self, message: Message) -> bytes:
        """The chunks of `message`."""
        body = memoryview(message.body)
        first, following = self._headers(message)
        pieces: list[bytes | memoryview] = [first, body[: self.chunk_size]]
        for at in range(self.chunk_size, len(body), self.chunk_size):
            pieces += (following, body[at : at + self.chunk_size])
        return b"".join(pieces)

    def _headers(self, message: Message) -> tuple[bytes, bytes]:
        """The header of the first chunk, and the one of all others."""
        stamp = message.timestamp_ms & MAX_TIMESTAMP
        last = self._last.get(message.csid)
        self._last[message.csid] = message.stream_id, stamp
        kind = (len(message.body) << 8 | message.type_id).to_bytes(4)
        if last is not None and last[0] == message.stream_id:
            delta = (stamp - last[1]) & MAX_TIMESTAMP
            if delta < EXTENDED:
                return _basic(1, message.csid) + delta.to_bytes(3) + kind, _basic(3, message.csid)
        # Why: later chunks repeat an extended timestamp, as every known writer does.
        extended = stamp.to_bytes(4) if stamp >= EXTENDED else b""
        absolute = min(stamp, EXTENDED).to_bytes(3) + kind + struct.pack("<I", message.stream_id)
        return _basic(0, message.csid) + absolute + extended, _basic(3, message.csid) + extended


@lru_cache(maxsize=64)
def _basic(form: int, csid: int) -> bytes:
    if csid < 64:
        return bytes([form << 6 | csid])
    if csid < 320:
        return bytes([form << 6, csid - 64])
    return bytes([form << 6 | 1]) + (csid - 64).to_bytes(2, "little")
