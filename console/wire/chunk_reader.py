"""Chunks into messages: the reading side of a chunk stream.

Wire: Adobe, Real-Time Messaging Protocol (2012), sections 5.3 and 5.4.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from console.wire.chunk import DEFAULT_CHUNK_SIZE, EXTENDED
from console.wire.malformed import malformed
from console.wire.message import MAX_TIMESTAMP, Message, MessageType, number_in

MAX_LANES: Final = 64
"""Chunk streams a peer may open; real ones use fewer than ten."""
MAX_CHUNK_SIZE: Final = 0x7FFFFFFF

_HEADER_BYTES: Final = (11, 7, 3, 0)


class _Header(NamedTuple):
    """A chunk's header: what it says, and where its body begins in the buffer."""

    form: int
    end: int
    stamp: int
    """Absolute in format 0, else since the message before, milliseconds."""
    extended: bool
    length: int
    type_id: int
    stream_id: int


class _Lane:
    """One chunk stream: the header that later ones lean on, and the message being gathered."""

    def __init__(self) -> None:
        self.header = _Header(form=0, end=0, stamp=0, extended=False, length=0, type_id=0, stream_id=0)
        self.timestamp_ms = 0
        self.body = bytearray()

    def begin(self, header: _Header) -> None:
        self.header = header
        base = 0 if header.form == 0 else self.timestamp_ms
        self.timestamp_ms = (base + header.stamp) & MAX_TIMESTAMP


class ChunkReader:
    """Gathers chunks into messages, holding at most `max_pending_bytes` of unfinished ones.

    SetChunkSize and Abort are obeyed here; they are given on like every other message.
    """

    def __init__(self, *, max_pending_bytes: int) -> None:
        """A single message may be `max_pending_bytes` long, all unfinished ones together no longer."""
        self._max_pending_bytes = max_pending_bytes
        self._chunk_size = DEFAULT_CHUNK_SIZE
        self._buffer = bytearray()
        self._lanes: dict[int, _Lane] = {}
        self._pending_bytes = 0

    def feed(self, data: bytes) -> Iterator[Message]:
        """Every message that `data` completes, each before the bytes after it are looked at.

        Raises `WireError` when the peer breaks the protocol or the bounds; the reader is of no use after that.
        """
        self._buffer += data
        at = 0
        try:
            while (step := self._chunk(at)) is not None:
                at, message = step
                if message is not None:
                    yield message
        finally:
            del self._buffer[:at]

    def _chunk(self, at: int) -> tuple[int, Message | None] | None:
        """Take in the chunk at `at`: where the next begins, and the message it completed; None: not all here."""
        basic = _basic_header(self._buffer, at)
        if basic is None:
            return None
        form, csid, at = basic
        lane = self._lanes.get(csid) or self._new_lane(form)
        header = _header(self._buffer, at, form, lane)
        if header is None:
            return None
        size = self._next_size(header, lane)
        end = header.end + size
        if end > len(self._buffer):
            return None
        self._lanes[csid] = lane
        return end, self._take(csid, header, self._buffer[header.end : end])

    def _new_lane(self, form: int) -> _Lane:
        # Why: librtmp begins its control stream with format 1; from zero, that is the same as format 0.
        if form > 1:
            raise malformed("a chunk stream began without its header")
        if len(self._lanes) >= MAX_LANES:
            raise malformed("too many chunk streams")
        return _Lane()

    def _next_size(self, header: _Header, lane: _Lane) -> int:
        if lane.body and header.form != 3:
            raise malformed("a message began inside another")
        missing = header.length - len(lane.body)
        if self._pending_bytes + missing > self._max_pending_bytes:
            raise malformed("a message longer than allowed")
        return min(missing, self._chunk_size)

    def _take(self, csid: int, header: _Header, body: bytearray) -> Message | None:
        lane = self._lanes[csid]
        if not lane.body:
            lane.begin(header)
        lane.body += body
        self._pending_bytes += len(body)
        if len(lane.body) < header.length:
            return None
        message = Message(header.type_id, bytes(lane.body), lane.timestamp_ms, header.stream_id, csid)
        self._drop(lane)
        self._obey(message)
        return message

    def _drop(self, lane: _Lane) -> None:
        self._pending_bytes -= len(lane.body)
        lane.body = bytearray()

    def _obey(self, message: Message) -> None:
        if message.type_id == MessageType.SET_CHUNK_SIZE:
            self._chunk_size = number_in(message)
            if not 0 < self._chunk_size <= MAX_CHUNK_SIZE:
                raise malformed("an impossible chunk size")
        elif message.type_id == MessageType.ABORT and (lane := self._lanes.get(number_in(message))):
            self._drop(lane)


def _basic_header(buffer: bytearray, at: int) -> tuple[int, int, int] | None:
    """Format, chunk stream and where the rest begins; None: not all here."""
    if at >= len(buffer):
        return None
    form, csid = buffer[at] >> 6, buffer[at] & 0x3F
    if csid > 1:
        return form, csid, at + 1
    end = at + 2 + csid
    if end > len(buffer):
        return None
    return form, 64 + int.from_bytes(buffer[at + 1 : end], "little"), end


def _header(buffer: bytearray, at: int, form: int, lane: _Lane) -> _Header | None:
    """The message header at `at`, what it leaves out taken from the lane; None: not all here."""
    end = at + _HEADER_BYTES[form]
    if end > len(buffer):
        return None
    if form == 3:
        return _with_extension(buffer, lane.header._replace(form=3, end=end), lane)
    stamp = int.from_bytes(buffer[at : at + 3])
    length, type_id, stream_id = lane.header.length, lane.header.type_id, lane.header.stream_id
    if form < 2:
        length, type_id = int.from_bytes(buffer[at + 3 : at + 6]), buffer[at + 6]
    if form == 0:
        stream_id = int.from_bytes(buffer[at + 7 : at + 11], "little")
    return _with_extension(buffer, _Header(form, end, stamp, stamp == EXTENDED, length, type_id, stream_id), lane)


def _with_extension(buffer: bytearray, header: _Header, lane: _Lane) -> _Header | None:
    """The header with its 32-bit timestamp read, where it has one; None: not all here."""
    if not header.extended:
        return header
    end = header.end + 4
    if end > len(buffer):
        return None
    stamp = int.from_bytes(buffer[header.end : end])
    # Why: some writers leave the timestamp out of later chunks; what is not the timestamp is body.
    if header.form == 3 and lane.body and stamp not in (header.stamp, lane.timestamp_ms):
        return header
    return header._replace(end=end, stamp=stamp)
