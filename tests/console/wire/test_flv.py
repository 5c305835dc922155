"""FLV tags out of libav and back into it."""

import json
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wire.flv import Tag, TagKind, TagSplitter, file_header, tag_bytes
from console.wire.malformed import WireError

FAST = {"preset": "ultrafast", "tune": "zerolatency", "g": "10"}
SAMPLES = Path(__file__).parents[2] / "data" / "rtmp"

tags = st.builds(Tag.read, st.sampled_from(TagKind), st.integers(0, 0xFFFFFFFF), st.binary(max_size=200))


def muxed(pictures: int = 20) -> list[list[Tag]]:
    """The tags of a small film, one list a muxed packet; the last is what closing adds."""
    got: list[Tag] = []
    steps: list[list[Tag]] = []
    options = {"flvflags": "no_duration_filesize"}
    with av.open(TagSplitter(got.append), "w", format="flv", options=options) as container:
        video = container.add_stream("libx264", rate=30, options=FAST)
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        audio = container.add_stream("aac", rate=48_000, layout="stereo")
        for number in range(pictures):
            picture = av.VideoFrame.from_ndarray(np.full((96, 64), number, np.uint8), format="yuv420p")
            picture.pts = number
            sound = av.AudioFrame.from_ndarray(np.zeros((2, 1600), np.float32), format="fltp", layout="stereo")
            sound.sample_rate, sound.pts = 48_000, number * 1600
            for packet in [*video.encode(picture), *audio.encode(sound)]:
                container.mux(packet)
                steps.append(got.copy())
                got.clear()
        for packet in [*video.encode(None), *audio.encode(None)]:
            container.mux(packet)
    return [*steps, got]


def test_a_tag_is_not_held_longer_than_until_the_other_kind_has_one() -> None:
    written = [len([tag for tag in step if not tag.header and tag.kind is not TagKind.SCRIPT]) for step in muxed()]
    lag = [muxed_so_far - sum(written[:muxed_so_far]) for muxed_so_far in range(1, len(written))]
    assert max(lag) <= 3


def test_metadata_and_sequence_headers_come_first_and_keyframes_are_known() -> None:
    every = [tag for step in muxed() for tag in step]
    assert every[0].kind is TagKind.SCRIPT
    assert {tag.kind for tag in every if tag.header} == {TagKind.VIDEO, TagKind.AUDIO}
    pictures = [tag for tag in every if tag.kind is TagKind.VIDEO and not tag.header][:20]
    assert [number for number, tag in enumerate(pictures) if tag.keyframe] == [0, 10]
    assert not any(tag.keyframe for tag in every if tag.header or tag.kind is not TagKind.VIDEO)


def test_what_was_split_can_be_demuxed_again() -> None:
    stream = file_header() + b"".join(tag_bytes(tag) for step in muxed() for tag in step)
    with av.open(BytesIO(stream), "r", format="flv") as container:
        assert len(list(container.decode(video=0))) == 20


@pytest.mark.parametrize("sample", ["pyav18_ok_libx264", "pyav18_ok_libx265"])
def test_the_captured_streams_are_understood(sample: str) -> None:
    log = json.loads((SAMPLES / f"{sample}.json").read_text())["log"]
    video = [
        Tag.read(TagKind.VIDEO, step["ts"], bytes.fromhex(step["head"])) for step in log if step["step"] == "video"
    ]
    audio = [
        Tag.read(TagKind.AUDIO, step["ts"], bytes.fromhex(step["head"])) for step in log if step["step"] == "audio"
    ]
    assert [tag.header for tag in audio] == [True, False, False]
    assert video[0].header
    assert [tag.keyframe for tag in video].count(True) == 1
    assert sum(tag.header for tag in video) == 1


@pytest.mark.parametrize(
    ("kind", "head", "keyframe", "header"),
    [
        (TagKind.VIDEO, "1700", False, True),
        (TagKind.VIDEO, "1701", True, False),
        (TagKind.VIDEO, "2701", False, False),
        (TagKind.VIDEO, "1702", False, False),
        (TagKind.VIDEO, "9068766331", False, True),
        (TagKind.VIDEO, "9168766331", True, False),
        (TagKind.VIDEO, "9368766331", True, False),
        (TagKind.VIDEO, "a368766331", False, False),
        (TagKind.VIDEO, "9268766331", False, False),
        (TagKind.VIDEO, "d468766331", False, False),
        (TagKind.VIDEO, "9600", False, True),
        (TagKind.VIDEO, "9601", True, False),
        (TagKind.VIDEO, "14", True, False),
        (TagKind.VIDEO, "", False, False),
        (TagKind.AUDIO, "af00", False, True),
        (TagKind.AUDIO, "af01", False, False),
        (TagKind.AUDIO, "904f707573", False, True),
        (TagKind.AUDIO, "914f707573", False, False),
        (TagKind.AUDIO, "2f00", False, False),
        (TagKind.AUDIO, "", False, False),
        (TagKind.SCRIPT, "1701", False, False),
    ],
)
def test_the_first_bytes_tell_what_a_tag_is(kind: TagKind, head: str, *, keyframe: bool, header: bool) -> None:
    tag = Tag.read(kind, 0, bytes.fromhex(head))
    assert (tag.keyframe, tag.header) == (keyframe, header)


@given(st.lists(tags, max_size=5), st.integers(1, 50))
def test_tags_survive_a_stream_cut_anywhere(sent: list[Tag], piece: int) -> None:
    got: list[Tag] = []
    splitter = TagSplitter(got.append)
    data = file_header() + b"".join(map(tag_bytes, sent))
    for at in range(0, len(data), piece):
        assert splitter.write(data[at : at + piece]) > 0
    assert got == sent


@given(st.binary(max_size=200))
def test_random_bytes_raise_nothing_but_wire_error(data: bytes) -> None:
    for begin in (b"", file_header()):
        with suppress(WireError):
            TagSplitter(lambda _tag: None).write(begin + data)


def test_a_tag_that_is_too_long_is_refused() -> None:
    with pytest.raises(WireError):
        tag_bytes(Tag(TagKind.VIDEO, 0, bytes(0x1000000)))
