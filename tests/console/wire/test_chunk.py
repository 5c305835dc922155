"""Messages into chunks and back."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wire.chunk import ChunkWriter
from console.wire.chunk_reader import MAX_LANES, ChunkReader
from console.wire.malformed import WireError
from console.wire.message import Message, MessageType, control

LIMIT = 1 << 20
AUDIO, VIDEO = MessageType.AUDIO, MessageType.VIDEO

messages = st.builds(
    Message,
    type_id=st.sampled_from([AUDIO, VIDEO, MessageType.DATA, MessageType.COMMAND]),
    body=st.integers(0, 700).map(lambda size: random.Random(size).randbytes(size)),
    timestamp_ms=st.integers(0, 0xFFFFFFFF) | st.integers(0xFFFFF0, 0x100000F) | st.integers(0, 50),
    stream_id=st.integers(0, 3),
    csid=st.sampled_from([2, 3, 63, 64, 319, 320, 65_599]),
)


def reader() -> ChunkReader:
    return ChunkReader(max_pending_bytes=LIMIT)


def read(data: bytes, *, piece: int = LIMIT) -> list[Message]:
    into = reader()
    return [message for at in range(0, len(data), piece) for message in into.feed(data[at : at + piece])]


@given(st.lists(messages, max_size=8), st.sampled_from([1, 7, 128, 4096]), st.sampled_from([1, 3, 1000, LIMIT]))
def test_what_is_written_is_read_however_it_is_cut(sent: list[Message], chunk_size: int, piece: int) -> None:
    writer = ChunkWriter()
    announced = writer.write(control(MessageType.SET_CHUNK_SIZE, chunk_size))
    writer.chunk_size = chunk_size
    data = announced + b"".join(writer.write(message) for message in sent)
    assert read(data, piece=piece)[1:] == sent


def test_an_extended_timestamp_is_repeated_on_every_chunk() -> None:
    data = ChunkWriter().write(Message(VIDEO, bytes(300), 0x01000000, 1, 6))
    assert data.count(b"\x01\x00\x00\x00") >= 3
    assert data[12:16] == data[16 + 128 + 1 : 16 + 128 + 5] == b"\x01\x00\x00\x00"


def test_later_chunks_without_the_extended_timestamp_are_understood() -> None:
    head = b"\x06\xff\xff\xff\x00\x01\x2c\x09\x01\x00\x00\x00" + (0x01000000).to_bytes(4)
    body = random.Random(1).randbytes(300)
    data = head + body[:128] + b"\xc6" + body[128:256] + b"\xc6" + body[256:]
    assert read(data) == [Message(VIDEO, body, 0x01000000, 1, 6)]


def test_timestamps_wrap_at_two_to_the_thirty_second() -> None:
    writer = ChunkWriter()
    before, after = Message(AUDIO, b"a", 0xFFFFFFFA, 1, 4), Message(AUDIO, b"b", 13, 1, 4)
    first, second = writer.write(before), writer.write(after)
    assert second[1:4] == (19).to_bytes(3), "a small step over the edge is a small delta"
    assert read(first + second) == [before, after]


def test_a_timestamp_that_runs_back_is_written_whole() -> None:
    writer = ChunkWriter()
    sent = [Message(AUDIO, b"a", 500, 1, 4), Message(AUDIO, b"b", 400, 1, 4)]
    assert read(b"".join(map(writer.write, sent))) == sent


def test_a_message_that_begins_with_format_two_or_three_steps_as_the_one_before() -> None:
    first = b"\x44\x00\x00\x0a\x00\x00\x01\x08a"
    stamps = [message.timestamp_ms for message in read(first + b"\x84\x00\x00\x05b" + b"\xc4c" + b"\xc4d")]
    assert stamps == [10, 15, 20, 25]


def test_interleaved_messages_are_told_apart() -> None:
    video, audio = Message(VIDEO, b"v" * 300, 40, 1, 6), Message(AUDIO, b"a" * 100, 20, 1, 4)
    of_video, of_audio = ChunkWriter().write(video), ChunkWriter().write(audio)
    assert read(of_video[:140] + of_audio + of_video[140:]) == [audio, video]


def test_abort_lets_a_half_message_fall() -> None:
    half = ChunkWriter().write(Message(VIDEO, b"v" * 300, 0, 1, 6))[:140]
    whole = ChunkWriter().write(Message(VIDEO, b"w" * 200, 9, 1, 6))
    got = read(half + ChunkWriter().write(control(MessageType.ABORT, 6)) + whole)
    assert got[1:] == [Message(VIDEO, b"w" * 200, 9, 1, 6)]


def test_an_empty_message_is_a_message() -> None:
    sent = [Message(AUDIO, b"", 5, 1, 4), Message(AUDIO, b"x", 6, 1, 4)]
    assert read(b"".join(map(ChunkWriter().write, sent[:1])) + ChunkWriter().write(sent[1])) == sent


def test_what_came_before_the_break_is_given_first() -> None:
    good = ChunkWriter().write(Message(AUDIO, b"x", 0, 1, 4))
    feed = reader().feed(good + b"\xff")
    assert next(feed).body == b"x"
    with pytest.raises(WireError):
        next(feed)


@pytest.mark.parametrize(
    "data",
    [
        b"\xc5",
        b"\x85\x00\x00\x00",
        b"\x05\x00\x00\x00\xff\xff\xff\x09\x00\x00\x00\x00",
        ChunkWriter().write(control(MessageType.SET_CHUNK_SIZE, 0)),
        ChunkWriter().write(control(MessageType.SET_CHUNK_SIZE, 0x80000000)),
        ChunkWriter().write(Message(MessageType.SET_CHUNK_SIZE, b"\x01")),
        ChunkWriter().write(Message(VIDEO, bytes(300), 0, 1, 6))[:140] + b"\x46" + bytes(7),
    ],
    ids=["lane from nothing", "delta from nothing", "16 MB", "size 0", "size 2^31", "short", "inside another"],
)
def test_a_broken_stream_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        read(data)


def test_the_lanes_are_counted() -> None:
    with pytest.raises(WireError):
        read(b"".join(ChunkWriter().write(Message(AUDIO, b"", csid=csid)) for csid in range(3, MAX_LANES + 4)))


def test_half_messages_share_one_bound() -> None:
    into = ChunkReader(max_pending_bytes=1000)
    for csid in range(3, 9):
        assert list(into.feed(ChunkWriter().write(Message(VIDEO, bytes(300), 0, 1, csid))[:140])) == []
    with pytest.raises(WireError):
        list(into.feed(ChunkWriter().write(Message(VIDEO, bytes(300), 0, 1, 9))[:140]))


@given(st.binary(max_size=600), st.integers(1, 600))
def test_random_bytes_raise_nothing_but_wire_error_and_are_not_hoarded(data: bytes, piece: int) -> None:
    into = ChunkReader(max_pending_bytes=256)
    try:
        for at in range(0, len(data), piece):
            for message in into.feed(data[at : at + piece]):
                assert len(message.body) <= 256
            assert len(into._buffer) <= 256 + 18
            assert into._pending_bytes <= 256
    except WireError:
        pass
