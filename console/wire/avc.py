"""H.264 pictures as FLV tags, without a muxer in between.

Wire: ITU-T H.264, annex B; ISO/IEC 14496-15, section 5.3; Adobe, Flash Video File Format 10.1, annex E.4.3.
"""

from typing import Final

from console.wire.flv import Tag, TagKind

_START: Final = b"\0\0\1"
_KEY_PICTURE: Final = b"\x17\x01\0\0\0"
"""Keyframe of AVC; a picture; shown when it is decoded."""
_PICTURE: Final = b"\x27\x01\0\0\0"
_END: Final = b"\x17\x02\0\0\0"


def picture_tag(dts_ms: int, units: bytes, *, keyframe: bool) -> Tag:
    """The tag of a picture whose units stand behind start codes, each with its length in front instead.

    For encoders without B-frames: nothing is shown later than it is decoded.
    """
    pieces = [_KEY_PICTURE if keyframe else _PICTURE]
    for unit in units.split(_START)[1:]:
        # Why: no unit ends with a zero; where one stands, it begins the long form of the next start code.
        whole = unit.rstrip(b"\0")
        pieces += (len(whole).to_bytes(4), whole)
    return Tag(TagKind.VIDEO, dts_ms, b"".join(pieces), keyframe=keyframe)


def end_tag(dts_ms: int) -> Tag:
    """What says that no picture follows."""
    return Tag(TagKind.VIDEO, dts_ms, _END)
