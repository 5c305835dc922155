"""Tags on their way to the recorder's child."""

import io
import struct

import av
from hypothesis import given
from hypothesis import strategies as st

from console.output.recorder_queue import RecorderQueue
from console.wire.flv import Tag, TagKind, TagSplitter
from tests.support import tags as films

KEY, BETWEEN, SOUND = b"\x17\x01\0\0\0k", b"\x27\x01\0\0\0p", b"\xaf\x01s"
HEADERS = (
    Tag.read(TagKind.VIDEO, 0, b"\x17\x00\0\0\0avcC"),
    Tag.read(TagKind.AUDIO, 0, b"\xaf\x00\x11\x90"),
)


def video(ms: int, body: bytes = KEY) -> Tag:
    return Tag.read(TagKind.VIDEO, ms, body)


def sound(ms: int) -> Tag:
    return Tag.read(TagKind.AUDIO, ms, SOUND)


def taken(queue: RecorderQueue) -> list[Tag]:
    """All that is inside, split again, without headers."""
    found: list[Tag] = []
    while data := queue.take(timeout_s=0):
        found += _bodies(data)
    return found


def times(found: list[Tag]) -> list[int]:
    return [tag.dts_ms for tag in found]


def test_it_begins_with_headers_and_a_keyframe_at_zero() -> None:
    queue = RecorderQueue(HEADERS)
    for tag in (sound(960), video(980, BETWEEN), video(1000), sound(990), sound(1010), video(1033, BETWEEN)):
        queue.put(tag)
    split: list[Tag] = []
    TagSplitter(split.append).write(queue.take(timeout_s=0))
    assert [(tag.kind, tag.header, tag.dts_ms) for tag in split] == [
        (TagKind.VIDEO, True, 0),
        (TagKind.AUDIO, True, 0),
        (TagKind.VIDEO, False, 0),
        (TagKind.AUDIO, False, 10),
        (TagKind.VIDEO, False, 33),
    ]
    assert queue.dropped == 0


def test_what_comes_out_is_flv_that_plays() -> None:
    film = films.film()
    queue = RecorderQueue(films.headers(film))
    for tag in films.media(film):
        queue.put(tag)
    stream = b"".join(iter(lambda: queue.take(timeout_s=0), b""))
    with av.open(io.BytesIO(stream), "r", format="flv") as container:
        assert len(list(container.decode(video=0))) == 150


def test_headers_may_come_later_than_the_recorder() -> None:
    queue = RecorderQueue(())
    for tag in (*HEADERS, video(40)):
        queue.put(tag)
    data = queue.take(timeout_s=0)
    assert HEADERS[0].body in data
    assert HEADERS[1].body in data
    assert data[4] == 0b101, "the head says that there is sound"


def test_the_same_headers_again_change_nothing() -> None:
    queue = RecorderQueue(HEADERS)
    for tag in (video(0), *HEADERS, video(33, BETWEEN)):
        queue.put(tag)
    assert times(taken(queue)) == [0, 33]
    assert not queue.stream_changed


def test_other_headers_close_it() -> None:
    queue = RecorderQueue(HEADERS)
    for tag in (video(0), Tag.read(TagKind.VIDEO, 33, b"\x17\x00\0\0\0other"), video(33)):
        queue.put(tag)
    assert queue.stream_changed
    assert times(taken(queue)) == [0]
    assert queue.finished


def test_a_clock_that_began_again_closes_it() -> None:
    queue = RecorderQueue(HEADERS)
    for tag in (video(50_000), video(60_000), video(50_033)):
        queue.put(tag)
    assert queue.stream_changed
    assert times(taken(queue)) == [0, 10_000]


def test_time_may_wrap() -> None:
    queue = RecorderQueue(HEADERS)
    for ms in (2**32 - 33, 0, 33):
        queue.put(video(ms))
    assert times(taken(queue)) == [0, 33, 66]


def test_full_lets_go_up_to_the_next_keyframe_that_fits_and_counts() -> None:
    queue = RecorderQueue(HEADERS, max_bytes=1000)
    queue.put(video(0))
    queue.put(video(33, BETWEEN + bytes(2000)))
    assert queue.is_dropping
    for tag in (sound(40), video(66, BETWEEN), video(100, KEY + bytes(2000)), video(133, BETWEEN)):
        queue.put(tag)
    queue.put(video(166))
    queue.put(sound(170))
    assert not queue.is_dropping
    assert times(taken(queue)) == [0, 166, 170]
    assert queue.dropped == 5


def test_time_is_bounded_too() -> None:
    queue = RecorderQueue(HEADERS, max_ms=1000)
    for ms in range(0, 3000, 100):
        queue.put(video(ms))
    assert times(taken(queue))[-1] == 1000
    assert queue.dropped == 19
    queue.put(video(3000))
    assert times(taken(queue)) == [3000], "a gap in the stream is no backlog"


def test_nothing_is_taken_in_after_the_close() -> None:
    queue = RecorderQueue(HEADERS)
    queue.put(video(0))
    queue.close()
    queue.put(video(33))
    assert not queue.finished
    assert times(taken(queue)) == [0]
    assert queue.finished
    assert queue.take(timeout_s=5) == b"", "does not wait for what cannot come"


@given(
    st.lists(
        st.tuples(st.sampled_from((KEY, BETWEEN, SOUND)), st.integers(0, 300), st.integers(0, 2000), st.booleans()),
        max_size=80,
    )
)
def test_whatever_comes_it_stays_in_its_bounds_and_decodable(steps: list[tuple[bytes, int, int, bool]]) -> None:
    queue = RecorderQueue(HEADERS, max_bytes=3000, max_ms=2000)
    now, out = 0, list[Tag]()
    for number, (start, step, size, is_read) in enumerate(steps):
        now += step
        kind = TagKind.AUDIO if start == SOUND else TagKind.VIDEO
        queue.put(Tag.read(kind, now, start + struct.pack(">I", number) + bytes(size)))
        assert queue._bytes <= 3000 + 200
        if is_read:
            out += _bodies(queue.take(timeout_s=0))
    out += _bodies(queue.take(timeout_s=0))
    assert queue._bytes == 0
    assert times(out) == sorted(times(out))
    numbers = [_number(tag) for tag in out]
    for before, after in zip([-1, *numbers], out, strict=False):
        if after.kind is TagKind.VIDEO and not after.keyframe:
            between = range(before + 1, _number(after))
            assert all(steps[n][0] == SOUND for n in between), "a picture whose reference is missing"


def _bodies(data: bytes) -> list[Tag]:
    split: list[Tag] = []
    if data:
        TagSplitter(split.append).write(data if data.startswith(b"FLV") else b"FLV\x01\x05\0\0\0\x09\0\0\0\0" + data)
    return [tag for tag in split if not tag.header and tag.kind is not TagKind.SCRIPT]


def _number(tag: Tag) -> int:
    at = len(SOUND) if tag.kind is TagKind.AUDIO else len(KEY)
    return int.from_bytes(tag.body[at : at + 4])
