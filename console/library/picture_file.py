"""What a picture's first bytes say: which kind it is and how large. Nothing is decoded, so no bomb goes off."""

import struct
from typing import NamedTuple

LIMIT_MB = 10
LIMIT_PX = 8_000
"""A side. The painter scales whatever is larger than the canvas."""
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Frame headers; the other three of the range are tables."""


class PictureKind(NamedTuple):
    """Of a file that is a picture."""

    ending: str
    width: int
    height: int

    @property
    def is_small_enough(self) -> bool:
        """Has a size, and not too large a one."""
        return 0 < self.width <= LIMIT_PX and 0 < self.height <= LIMIT_PX


def picture_kind(data: bytes) -> PictureKind | None:
    """JPEG, PNG or WebP with its size in pixels; None: something else, or cut off."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
            return PictureKind("png", *struct.unpack_from(">II", data, 16))
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg(data: bytes) -> PictureKind | None:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return PictureKind("jpg", width, height)
        if marker in {0xFF, 0x01} or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
        else:
            at += 2 + max(2, struct.unpack_from(">H", data, at + 2)[0])
    return None


def _webp(data: bytes) -> PictureKind | None:
    chunk = data[12:16]
    if chunk == b"VP8X":
        sides = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return PictureKind("webp", *sides) if len(data) >= 30 else None
    if chunk == b"VP8L" and data[20] == 0x2F:
        bits = struct.unpack_from("<I", data, 21)[0]
        return PictureKind("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return PictureKind("webp", width & 0x3FFF, height & 0x3FFF)
    return None
