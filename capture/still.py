"""A picture from a file."""

import re
from pathlib import Path

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from capture.file import found
from console.errors import ConsoleError, Message
from console.media.colour import planes_of_bgr
from console.media.picture import Picture
from console.media.sound import Sound
from console.ports.source import Opening, OpenSource, SourceDriver, SourceFigures
from console.words.capture import FILE_TOO_LARGE, FILE_UNREADABLE, NOT_A_COLOUR, NOT_A_PICTURE

LARGEST_FILE_BYTES = 64_000_000


class StillSettings(msgspec.Struct, forbid_unknown_fields=True):
    """Which picture, and on what."""

    file: str
    """PNG, JPEG or WebP; relative to the show folder."""
    background: str = "#000000"
    """#RRGGBB, seen where the picture is clear."""


class Still:
    """One picture for ever."""

    has_picture = True
    has_sound = False
    live = False

    def __init__(self, picture: Picture) -> None:
        """Of any even size."""
        self._picture = picture
        self.problem: Message | None = None

    def picture(self, media_us: int) -> Picture | None:  # noqa: ARG002 - it is the same at any time
        """Always the same object."""
        return self._picture

    def sound(self, first: int, count: int) -> Sound | None:  # noqa: ARG002
        """None."""
        return None

    @property
    def figures(self) -> SourceFigures:
        """One picture."""
        return SourceFigures(pictures=1)

    def close(self) -> None:
        """Nothing to free."""


def _open(settings: StillSettings, opening: Opening) -> OpenSource:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", settings.background):
        raise ConsoleError(NOT_A_COLOUR(colour=settings.background[:40]))
    path = found(settings.file, opening.folder)
    bgr = _over(_pixels(path), settings.background)
    return Still(Picture(*planes_of_bgr(_fitted(bgr, opening.width, opening.height))))


def _pixels(path: Path) -> NDArray[np.uint8]:
    """(h, w, 3) BGR turned upright, or (h, w, 4) BGRA with straight alpha."""
    name, size = path.name, path.stat().st_size
    if size > LARGEST_FILE_BYTES:
        raise ConsoleError(FILE_TOO_LARGE(file=name, megabytes=size // 1_000_000))
    try:
        data = np.frombuffer(path.read_bytes(), np.uint8)
        # Why: IMREAD_COLOR obeys EXIF and drops alpha, IMREAD_UNCHANGED keeps alpha and ignores EXIF.
        whole = cv2.imdecode(data, cv2.IMREAD_UNCHANGED) if data.size else None
        if whole is not None and (whole.ndim != 3 or whole.shape[2] != 4):
            whole = cv2.imdecode(data, cv2.IMREAD_COLOR)
    except OSError as error:
        raise ConsoleError(FILE_UNREADABLE(file=name, reason=error.strerror or "")) from error
    except (cv2.error, MemoryError) as error:
        raise ConsoleError(NOT_A_PICTURE(file=name)) from error
    if whole is None:
        raise ConsoleError(NOT_A_PICTURE(file=name))
    return np.asarray(whole // 257 if whole.dtype == np.uint16 else whole, np.uint8)


def _over(pixels: NDArray[np.uint8], background: str) -> NDArray[np.uint8]:
    if pixels.shape[2] == 3:
        return pixels
    alpha = pixels[:, :, 3:].astype(np.float32) / 255
    below = np.array(list(bytes.fromhex(background[1:])[::-1]), np.float32)
    return (pixels[:, :, :3] * alpha + below * (1 - alpha)).round().astype(np.uint8)


def _fitted(bgr: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """Small enough to just cover the canvas, with even sides."""
    tall, wide = bgr.shape[:2]
    scale = min(1.0, max(width / wide, height / tall))
    size = (max(2, round(wide * scale / 2) * 2), max(2, round(tall * scale / 2) * 2))
    if size == (wide, tall):
        return bgr
    return np.asarray(cv2.resize(bgr, size, interpolation=cv2.INTER_AREA), np.uint8)


DRIVER = SourceDriver("still", "静止画", "Still picture", StillSettings, _open)
