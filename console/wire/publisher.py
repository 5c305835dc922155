"""The publishing side of RTMP, without a socket: bytes in, events out, bytes to send.

Wire: Adobe, Real-Time Messaging Protocol (2012), section 7.2; order and fields as OBS and FFmpeg send them.
"""

from collections.abc import Mapping
from typing import Final

from console.wire import amf
from console.wire.address import Server
from console.wire.connection import Connection
from console.wire.flv import Tag, TagKind
from console.wire.handshake import ClientHandshake
from console.wire.malformed import malformed
from console.wire.message import (
    COMMAND_CSID,
    SET_DATA_FRAME,
    Command,
    Message,
    MessageType,
    command,
    command_in,
    control,
    number_in,
)
from console.wire.publication import Acknowledged, Closed, Connected, Event, Published, Rejected, Stage
from console.wire.redact import Redactor

MAX_ANSWER_BYTES: Final = 262_144
"""What a server may leave unfinished; its answers are a few hundred bytes."""
MAX_WORDS: Final = 300
"""Characters of a server's own words that are kept."""
FLASH_VERSION: Final = "FMLE/3.0 (compatible; Honban)"
WINDOW_BYTES: Final = 250_000
"""How often the server is asked to acknowledge: twice a second at 4 Mb/s, within 10 s at 200 kb/s."""

_PUBLISH_CSID: Final = 8
_MEDIA_CSIDS: Final = {TagKind.AUDIO: 4, TagKind.VIDEO: 6, TagKind.SCRIPT: 4}
_FINAL_WORDS: Final = frozenset({"BadName", "Denied", "Rejected", "Failed", "InvalidApp", "AppShutdown", "Closed"})
"""Parts of a status code that end the publication even if its level claims to be a mere status."""


class PublisherSession:
    """One publication on one connection. Feed it, send what `take` gives, obey the events.

    After `Rejected` or `Closed`, or after `close`, everything further is ignored: hang up.
    """

    def __init__(
        self,
        server: Server,
        key: str,
        *,
        time_ms: int,
        random: bytes,
        window_bytes: int = WINDOW_BYTES,
        fourccs: tuple[str, ...] = (),
    ) -> None:
        """`random` is `handshake.RANDOM_BYTES` of chance; `fourccs` announces enhanced codecs ("hvc1")."""
        self._server = server
        self._key = key
        self._redactor = Redactor([key])
        self._window_bytes = window_bytes
        self._fourccs = fourccs
        self._connection = Connection(
            ClientHandshake(time_ms=time_ms, random=random), max_pending_bytes=MAX_ANSWER_BYTES
        )
        self._calls: dict[float, str] = {}
        self._transaction = 0
        self._stream_id: int | None = None
        self.stage = Stage.GREETING

    @property
    def has_ended(self) -> bool:
        """Refused, closed by the server, or closed by us."""
        return self.stage is Stage.ENDED

    @property
    def sent_bytes(self) -> int:
        """Everything given out by `take` or waiting for it, handshake included."""
        return self._connection.sent_bytes

    @property
    def acknowledged_bytes(self) -> int:
        """The newest count the server says it has received. Some servers leave the handshake out of it."""
        return self._connection.acknowledged_bytes

    def take(self) -> bytes:
        """What has to go to the server now; call after everything else."""
        return self._connection.take()

    def feed(self, data: bytes) -> list[Event]:
        """What the server's bytes mean. Raises `WireError` when they are not RTMP."""
        events: list[Event] = []
        if self.has_ended:
            return events
        for message in self._connection.feed(data):
            self._begin()
            events += self._receive(message)
            # Why: what a server sends after its refusal must not hide the refusal.
            if self.has_ended:
                return events
        self._begin()
        return events

    def send(self, tag: Tag, *, zero_ms: int = 0) -> int:
        """Queue `tag`, its time counted from `zero_ms`; what is older goes out at 0. Returns `sent_bytes` after it.

        Only while live: before, it is a bug of the caller; once ended, the tag is let fall.
        """
        if self.stage is Stage.ENDED:
            return self._connection.sent_bytes
        if self.stage is not Stage.LIVE or self._stream_id is None:
            raise RuntimeError("a tag was sent before Published")
        body = SET_DATA_FRAME + tag.body if tag.kind is TagKind.SCRIPT else tag.body
        since_ms = (tag.dts_ms - zero_ms) & 0xFFFFFFFF
        stamp = since_ms if since_ms < 0x80000000 or zero_ms == 0 else 0
        return self._connection.send(Message(tag.kind, body, stamp, self._stream_id, _MEDIA_CSIDS[tag.kind]))

    def close(self) -> None:
        """Say goodbye: `take` once more, send it, hang up."""
        if self._stream_id is not None and self.stage in (Stage.PUBLISHING, Stage.LIVE):
            self._call("FCUnpublish", None, self._key)
            self._call("deleteStream", None, self._stream_id)
        self.stage = Stage.ENDED

    def _begin(self) -> None:
        """Once greeted, ask for the application."""
        if self.stage is not Stage.GREETING or not self._connection.is_greeted:
            return
        self.stage = Stage.CONNECTING
        self._connection.announce_chunk_size()
        fields: dict[str, amf.Value] = {
            "app": self._server.app,
            "type": "nonprivate",
            "flashVer": FLASH_VERSION,
            "swfUrl": self._server.tc_url,
            "tcUrl": self._server.tc_url,
        }
        if self._fourccs:
            fields["fourCcList"] = self._fourccs
        self._call("connect", fields)

    def _call(self, name: str, *args: amf.Value, csid: int = COMMAND_CSID, stream_id: int = 0) -> None:
        self._transaction += 1
        self._calls[self._transaction] = name
        self._connection.send(command(name, self._transaction, *args, csid=csid, stream_id=stream_id))

    def _receive(self, message: Message) -> list[Event]:
        match message.type_id:
            case MessageType.ACKNOWLEDGEMENT:
                return [Acknowledged(self._connection.acknowledged_bytes)]
            case MessageType.SET_PEER_BANDWIDTH:
                self._obey_bandwidth(number_in(message))
            case MessageType.COMMAND | MessageType.COMMAND_AMF3:
                return self._obey(command_in(message))
        return []

    def _obey(self, said: Command) -> list[Event]:
        match said.name:
            case "_result":
                return self._on_result(said)
            case "_error":
                return self._on_error(said)
            case "onStatus":
                return self._on_status(said)
            case "onBWDone" if "_checkbw" not in self._calls.values():
                self._call("_checkbw", None)
            case "close":
                return self._end(said)
        return []

    def _obey_bandwidth(self, limit_bytes: int) -> None:
        """A server that wants less in flight is asked to acknowledge more often."""
        if 0 < limit_bytes < self._window_bytes:
            self._window_bytes = limit_bytes
            self._connection.send(control(MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, limit_bytes))

    def _on_result(self, answer: Command) -> list[Event]:
        call = self._calls.pop(answer.transaction, "")
        if call == "connect":
            if answer.status.get("level") == "error":
                return self._end(answer)
            return self._create()
        if call == "createStream" and self.stage is Stage.CREATING:
            self._publish(answer)
        return []

    def _on_error(self, answer: Command) -> list[Event]:
        # Why: servers without releaseStream or FCPublish say so, and work all the same.
        call = self._calls.pop(answer.transaction, "")
        return self._end(answer) if call in ("connect", "createStream", "publish") else []

    def _on_status(self, answer: Command) -> list[Event]:
        code = _text(answer.status.get("code"))
        if self._is_the_end(code, answer.status.get("level")):
            return self._end(answer)
        if code == "NetStream.Publish.Start" and self.stage is Stage.PUBLISHING:
            self.stage = Stage.LIVE
            return [Published()]
        return []

    def _is_the_end(self, code: str, level: amf.Value) -> bool:
        words = set(code.split("."))
        if "Call" in words:  # Why: NetConnection.Call.Failed is about releaseStream and its like.
            return False
        return level == "error" or bool(words & _FINAL_WORDS) or ("Unpublish" in words and self.stage is Stage.LIVE)

    def _create(self) -> list[Event]:
        self.stage = Stage.CREATING
        self._connection.send(control(MessageType.WINDOW_ACKNOWLEDGEMENT_SIZE, self._window_bytes))
        self._call("releaseStream", None, self._key)
        self._call("FCPublish", None, self._key)
        self._call("createStream", None)
        return [Connected()]

    def _publish(self, answer: Command) -> None:
        number = answer.args[-1] if answer.args else None
        if not isinstance(number, float) or not 0 <= number <= 0xFFFFFFFF:
            raise malformed("createStream answered without a stream")
        self._stream_id = int(number)
        self.stage = Stage.PUBLISHING
        self._call("publish", None, self._key, "live", csid=_PUBLISH_CSID, stream_id=self._stream_id)

    def _end(self, answer: Command) -> list[Event]:
        code, description = self._words(answer.status)
        stage, self.stage = self.stage, Stage.ENDED
        if stage is Stage.LIVE:
            return [Closed(code, description)]
        return [Rejected(code, description, stage)]

    def _words(self, status: Mapping[str, amf.Value]) -> tuple[str, str]:
        """Code and description, masked, printable and short."""
        code, description = _text(status.get("code")), _text(status.get("description"))
        return self._said(code), self._said(description)

    def _said(self, text: str) -> str:
        printable = "".join(letter if letter.isprintable() else " " for letter in self._redactor.clean(text))
        return " ".join(printable.split())[:MAX_WORDS]


def _text(value: amf.Value) -> str:
    return value if isinstance(value, str) else ""
