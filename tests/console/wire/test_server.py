"""The receiving session, and both sessions against each other."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wire import amf, publication
from console.wire.address import Server
from console.wire.chunk import ChunkWriter
from console.wire.flv import Tag, TagKind
from console.wire.handshake import PACKET_BYTES, RANDOM_BYTES
from console.wire.malformed import WireError
from console.wire.message import Message, MessageType, UserControl, command, control, user_control
from console.wire.policy import BAD_NAME, CONNECT_REJECTED, DENIED, HANG_UP, SILENCE, Answer, Answers, Policy
from console.wire.publication import Closed, Connected, Published, Rejected, Stage
from console.wire.publisher import PublisherSession
from console.wire.server import (
    ClientConnected,
    HangUp,
    PublishBegan,
    PublishEnded,
    ServerSession,
    TagReceived,
)

SERVER = Server.parse("rtmp://stage.example/live2?backup=1")
KEY = "key/with?every=thing 鍵"
SCRIPT = Tag.read(TagKind.SCRIPT, 0, amf.encode("onMetaData", amf.EcmaArray({"width": 720.0})))
HEADER = Tag.read(TagKind.VIDEO, 0, b"\x17\x00\x00\x00\x00" + bytes(40))
KEYFRAME = Tag.read(TagKind.VIDEO, 33, b"\x17\x01\x00\x00\x00" + bytes(range(256)) * 100)
SOUND = Tag.read(TagKind.AUDIO, 40, b"\xaf\x01" + bytes(300))
LATE = Tag.read(TagKind.AUDIO, 0x1000005, b"\xaf\x01" + bytes(300))


class Pair:
    """A publisher and a server joined without a socket; bytes cross in pieces of `piece`."""

    def __init__(self, policy: Policy | None = None, *, piece: int = 1 << 20, window_bytes: int = 250_000) -> None:
        self.client = PublisherSession(SERVER, KEY, time_ms=0, random=bytes(RANDOM_BYTES), window_bytes=window_bytes)
        self.server = ServerSession(policy or Answers(), time_ms=0, random=bytes(RANDOM_BYTES), checks_bandwidth=True)
        self._piece = piece
        self.of_client: list[publication.Event] = []
        self.of_server: list[object] = []

    def run(self) -> None:
        """Carry bytes until both are silent."""
        while (up := self.client.take()) + (down := self.server.take()):
            for part in self._cut(up):
                self.of_server += self.server.feed(part)
            for part in self._cut(down):
                self.of_client += self.client.feed(part)

    def _cut(self, data: bytes) -> Iterator[bytes]:
        return (data[at : at + self._piece] for at in range(0, len(data), self._piece))


@pytest.mark.parametrize("piece", [1, 7, 1500, 1 << 20])
def test_a_publication_arrives_whole_however_its_bytes_are_cut(piece: int) -> None:
    pair = Pair(piece=piece)
    pair.run()
    assert pair.of_client == [Connected(), Published()]
    assert pair.of_server == [ClientConnected(SERVER.app), PublishBegan(SERVER.app, KEY)]
    pair.of_server.clear()
    sent = [SCRIPT, HEADER, KEYFRAME, SOUND, LATE]
    for tag in sent:
        pair.client.send(tag)
    pair.run()
    assert pair.of_server == [TagReceived(tag) for tag in sent]
    pair.client.close()
    pair.run()
    assert pair.of_server[len(sent) :] == [PublishEnded()]


def test_received_bytes_are_acknowledged_as_often_as_asked() -> None:
    pair = Pair(window_bytes=50_000)
    pair.run()
    for _ in range(10):
        pair.client.send(KEYFRAME)
        pair.run()
    acknowledged = [event for event in pair.of_client if isinstance(event, publication.Acknowledged)]
    assert len(acknowledged) >= 4
    assert pair.client.sent_bytes - pair.client.acknowledged_bytes < 50_000


@pytest.mark.parametrize(
    ("policy", "code", "stage"),
    [
        (Answers(to_connect=CONNECT_REJECTED), "NetConnection.Connect.Rejected", Stage.CONNECTING),
        (Answers(to_publish=BAD_NAME), "NetStream.Publish.BadName", Stage.PUBLISHING),
        (Answers(to_publish=DENIED), "NetStream.Publish.Denied", Stage.PUBLISHING),
    ],
)
def test_a_policy_can_refuse(policy: Answers, code: str, stage: Stage) -> None:
    pair = Pair(policy)
    pair.run()
    refused = pair.of_client[-1]
    assert isinstance(refused, Rejected)
    assert (refused.code, refused.stage) == (code, stage)
    assert not pair.server.is_publishing


@pytest.mark.parametrize(
    ("policy", "stage", "hangs_up"),
    [
        (Answers(to_connect=SILENCE), Stage.CONNECTING, False),
        (Answers(to_publish=SILENCE), Stage.PUBLISHING, False),
        (Answers(to_connect=HANG_UP), Stage.CONNECTING, True),
        (Answers(to_publish=HANG_UP), Stage.PUBLISHING, True),
    ],
)
def test_a_policy_can_say_nothing_or_hang_up(policy: Answers, stage: Stage, *, hangs_up: bool) -> None:
    pair = Pair(policy)
    pair.run()
    assert pair.client.stage is stage
    assert (HangUp() in pair.of_server) is hangs_up


def test_a_policy_sees_the_app_and_the_key_whole() -> None:
    seen: list[str] = []

    class Curious(Answers, frozen=True):
        def publish(self, app: str, key: str) -> Answer:
            seen.extend((app, key))
            return super().publish(app, key)

    Pair(Curious()).run()
    assert seen == ["live2?backup=1", KEY]


def test_a_server_can_end_a_live_publication_in_words() -> None:
    pair = Pair()
    pair.run()
    pair.server.say(Answer("NetStream.Unpublish.Success", "The stream was stopped."))
    pair.run()
    assert pair.of_client[-1] == Closed("NetStream.Unpublish.Success", "The stream was stopped.")


def test_a_ping_is_sent_and_answered() -> None:
    pair = Pair()
    pair.run()
    pair.server.ping(99)
    pair.run()
    pair.client.send(SOUND)
    pair.run()
    assert pair.of_server[-1] == TagReceived(SOUND), "the answer in between is understood"


def greeted(policy: Policy | None = None) -> ServerSession:
    session = ServerSession(policy or Answers(), time_ms=0, random=bytes(RANDOM_BYTES))
    session.feed(b"\x03" + bytes(2 * PACKET_BYTES))
    session.take()
    return session


def test_media_before_a_publish_is_let_fall() -> None:
    writer = ChunkWriter()
    session = greeted()
    assert session.feed(writer.write(Message(MessageType.VIDEO, KEYFRAME.body, 0, 1, 6))) == []
    assert session.feed(writer.write(command("publish", 1, None, "key", "live"))) == []


def test_the_amf3_forms_of_commands_and_metadata_are_understood() -> None:
    writer = ChunkWriter()
    session = greeted()
    connect = b"\x00" + amf.encode("connect", 1, {"app": "a"})
    publish = b"\x00" + amf.encode("publish", 2, None, "k", "live")
    metadata = b"\x00" + amf.encode("@setDataFrame") + SCRIPT.body
    assert session.feed(writer.write(Message(MessageType.COMMAND_AMF3, connect, csid=3))) == [ClientConnected("a")]
    assert session.feed(writer.write(Message(MessageType.COMMAND_AMF3, publish, csid=3))) == [PublishBegan("a", "k")]
    got = session.feed(writer.write(Message(MessageType.DATA_AMF3, metadata, csid=4)))
    assert got == [TagReceived(SCRIPT)]


def test_connect_without_fields_is_answered() -> None:
    assert greeted().feed(ChunkWriter().write(command("connect", 1, None))) == [ClientConnected("")]


@given(st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_wire_error(data: bytes) -> None:
    for session in (ServerSession(Answers(), time_ms=0, random=bytes(RANDOM_BYTES)), greeted()):
        with suppress(WireError):
            session.feed(data)
            session.feed(data)


@given(st.lists(st.tuples(st.sampled_from(list(MessageType)), st.binary(max_size=60)), max_size=4))
def test_random_messages_raise_nothing_but_wire_error(sent: list[tuple[MessageType, bytes]]) -> None:
    session = greeted()
    writer = ChunkWriter()
    with suppress(WireError):
        session.feed(writer.write(command("connect", 1, {"app": "a"})))
        session.feed(writer.write(command("publish", 2, None, "k")))
        for kind, body in sent:
            session.feed(writer.write(Message(kind, body, csid=5)))


def test_control_messages_of_a_client_are_obeyed() -> None:
    writer = ChunkWriter()
    session = greeted()
    session.feed(writer.write(user_control(UserControl.PING_REQUEST, 5)))
    assert session.take() == ChunkWriter().write(user_control(UserControl.PING_RESPONSE, 5))
    session.feed(writer.write(control(MessageType.ACKNOWLEDGEMENT, 3073)))
    assert session.acknowledged_bytes == 3073
