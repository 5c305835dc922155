"""Units behind start codes become units behind their lengths."""

from hypothesis import given
from hypothesis import strategies as st

from console.wire import avc
from console.wire.flv import Tag, TagKind

units = st.binary(min_size=1, max_size=50).map(lambda body: body.replace(b"\0", b"\3") + b"\x80")


@given(sent=st.lists(st.tuples(st.booleans(), units), max_size=6), keyframe=st.booleans())
def test_every_unit_keeps_its_bytes_and_gets_its_length(*, sent: list[tuple[bool, bytes]], keyframe: bool) -> None:
    stream = b"".join((b"\0\0\0\1" if is_long else b"\0\0\1") + unit for is_long, unit in sent)
    tag = avc.picture_tag(40, stream, keyframe=keyframe)
    assert tag.body[5:] == b"".join(len(unit).to_bytes(4) + unit for _, unit in sent)
    assert tag == Tag.read(TagKind.VIDEO, 40, tag.body)
    assert tag.keyframe == keyframe


def test_a_zero_inside_a_unit_is_part_of_it() -> None:
    tag = avc.picture_tag(0, b"\0\0\0\1a\0\0\3\0b\0\0\1c", keyframe=True)
    assert tag.body[5:] == b"\0\0\0\6a\0\0\3\0b" + b"\0\0\0\1c"


def test_the_end_is_neither_a_picture_nor_a_header() -> None:
    assert avc.end_tag(7) == Tag.read(TagKind.VIDEO, 7, b"\x17\2\0\0\0")
