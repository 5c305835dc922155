"""The receiving side of RTMP, without a socket: a publisher's bytes in, its tags out.

Wire: Adobe, Real-Time Messaging Protocol (2012), section 7.2.
"""

from typing import Final, TypeAlias

import msgspec

from console.wire import amf
from console.wire.connection import Connection
from console.wire.flv import Tag, TagKind
from console.wire.handshake import ServerHandshake
from console.wire.message import (
    SET_DATA_FRAME,
    Command,
    Message,
    MessageType,
    UserControl,
    command,
    command_in,
    control,
    peer_bandwidth,
    user_control,
)
from console.wire.policy import Answer, Policy

MAX_MESSAGE_BYTES: Final = 8 * 1024 * 1024
"""A keyframe of 8 MB would be 480 Mb/s at one a tick."""
WINDOW_BYTES: Final = 2_500_000
STREAM_ID: Final = 1


class ClientConnected(msgspec.Struct, frozen=True):
    """A client was let into an application."""

    app: str


class PublishBegan(msgspec.Struct, frozen=True):
    """A key was accepted; tags follow."""

    app: str
    key: str


class TagReceived(msgspec.Struct, frozen=True):
    """Media or metadata, as the publisher sent it."""

    tag: Tag


class PublishEnded(msgspec.Struct, frozen=True):
    """The publisher said goodbye."""


class HangUp(msgspec.Struct, frozen=True):
    """Send what `take` gives, then end the connection."""


Event: TypeAlias = ClientConnected | PublishBegan | TagReceived | PublishEnded | HangUp

_MEDIA: Final = {MessageType.AUDIO: TagKind.AUDIO, MessageType.VIDEO: TagKind.VIDEO}


class ServerSession:
    """One client's connection. Feed it, send what `take` gives, obey the events."""

    def __init__(
        self,
        policy: Policy,
        *,
        time_ms: int,
        random: bytes,
        window_bytes: int = WINDOW_BYTES,
        checks_bandwidth: bool = False,
    ) -> None:
        """`random` is `handshake.RANDOM_BYTES` of chance; `checks_bandwidth` sends onBWDone, as some servers do."""
        self._policy = policy
        self._window_bytes = window_bytes
        self._checks_bandwidth = checks_bandwidth
        self._connection = Connection(
            ServerHandshake(time_ms=time_ms, random=random), max_pending_bytes=MAX_MESSAGE_BYTES
        )
        self._app: str | None = None
        self._key: str | None = None

    @property
    def is_greeted(self) -> bool:
        """The handshake is through."""
        return self._connection.is_greeted

    @property
    def is_publishing(self) -> bool:
        """A key was accepted and not given up."""
        return self._key is not None

    @property
    def acknowledged_bytes(self) -> int:
        """What the client says it has received."""
        return self._connection.acknowledged_bytes

    def take(self) -> bytes:
        """What has to go to the client now; call after everything else."""
        return self._connection.take()

    def feed(self, data: bytes) -> list[Event]:
        """What the client's bytes mean. Raises `WireError` when they are not RTMP."""
        events: list[Event] = []
        for message in self._connection.feed(data):
            events += self._receive(message)
            if events and isinstance(events[-1], HangUp):
                break
        return events

    def say(self, answer: Answer) -> None:
        """Send a status about the stream at any time, asked for or not."""
        self._connection.send(command("onStatus", 0, None, _status(answer), csid=5, stream_id=STREAM_ID))

    def ping(self, time_ms: int) -> None:
        """Ask whether the client is alive; it answers with the same number."""
        self._connection.send(user_control(UserControl.PING_REQUEST, time_ms & 0xFFFFFFFF))

    def _receive(self, message: Message) -> list[Event]:
        match message.type_id:
            case MessageType.COMMAND | MessageType.COMMAND_AMF3:
                return self._obey(command_in(message))
            case MessageType.AUDIO | MessageType.VIDEO | MessageType.DATA | MessageType.DATA_AMF3:
                return [TagReceived(_tag(message))] if self.is_publishing else []
        return []

    def _obey(self, request: Command) -> list[Event]:
        match request.name:
            case "connect":
                return self._on_connect(request)
            case "createStream":
                self._connection.send(command("_result", request.transaction, None, STREAM_ID))
            case "publish":
                return self._on_publish(request)
            case "FCUnpublish" | "deleteStream" | "closeStream":
                return self._on_goodbye()
        return []

    def _on_connect(self, request: Command) -> list[Event]:
        fields = request.args[0] if request.args else None
        fields = fields if isinstance(fields, dict) else {}
        app = fields.get("app")
        app = app if isinstance(app, str) else ""
        answer = self._policy.connect(app, fields)
        if answer.is_error:
            self._connection.send(command("_error", request.transaction, None, _status(answer)))
        elif answer.code:
            self._app = app
            self._welcome(request.transaction, answer)
        return _after(answer, [ClientConnected(app)])

    def _welcome(self, transaction: float, answer: Answer) -> None:
        send = self._connection.send
        send(control(MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, self._window_bytes))
        send(peer_bandwidth(self._window_bytes))
        self._connection.announce_chunk_size()
        properties: dict[str, amf.Value] = {"fmsVer": "FMS/3,0,1,123", "capabilities": 31}
        send(command("_result", transaction, properties, {**_status(answer), "objectEncoding": 0}))
        if self._checks_bandwidth:
            send(command("onBWDone", 0, None))

    def _on_publish(self, request: Command) -> list[Event]:
        app, key = self._app, request.text(1)
        if app is None:
            return []
        answer = self._policy.publish(app, key)
        if answer.code and not answer.is_error:
            self._key = key
            self._connection.send(user_control(UserControl.STREAM_BEGIN, STREAM_ID))
        if answer.code:
            self.say(answer)
        return _after(answer, [PublishBegan(app, key)])

    def _on_goodbye(self) -> list[Event]:
        if not self.is_publishing:
            return []
        self._key = None
        return [PublishEnded()]


def _status(answer: Answer) -> dict[str, amf.Value]:
    return {"level": "error" if answer.is_error else "status", "code": answer.code, "description": answer.description}


def _after(answer: Answer, granted: list[Event]) -> list[Event]:
    """What an answer makes happen: `granted` if it was a yes, and the end of the connection if it says so."""
    events = granted if answer.code and not answer.is_error else []
    return [*events, HangUp()] if answer.hangs_up else events


def _tag(message: Message) -> Tag:
    kind = _MEDIA.get(MessageType(message.type_id), TagKind.SCRIPT)
    body = message.body
    if kind is TagKind.SCRIPT:
        # Why: in the AMF3 form the first byte only says that AMF0 follows.
        body = body[1:] if message.type_id == MessageType.DATA_AMF3 else body
        body = body.removeprefix(SET_DATA_FRAME)
    return Tag.read(kind, message.timestamp_ms, body)
