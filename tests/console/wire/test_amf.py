"""AMF0 values on the wire."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wire import amf
from console.wire.malformed import WireError

text = st.text(st.characters(exclude_categories=["Cs"]))
plain = (
    st.none()
    | st.just(amf.UNDEFINED)
    | st.booleans()
    | st.floats(allow_nan=False)
    | text
    | st.builds(amf.Date, st.floats(allow_nan=False))
)
names = text.filter(bool)
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(names, inner, max_size=4)
        | st.dictionaries(names, inner, max_size=4).map(amf.EcmaArray)
    ),
    max_leaves=12,
)


@given(st.lists(values, max_size=4))
def test_what_is_encoded_is_decoded(written: list[amf.Value]) -> None:
    read = amf.decode(amf.encode(*written))
    assert read == written
    assert [type(value) for value in read] == [type(value) for value in written]


def test_a_command_has_the_bytes_of_the_specification() -> None:
    assert amf.encode("connect", 1, {"app": "live"}) == bytes.fromhex(
        "02 0007 636f6e6e656374 00 3ff0000000000000 03 0003 617070 02 0004 6c697665 000009".replace(" ", "")
    )


def test_a_long_string_keeps_its_length() -> None:
    long = "あ" * 30_000
    assert amf.encode(long)[0] == 0x0C
    assert amf.decode(amf.encode(long)) == [long]


def test_an_ecma_array_with_a_wrong_count_is_read_to_its_end_marker() -> None:
    body = bytearray(amf.encode(amf.EcmaArray({"width": 720.0, "height": 1280.0})))
    body[1:5] = b"\x00\x00\x00\x00"
    assert amf.decode(bytes(body)) == [{"width": 720.0, "height": 1280.0}]


def test_a_typed_object_is_read_as_its_fields() -> None:
    assert amf.decode(b"\x10\x00\x01C" + amf.encode({"a": True})[1:]) == [{"a": True}]


def test_a_name_may_be_empty() -> None:
    assert amf.decode(amf.encode({"": "x"})) == [{"": "x"}]


def test_text_that_is_not_utf8_keeps_what_can_be_read() -> None:
    assert amf.decode(b"\x02\x00\x03a\xff\x62") == ["a\ufffdb"]


@pytest.mark.parametrize(
    "body",
    [
        b"\x00\x00",
        b"\x02\x00\x05abc",
        b"\x03\x00\x01a\x05",
        b"\x0a\xff\xff\xff\xff\x05",
        b"\x04",
        b"\x07\x00\x01",
        b"\x11\x0a",
        b"\x0c\xff\xff\xff\xffabc",
        b"\x03\x00\x01a" * 100,
        b"\x0a\x00\x00\x00\x01" * 100 + b"\x05",
        b"\x05" * (amf.MAX_VALUES + 1),
    ],
    ids=lambda body: body[:6].hex(),
)
def test_hostile_bodies_are_refused(body: bytes) -> None:
    with pytest.raises(WireError):
        amf.decode(body)


@given(st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_wire_error(body: bytes) -> None:
    with suppress(WireError):
        amf.decode(body)


def test_a_value_nested_too_deeply_is_not_written() -> None:
    nested: amf.Value = []
    for _ in range(amf.MAX_DEPTH + 1):
        nested = [nested]
    with pytest.raises(WireError):
        amf.encode(nested)


def test_text_that_cannot_be_sent_is_refused_without_being_quoted() -> None:
    with pytest.raises(WireError) as caught:
        amf.encode("secret\ud800")
    assert "secret" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
