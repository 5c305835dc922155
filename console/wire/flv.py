"""FLV: tags out of libav's muxer, and tags back into a stream that libav reads.

Wire: Adobe, Flash Video File Format 10.1, annex E; Veovera, Enhanced RTMP v2, for the newer codecs.
"""

import struct
from collections.abc import Callable
from enum import IntEnum
from typing import Final, Self

import msgspec

from console.wire.malformed import malformed

MAX_TAG_BYTES: Final = 0xFFFFFF
_FILE_HEADER_BYTES: Final = 9
_TAG_HEADER_BYTES: Final = 11
_AVC: Final = 7
_HEVC: Final = 12
_AAC: Final = 10
_ENHANCED_AUDIO: Final = 9
_MULTITRACK: Final = 6


class TagKind(IntEnum):
    """What a tag carries; the same numbers as RTMP's message types."""

    AUDIO = 8
    VIDEO = 9
    SCRIPT = 18


class Tag(msgspec.Struct, frozen=True):
    """One FLV tag; its body is also the body of the RTMP message that carries it."""

    kind: TagKind
    dts_ms: int
    """0 … 2^32 - 1, wraps."""
    body: bytes
    keyframe: bool = False
    """A video picture that decoding can begin with; a sequence header is none."""
    header: bool = False
    """A sequence header: what a decoder must have before any picture or sound."""

    @classmethod
    def read(cls, kind: TagKind, dts_ms: int, body: bytes) -> Self:
        """The tag of `body`, with what its first bytes say about it."""
        if kind is TagKind.VIDEO:
            return cls(kind, dts_ms, body, keyframe=_is_keyframe(body), header=_is_video_header(body))
        return cls(kind, dts_ms, body, header=kind is TagKind.AUDIO and _is_audio_header(body))


def file_header(*, has_audio: bool = True, has_video: bool = True) -> bytes:
    """What an FLV stream begins with."""
    return b"FLV\x01" + bytes([has_audio << 2 | has_video]) + struct.pack(">II", _FILE_HEADER_BYTES, 0)


def tag_bytes(tag: Tag) -> bytes:
    """`tag` as it stands in an FLV stream, with the size that follows it."""
    size = len(tag.body)
    if size > MAX_TAG_BYTES:
        raise malformed("an FLV tag longer than 16 MB")
    stamp = (tag.dts_ms & 0xFFFFFFFF).to_bytes(4)
    head = bytes([tag.kind]) + size.to_bytes(3) + stamp[1:] + stamp[:1] + bytes(3)
    return b"".join((head, tag.body, (_TAG_HEADER_BYTES + size).to_bytes(4)))


class TagSplitter:
    """What libav's FLV muxer writes into: gives every tag to `sink` as soon as it is whole.

    Open with `av.open(splitter, "w", format="flv", options={"flvflags": "no_duration_filesize"})`.
    The muxer writes through, but interleaves: with sound and picture in one container a packet waits until the other
    kind has a later one (measured: at most 3 packets).
    """

    def __init__(self, sink: Callable[[Tag], None]) -> None:
        """`sink` is called on the thread that writes."""
        self._sink = sink
        self._buffer = bytearray()
        self._is_begun = False

    def write(self, data: bytes) -> int:
        """Take in bytes of an FLV stream, cut anywhere. Raises `WireError` if they are none."""
        self._buffer += data
        if not self._is_begun and not self._begin():
            return len(data)
        at = 0
        while (end := self._tag(at)) is not None:
            at = end
        del self._buffer[:at]
        return len(data)

    def _begin(self) -> bool:
        """Leave the file header behind; False: not all here."""
        if not b"FLV".startswith(self._buffer[:3]):
            raise malformed("no FLV header")
        if len(self._buffer) < _FILE_HEADER_BYTES + 4:
            return False
        size = int.from_bytes(self._buffer[5:9])
        if size != _FILE_HEADER_BYTES:
            raise malformed("an FLV header of odd size")
        del self._buffer[: size + 4]
        self._is_begun = True
        return True

    def _tag(self, at: int) -> int | None:
        """Give on the tag at `at`: where the next begins; None: not all here."""
        begin = at + _TAG_HEADER_BYTES
        if begin > len(self._buffer):
            return None
        end = begin + int.from_bytes(self._buffer[at + 1 : at + 4])
        if end + 4 > len(self._buffer):
            return None
        stamp = int.from_bytes(self._buffer[at + 4 : at + 7]) | self._buffer[at + 7] << 24
        kind = self._buffer[at] & 0x1F
        if kind not in _KINDS:
            raise malformed("an unknown FLV tag")
        with memoryview(self._buffer) as whole:
            body = bytes(whole[begin:end])
        self._sink(Tag.read(TagKind(kind), stamp, body))
        return end + 4


_KINDS: Final = frozenset(TagKind)


def _video_packet(body: bytes) -> int | None:
    """The packet type: 0 sequence header, 1 and 3 pictures; None: an older codec that knows no headers."""
    if body[0] & 0x80:
        packet = body[0] & 0x0F
        return body[1] & 0x0F if packet == _MULTITRACK and len(body) > 1 else packet
    return body[1] if body[0] & 0x0F in (_AVC, _HEVC) and len(body) > 1 else None


def _is_keyframe(body: bytes) -> bool:
    return bool(body) and body[0] >> 4 & 7 == 1 and _video_packet(body) in (None, 1, 3)


def _is_video_header(body: bytes) -> bool:
    return bool(body) and _video_packet(body) == 0


def _is_audio_header(body: bytes) -> bool:
    if len(body) < 2:
        return False
    codec = body[0] >> 4
    return (codec == _AAC and body[1] == 0) or (codec == _ENHANCED_AUDIO and body[0] & 0x0F == 0)
