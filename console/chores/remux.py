"""Makes an MP4 of a recording, beside it: `python -m console.chores.remux FILE`.

Nothing is encoded again; a child does the work, the MP4 appears under its name when it is whole.
"""

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import psutil

from console.chores import remux_main
from console.errors import ConsoleError, Message
from console.media.child import Child
from console.output.recording_file import STOP_FREE_BYTES, free_name
from console.words.recording import REMUX_DONE, REMUX_FAILED, REMUX_NO_SPACE, REMUX_TOO_SLOW, REMUX_UNREADABLE
from console.words.render import render

_LEAST_S: Final = 60.0
_SLOWEST_BYTES_PER_S: Final = 2_000_000
"""A disk that does less than this, both passes together, hangs."""
_PART: Final = ".honban-part"


def remux(
    source: Path, *, keep: bool = True, reserve_bytes: int = STOP_FREE_BYTES, timeout_s: float | None = None
) -> Path:
    """`show.mkv` → `show.mp4`, or `show-2.mp4` if that exists; `keep` False deletes the recording afterwards.

    Blocks, at most `timeout_s` (None: by the size). Leaves `reserve_bytes` free. Raises `ConsoleError`.
    """
    try:
        size = source.stat().st_size
        target = free_name(source.absolute().with_suffix(".mp4"))
        _refuse_full_disk(target, size, reserve_bytes)
    except OSError as error:
        raise ConsoleError(REMUX_UNREADABLE(path=str(source), reason=error.strerror or "")) from error
    part = target.with_name(f".{target.stem[:50]}.{os.getpid()}{_PART}")
    try:
        _sweep(target.parent)
        _write(source.absolute(), part, timeout_s or _LEAST_S + size / _SLOWEST_BYTES_PER_S)
        part.rename(target)
        if not keep:
            source.unlink()
    except OSError as error:
        raise ConsoleError(REMUX_FAILED(path=str(source), reason=error.strerror or "")) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    """Say where the MP4 is, or why there is none (exit code 2)."""
    parser = argparse.ArgumentParser(prog="python -m console.chores.remux", description="Make an MP4 of a recording.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--delete", action="store_true", help="delete the recording once its MP4 is whole")
    parser.add_argument("--language", choices=("ja", "en"), default="en")
    options = parser.parse_args(arguments)
    try:
        made = remux(options.file, keep=not options.delete)
    except ConsoleError as error:
        sys.stderr.write(f"{render(error.message, options.language)}\n")
        return 2
    sys.stdout.write(f"{render(REMUX_DONE(path=str(made)), options.language)}\n")
    return 0


def _write(source: Path, part: Path, timeout_s: float) -> None:
    child = Child("remux", remux_main.remux, str(source), str(part))
    try:
        if not child.pipe.poll(timeout_s):
            raise ConsoleError(REMUX_TOO_SLOW(path=str(source), seconds=int(timeout_s)))
        problem: Message | None = child.pipe.recv()
    except EOFError as error:
        raise ConsoleError(REMUX_FAILED(path=str(source), reason="it ended unexpectedly")) from error
    finally:
        child.kill()
    if problem is not None:
        raise ConsoleError(problem)


def _sweep(folder: Path) -> None:
    """Take away what remuxes left that were killed; their process id stands in the name."""
    for part in folder.glob(f".*{_PART}"):
        number = part.name.removesuffix(_PART).rpartition(".")[2]
        if number.isdecimal() and not psutil.pid_exists(int(number)):
            part.unlink(missing_ok=True)


def _refuse_full_disk(target: Path, size: int, reserve_bytes: int) -> None:
    free = shutil.disk_usage(target.parent).free
    needed = size + size // 50 + reserve_bytes
    if free < needed:
        raise ConsoleError(REMUX_NO_SPACE(needed_mb=needed // 1_000_000, free_mb=free // 1_000_000))


if __name__ == "__main__":
    sys.exit(main())
