"""A new show folder: from a template, or as a copy of another. It appears whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from console.errors import ConsoleError
from console.library.show_file import FILE_NAME, load_show, save_show
from console.library.show_versions import FOLDER
from console.model.show import Show
from console.words.library import SHOW_FOLDER_NOT_MADE, SHOW_FOLDER_TAKEN, SHOW_FOLDER_TOO_LARGE

LIMIT_MB = 500
"""Of all that is copied: pictures and fonts, no recordings."""


def new_show(folder: Path, show: Show) -> None:
    """Make a folder with this show; raises `ConsoleError` if there is something already."""
    _make(folder, lambda place: save_show(place, show))


def copy_show(source: Path, folder: Path, *, title: str = "") -> Show:
    """The same show with its pictures in a folder of its own, without its versions; raises `ConsoleError`."""
    show = load_show(source)

    def fill(place: Path) -> None:
        _copy_files(source, place)
        save_show(place, replace(show, title=title or show.title))

    _make(folder, fill)
    return load_show(folder)


def _make(folder: Path, fill: Callable[[Path], None]) -> None:
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        raise ConsoleError(SHOW_FOLDER_TAKEN(folder=str(folder)))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.", dir=folder.parent))
        try:
            fill(place)
            place.chmod(0o755)
            place.replace(folder)
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConsoleError(SHOW_FOLDER_NOT_MADE(folder=str(folder), reason=reason)) from error


def _copy_files(source: Path, place: Path) -> None:
    """Every file but the show itself, its versions, what is hidden, and links that lead out of the folder."""
    root, size = source.resolve(), 0
    for path in sorted(root.rglob("*")):
        inner = path.relative_to(root)
        if inner.parts[0] in {FILE_NAME, FOLDER} or any(part.startswith(".") for part in inner.parts):
            continue
        if not path.is_file() or not path.resolve().is_relative_to(root) or ".broken-" in path.name:
            continue
        size += path.stat().st_size
        if size > LIMIT_MB * 1_000_000:
            raise ConsoleError(SHOW_FOLDER_TOO_LARGE(folder=str(source), limit_mb=LIMIT_MB))
        (place / inner).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place / inner)
