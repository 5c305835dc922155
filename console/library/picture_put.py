"""A picture that somebody brings into a show's folder."""

import contextlib
import hashlib
import re
import secrets
from pathlib import Path

from console.errors import ConsoleError
from console.library.picture_file import LIMIT_MB, LIMIT_PX, picture_kind
from console.words.pictures import PICTURE_CANNOT_BE_READ, PICTURE_IS_NONE, PICTURE_IS_TOO_LARGE, PICTURE_NOT_SAVED


def read_picture(path: Path) -> bytes:
    """A picture file, bounded; raises `ConsoleError`. What is in it is not looked at yet."""
    try:
        if not path.is_file():  # Why: a pipe would be waited for.
            raise FileNotFoundError(2, "No such file")
        with path.open("rb") as file:
            return file.read(LIMIT_MB * 1_000_000 + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise ConsoleError(PICTURE_CANNOT_BE_READ(name=path.name[:80], reason=reason)) from error


def put_picture(folder: Path, data: bytes, *, name: str) -> str:
    """Put it into the folder whole or not at all; its name there, which begins as `name` and says what is in it.

    The same picture again is the same file. Raises `ConsoleError` for what is no picture, too large, or not saved.
    """
    kind, stem = picture_kind(data), re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:40].lower() or "picture"
    if len(data) > LIMIT_MB * 1_000_000 or (kind is not None and not kind.is_small_enough):
        raise ConsoleError(PICTURE_IS_TOO_LARGE(name=name[:80], limit_mb=LIMIT_MB, limit_px=LIMIT_PX))
    if kind is None:
        raise ConsoleError(PICTURE_IS_NONE(name=name[:80]))
    target = folder / f"{stem}-{hashlib.sha256(data).hexdigest()[:10]}.{kind.ending}"
    fresh = folder / f".{target.name}.{secrets.token_hex(4)}.new"
    try:
        if not target.exists():
            fresh.write_bytes(data)
            fresh.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise ConsoleError(PICTURE_NOT_SAVED(folder=str(folder), reason=error.strerror or str(error))) from error
    return target.name
