"""An RTMP message: what chunks carry, and the small ones that steer a connection.

Wire: Adobe, Real-Time Messaging Protocol (2012), sections 5.4, 6 and 7.1.
"""

import struct
from enum import IntEnum
from typing import Final

import msgspec

from console.wire import amf
from console.wire.malformed import malformed

CONTROL_CSID: Final = 2
COMMAND_CSID: Final = 3
MAX_TIMESTAMP: Final = 0xFFFFFFFF
"""Timestamps are milliseconds modulo 2^32 (49.7 days)."""
SET_DATA_FRAME: Final = amf.encode("@setDataFrame")
"""What stands before `onMetaData` in the message that carries it."""


class MessageType(IntEnum):
    """What a message's body is."""

    SET_CHUNK_SIZE = 1
    ABORT = 2
    ACKNOWLEDGEMENT = 3
    USER_CONTROL = 4
    WINDOW_ACKNOWLEDGEMENT_SIZE = 5
    SET_PEER_BANDWIDTH = 6
    AUDIO = 8
    VIDEO = 9
    DATA_AMF3 = 15
    COMMAND_AMF3 = 17
    DATA = 18
    COMMAND = 20


class UserControl(IntEnum):
    """The first two bytes of a user control message."""

    STREAM_BEGIN = 0
    PING_REQUEST = 6
    PING_RESPONSE = 7


class Message(msgspec.Struct, frozen=True):
    """One message: `timestamp_ms` in 0 … 2^32 - 1, `csid` the chunk stream it travels on (2 … 65 599)."""

    type_id: int
    body: bytes
    timestamp_ms: int = 0
    stream_id: int = 0
    csid: int = CONTROL_CSID


def control(kind: MessageType, *numbers: int) -> Message:
    """A protocol control message made of 32-bit numbers."""
    return Message(kind, b"".join(struct.pack(">I", number) for number in numbers))


def peer_bandwidth(window_bytes: int) -> Message:
    """SetPeerBandwidth with the dynamic limit type, as servers send it."""
    return Message(MessageType.SET_PEER_BANDWIDTH, struct.pack(">IB", window_bytes, 2))


def user_control(event: UserControl, number: int) -> Message:
    """A user control message about a stream id or a timestamp."""
    return Message(MessageType.USER_CONTROL, struct.pack(">HI", event, number))


def command(*values: amf.Value, csid: int = COMMAND_CSID, stream_id: int = 0) -> Message:
    """A command: its name, its transaction number, its arguments."""
    return Message(MessageType.COMMAND, amf.encode(*values), stream_id=stream_id, csid=csid)


def number_in(message: Message) -> int:
    """The 32-bit number that a control message begins with."""
    if len(message.body) < 4:
        raise malformed("control message too short")
    return int.from_bytes(message.body[:4])


class Command(msgspec.Struct, frozen=True):
    """A command as received: its name, its transaction number (0 without one), all that follows."""

    name: str
    transaction: float = 0.0
    args: list[amf.Value] = []

    @property
    def status(self) -> dict[str, amf.Value]:
        """The last object among the arguments, where answers say how it went; empty without one."""
        return next((value for value in reversed(self.args) if isinstance(value, dict)), {})

    def text(self, index: int) -> str:
        """The argument at `index` as text, empty where it is missing or not text."""
        value = self.args[index] if index < len(self.args) else None
        return value if isinstance(value, str) else ""


def command_in(message: Message) -> Command:
    """The command that a message of type 17 or 20 carries. Raises `WireError` where there is none."""
    # Why: in the AMF3 form the first byte only says that AMF0 follows.
    values = amf.decode(message.body[1:] if message.type_id == MessageType.COMMAND_AMF3 else message.body)
    if not values or not isinstance(values[0], str):
        raise malformed("a command without a name")
    transaction = values[1] if len(values) > 1 else None
    return Command(values[0], transaction if isinstance(transaction, float) else 0.0, values[2:])
