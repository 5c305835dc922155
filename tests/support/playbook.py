"""A publication written as a play: what the server says, what the publisher must answer."""

from console.wire import amf
from console.wire.address import Server
from console.wire.chunk import ChunkWriter
from console.wire.chunk_reader import ChunkReader
from console.wire.handshake import PACKET_BYTES, RANDOM_BYTES
from console.wire.message import Message, MessageType, command
from console.wire.publication import Connected, Event, Published
from console.wire.publisher import PublisherSession

SERVER = Server.parse("rtmp://stage.example/live2")
KEY = "key-1234?backup=1/a b"
SUCCESS: amf.Value = {"level": "status", "code": "NetConnection.Connect.Success", "description": "ok"}
START: amf.Value = {"level": "status", "code": "NetStream.Publish.Start", "description": "go"}


class Playbook:
    """Plays the server to a `PublisherSession`, message by message."""

    def __init__(self, *, window_bytes: int = 250_000) -> None:
        self.session = PublisherSession(SERVER, KEY, time_ms=7, random=bytes(RANDOM_BYTES), window_bytes=window_bytes)
        self._reader = ChunkReader(max_pending_bytes=1 << 20)
        self._writer = ChunkWriter()
        self._heard: list[Message] = []

    def greet(self) -> list[Event]:
        """The handshake; the publisher's half is checked for its size."""
        hello = self.session.take()
        assert len(hello) == 1 + PACKET_BYTES
        events = self.session.feed(b"\x03" + bytes(PACKET_BYTES) + hello[1:])
        sent = self.session.take()
        self._heard = list(self._reader.feed(sent[PACKET_BYTES:]))
        return events

    def heard(self) -> list[Message]:
        """Every message the publisher sent since the last look."""
        heard = [*self._heard, *self._reader.feed(self.session.take())]
        self._heard = []
        return heard

    def commands(self) -> list[list[amf.Value]]:
        """The commands among them."""
        return [amf.decode(message.body) for message in self.heard() if message.type_id == MessageType.COMMAND]

    def says(self, *values: amf.Value) -> list[Event]:
        """The server says a command."""
        return self.sends(command(*values))

    def sends(self, message: Message) -> list[Event]:
        """The server sends any message."""
        return self.session.feed(self._writer.write(message))

    def announces_chunks_of(self, size: int) -> None:
        """The server's own chunks change their size."""
        self.sends(Message(MessageType.SET_CHUNK_SIZE, size.to_bytes(4)))
        self._writer.chunk_size = size

    def go_live(self) -> None:
        """Everything up to the first tag, as a good server says it."""
        self.greet()
        assert self.says("_result", 1, {"fmsVer": "FMS/3,0,1,123"}, SUCCESS) == [Connected()]
        assert self.says("_result", 4, None, 1) == []
        assert self.says("onStatus", 0, None, START) == [Published()]
        self.heard()
