"""One side of an RTMP connection below its commands: handshake, chunks, windows, pings."""

from collections.abc import Iterator
from typing import Final

from console.wire.chunk import ChunkWriter
from console.wire.chunk_reader import ChunkReader
from console.wire.handshake import Handshake
from console.wire.malformed import malformed
from console.wire.message import (
    Message,
    MessageType,
    UserControl,
    control,
    number_in,
    user_control,
)

CHUNK_SIZE: Final = 4096
"""Bytes of body a chunk of ours, as OBS announces it."""


class Connection:
    """Bytes in, messages out, and the other way; control messages are obeyed and given on."""

    def __init__(self, handshake: Handshake, *, max_pending_bytes: int) -> None:
        """`max_pending_bytes` bounds what the peer may leave unfinished."""
        self._handshake = handshake
        self._reader = ChunkReader(max_pending_bytes=max_pending_bytes)
        self._writer = ChunkWriter()
        self._out: list[bytes] = [handshake.hello]
        self._window_bytes = 0
        self._reported_bytes = 0
        self.received_bytes = 0
        """Everything that came in, handshake included."""
        self.sent_bytes = len(handshake.hello)
        """Everything given out by `take` or waiting for it, handshake included."""
        self.acknowledged_bytes = 0
        """The newest count the peer says it has received; never runs back."""

    @property
    def is_greeted(self) -> bool:
        """The handshake is through."""
        return self._handshake.done

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages `data` completes, one at a time. Raises `WireError`, after which this side is done."""
        self.received_bytes += len(data)
        if not self._handshake.done:
            self._put(self._handshake.feed(data))
            if not self._handshake.done:
                return
            data = self._handshake.rest
        for message in self._reader.feed(data):
            self._obey(message)
            yield message
        self._acknowledge()

    def take(self) -> bytes:
        """What has to go to the peer now."""
        out = b"".join(self._out)
        self._out.clear()
        return out

    def send(self, message: Message) -> int:
        """Queue a message behind what `take` has not given out. Returns `sent_bytes` after it."""
        self._put(self._writer.write(message))
        return self.sent_bytes

    def announce_chunk_size(self, size: int = CHUNK_SIZE) -> None:
        """Cut everything from now on into chunks of `size` bytes."""
        self.send(control(MessageType.SET_CHUNK_SIZE, size))
        self._writer.chunk_size = size

    def _put(self, data: bytes) -> None:
        if data:
            self._out.append(data)
            self.sent_bytes += len(data)

    def _obey(self, message: Message) -> None:
        match message.type_id:
            case MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE:
                self._window_bytes = number_in(message)
            case MessageType.ACKNOWLEDGEMENT:
                self._count_acknowledged(number_in(message))
            case MessageType.USER_CONTROL:
                self._answer_ping(message.body)

    def _count_acknowledged(self, count: int) -> None:
        """Unwrap a count that peers give modulo 2^32; one that runs back is an old one."""
        ahead = (count - self.acknowledged_bytes) & 0xFFFFFFFF
        if ahead < 0x80000000:
            self.acknowledged_bytes += ahead

    def _answer_ping(self, body: bytes) -> None:
        if len(body) < 2:
            raise malformed("user control message too short")
        if int.from_bytes(body[:2]) == UserControl.PING_REQUEST:
            self.send(user_control(UserControl.PING_RESPONSE, int.from_bytes(body[2:6])))

    def _acknowledge(self) -> None:
        if self._window_bytes and self.received_bytes - self._reported_bytes >= self._window_bytes:
            self._reported_bytes = self.received_bytes
            self.send(control(MessageType.ACKNOWLEDGEMENT, self.received_bytes & 0xFFFFFFFF))
