"""What a rehearsal's receivers saw, on its way to whoever ordered the rehearsal: one file a destination."""

import logging
from pathlib import Path
from urllib.parse import quote

import msgspec

from console.rehearsal.received import Received

log = logging.getLogger(__name__)


def keep_verdict(folder: str, destination: str, received: Received) -> None:
    """Write it down, whole or not at all. Nowhere without a folder."""
    if not folder:
        return
    path = _path(Path(folder), destination)
    part = path.with_suffix(".part")
    try:
        part.write_bytes(msgspec.msgpack.encode(received))
        part.replace(path)
    except OSError as error:
        log.warning("a verdict is lost: %s", error)


def verdict(folder: Path, destination: str) -> Received | None:
    """What was seen of a destination; None: nobody could say."""
    try:
        return msgspec.msgpack.decode(_path(folder, destination).read_bytes(), type=Received)
    except (OSError, msgspec.MsgspecError):
        return None


def _path(folder: Path, destination: str) -> Path:
    return folder / f"{quote(destination, safe='')}.verdict"
