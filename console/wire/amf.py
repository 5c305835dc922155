"""AMF0: the values that RTMP commands and metadata are made of.

Wire: Adobe, Action Message Format -- AMF 0 (2007).
"""

import struct
from collections.abc import Callable
from enum import Enum
from typing import Final, TypeAlias

import msgspec

from console.wire.malformed import malformed

MAX_DEPTH: Final = 16
MAX_VALUES: Final = 65_536
"""Values one body may hold, so that a few bytes each cannot become gigabytes of objects."""

_U16 = struct.Struct(">H")
_U32 = struct.Struct(">I")
_F64 = struct.Struct(">d")
_DATE = struct.Struct(">dh")


class Undefined(Enum):
    """The value that is not even null."""

    UNDEFINED = "undefined"


UNDEFINED: Final = Undefined.UNDEFINED


class Date(msgspec.Struct, frozen=True):
    """A moment: milliseconds since 1970-01-01 UTC. The reserved time zone is written as 0 and ignored."""

    unix_ms: float


class EcmaArray(dict[str, "Value"]):
    """An object written as an associative array, as metadata is."""


Value: TypeAlias = (
    "Undefined | bool | float | str | Date | EcmaArray | dict[str, Value] | list[Value] | tuple[Value, ...] | None"
)


def encode(*values: Value) -> bytes:
    """The values one after the other. Numbers become doubles.

    Raises `WireError` for text that is not Unicode, names over 65 535 bytes and nesting over `MAX_DEPTH`.
    """
    out = bytearray()
    for value in values:
        _write(out, value, 0)
    return bytes(out)


def decode(body: bytes | memoryview) -> list[Value]:
    """Every value in `body`, numbers as floats; text that is not UTF-8 keeps what can be read.

    Raises `WireError` for anything that is not whole, well-formed AMF0 within `MAX_DEPTH` and `MAX_VALUES`.
    """
    reader = _Reader(bytes(body))
    values = []
    while not reader.at_end:
        values.append(reader.value(0))
    return values


def _write(out: bytearray, value: Value, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise malformed("AMF nested too deeply")
    _WRITERS[type(value)](out, value, depth)


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Why: from None, since the original error quotes the text, and the text may be a stream key.
        raise malformed("text that is not Unicode") from None


def _write_name(out: bytearray, name: str) -> None:
    raw = _utf8(name)
    if len(raw) > 0xFFFF:
        raise malformed("AMF name too long")
    out += _U16.pack(len(raw)) + raw


def _write_text(out: bytearray, text: str) -> None:
    raw = _utf8(text)
    if len(raw) > 0xFFFF:
        out += b"\x0c" + _U32.pack(len(raw)) + raw
    else:
        out += b"\x02" + _U16.pack(len(raw)) + raw


def _write_pairs(out: bytearray, pairs: "dict[str, Value]", depth: int) -> None:
    for name, value in pairs.items():
        _write_name(out, name)
        _write(out, value, depth + 1)
    out += b"\x00\x00\x09"


def _write_object(out: bytearray, value: "dict[str, Value]", depth: int) -> None:
    out += b"\x03"
    _write_pairs(out, value, depth)


def _write_ecma_array(out: bytearray, value: EcmaArray, depth: int) -> None:
    out += b"\x08" + _U32.pack(len(value))
    _write_pairs(out, value, depth)


def _write_strict_array(out: bytearray, value: "list[Value]", depth: int) -> None:
    out += b"\x0a" + _U32.pack(len(value))
    for item in value:
        _write(out, item, depth + 1)


_WRITERS: Final[dict[type, Callable[..., None]]] = {
    type(None): lambda out, _value, _depth: out.extend(b"\x05"),
    Undefined: lambda out, _value, _depth: out.extend(b"\x06"),
    bool: lambda out, value, _depth: out.extend(b"\x01\x01" if value else b"\x01\x00"),
    int: lambda out, value, _depth: out.extend(b"\x00" + _F64.pack(value)),
    float: lambda out, value, _depth: out.extend(b"\x00" + _F64.pack(value)),
    str: lambda out, value, _depth: _write_text(out, value),
    Date: lambda out, value, _depth: out.extend(b"\x0b" + _DATE.pack(value.unix_ms, 0)),
    EcmaArray: _write_ecma_array,
    dict: _write_object,
    list: _write_strict_array,
    tuple: _write_strict_array,
}


class _Reader:
    """A place in a body, moving forwards."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0
        self._values = 0

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._body)

    def take(self, size: int) -> bytes:
        end = self._at + size
        if end > len(self._body):
            raise malformed("AMF ends inside a value")
        taken = self._body[self._at : end]
        self._at = end
        return taken

    def u16(self) -> int:
        number: int = _U16.unpack(self.take(2))[0]
        return number

    def u32(self) -> int:
        number: int = _U32.unpack(self.take(4))[0]
        return number

    def text(self, size: int) -> str:
        return self.take(size).decode(errors="replace")

    def value(self, depth: int) -> Value:
        self._values += 1
        if depth > MAX_DEPTH or self._values > MAX_VALUES:
            raise malformed("AMF too deep or too large")
        read = _READERS.get(self.take(1)[0])
        if read is None:
            raise malformed("unknown AMF type")
        return read(self, depth)

    def number(self, _depth: int) -> float:
        number: float = _F64.unpack(self.take(8))[0]
        return number

    def pairs(self, depth: int) -> "dict[str, Value]":
        found: dict[str, Value] = {}
        while True:
            name = self.text(self.u16())
            if not name and self._body[self._at : self._at + 1] == b"\x09":
                self._at += 1
                return found
            found[name] = self.value(depth + 1)

    def ecma_array(self, depth: int) -> EcmaArray:
        self.take(4)  # Why: the count is a hint that writers get wrong; the end marker decides.
        return EcmaArray(self.pairs(depth))

    def typed_object(self, depth: int) -> "dict[str, Value]":
        self.take(self.u16())
        return self.pairs(depth)

    def strict_array(self, depth: int) -> "list[Value]":
        return [self.value(depth + 1) for _ in range(self._checked(self.u32()))]

    def date(self, _depth: int) -> Date:
        unix_ms, _zone = _DATE.unpack(self.take(10))
        return Date(unix_ms)

    def _checked(self, count: int) -> int:
        if count > len(self._body) - self._at:
            raise malformed("AMF array longer than its message")
        return count


_READERS: Final[dict[int, Callable[[_Reader, int], Value]]] = {
    0x00: _Reader.number,
    0x01: lambda reader, _depth: reader.take(1) != b"\x00",
    0x02: lambda reader, _depth: reader.text(reader.u16()),
    0x03: _Reader.pairs,
    0x05: lambda _reader, _depth: None,
    0x06: lambda _reader, _depth: UNDEFINED,
    0x08: _Reader.ecma_array,
    0x0A: _Reader.strict_array,
    0x0B: _Reader.date,
    0x0C: lambda reader, _depth: reader.text(reader.u32()),
    0x0D: lambda _reader, _depth: UNDEFINED,
    0x0F: lambda reader, _depth: reader.text(reader.u32()),
    0x10: _Reader.typed_object,
}
