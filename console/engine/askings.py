"""Who does each errand and answers each query. One line a kind; what is slow runs in a thread with a deadline."""

import hashlib
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from console.engine import log_file
from console.engine.device_lists import DeviceLists
from console.engine.errands import make_show, open_folder, shows_known, take_picture
from console.engine.importing import Importing
from console.engine.slowly import slowly
from console.engine.stream_keys import key_tails, put_key
from console.errors import ConsoleError
from console.library.picture_file import LIMIT_MB, picture_kind
from console.link.asking import (
    Asking,
    Devices,
    ImportProducts,
    KeyTails,
    KnownShows,
    LogTail,
    NewShow,
    OlderComments,
    OpenFolder,
    Outputs,
    PictureOf,
    PutKey,
    PutPicture,
    ReopenSource,
    SmallPicture,
    StopImport,
)
from console.words.link import LINK_NO_PICTURE

if TYPE_CHECKING:
    from console.engine.engine import Engine

Run = Callable[[Any], Awaitable[Any]]
VAULT_S = 8
THUMBNAIL_PX = 1_024


def askings(engine: "Engine") -> dict[type[Asking], Run]:
    """By kind. They run on the control thread's loop and must not hold it."""
    lists, importing = DeviceLists(), Importing(engine)
    return {
        Devices: lambda _asking: lists.devices(),
        Outputs: lambda _asking: lists.outputs(),
        KnownShows: lambda _asking: shows_known(),
        OpenFolder: partial(open_folder, engine),
        NewShow: partial(make_show, engine),
        ImportProducts: importing.bring,
        StopImport: importing.stop,
        PutPicture: partial(take_picture, engine),
        KeyTails: lambda _asking: slowly(
            partial(key_tails, engine.store.state.show, engine.secret), within_s=VAULT_S
        ),
        PutKey: partial(put_key, engine),
        ReopenSource: partial(reopen_source, engine),
        LogTail: partial(log_tail, log_file.TAIL),
        OlderComments: lambda asking: slowly(partial(engine.comments.older, asking.before, asking.limit)),
        PictureOf: lambda asking: slowly(partial(picture_of, Path(engine.store.state.show.folder), asking)),
    }


async def reopen_source(engine: "Engine", asking: ReopenSource) -> None:
    """Told to the supervisor; raises `Refused`."""
    engine.sources.reopen(asking.source)


async def log_tail(tail: log_file.Tail, asking: LogTail) -> tuple[str, ...]:
    """The last lines of the log, oldest first. From memory, so that a full or slow disk hides nothing."""
    return tail.lines(asking.lines)


def picture_of(folder: Path, asking: PictureOf) -> SmallPicture:
    """A picture of the show's folder made small; raises `ConsoleError` if there is none of that name."""
    root = folder.resolve()
    path = (root / asking.name).resolve()
    limit = LIMIT_MB * 1_000_000
    if not (asking.name and str(folder) not in {"", "."} and path.is_relative_to(root) and path.is_file()):
        raise ConsoleError(LINK_NO_PICTURE(name=asking.name[:200]))
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError:
        raise ConsoleError(LINK_NO_PICTURE(name=asking.name[:200])) from None
    kind, sha256 = picture_kind(data), hashlib.sha256(data).hexdigest()
    if kind is None or not kind.is_small_enough or len(data) > limit:
        raise ConsoleError(LINK_NO_PICTURE(name=asking.name[:200]))
    if sha256 == asking.known_sha256:
        return SmallPicture(sha256)
    jpeg = _small(data, max(16, min(asking.longest_px, THUMBNAIL_PX)))
    if jpeg is None:
        raise ConsoleError(LINK_NO_PICTURE(name=asking.name[:200]))
    return SmallPicture(sha256, jpeg)


def _small(data: bytes, longest_px: int) -> bytes | None:
    """As cv2 sees it: plain RGB, no colours of Program are involved."""
    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        if picture is None:
            return None
        scale = min(1.0, longest_px / max(picture.shape[:2]))
        size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
        done, jpeg = cv2.imencode(".jpg", cv2.resize(picture, size, interpolation=cv2.INTER_AREA))
    except cv2.error:
        return None
    return jpeg.tobytes() if done else None
