"""Pictures from one process to another through a mapped file; the newest wins.

A file and not `multiprocessing.shared_memory`: before Python 3.13 a process that merely attaches unlinks it.
Each slot has a sequence number that is odd while it is written (a sequence lock), so no reader ever waits.
"""

import contextlib
import mmap
import os
import struct
import sys
import tempfile
import uuid
import weakref
from pathlib import Path

import numpy as np

from console.media.colour import Plane
from console.media.picture import Picture

if sys.platform != "win32":
    import fcntl

PREFIX = "honban-"
# Why the order of the machine, aligned: such a number is written whole, others byte by byte, and a reader sees it.
_HEADER = struct.Struct("@4sIIIQ")  # magic, width, height, slots, number of the newest picture (from 1)
_SLOT = struct.Struct("@Qq")  # sequence (odd: being written), pts_us
_ALIGNED = 8
_MAGIC = b"HBr2"
_NEWEST = struct.Struct("@Q")
_NEWEST_AT = _HEADER.size - _NEWEST.size


def ring_path(folder: Path | None = None) -> Path:
    """A name that no other ring has, where rings are."""
    return (folder or ring_folder()) / f"{PREFIX}{uuid.uuid4().hex}"


def sweep_rings(folder: Path | None = None) -> int:
    """Take away the rings of writers that were killed; how many. Never one whose writer lives, whoever's it is."""
    swept = 0
    for path in (folder or ring_folder()).glob(f"{PREFIX}{'[0-9a-f]' * 32}*"):
        with contextlib.suppress(OSError, ValueError):
            swept += _swept(path)
    return swept


def _swept(path: Path) -> bool:
    """Whether it was left behind, and is gone. Where files cannot be locked, one that is in use cannot be deleted."""
    with path.open("rb") as file:
        # Order matters: a writer locks its file before it gives it a size.
        if os.fstat(file.fileno()).st_size == 0 or not _locked(file.fileno()):
            return False
        if sys.platform != "win32":
            path.unlink()
            return True
    path.unlink()
    return True


def _locked(descriptor: int) -> bool:
    """Hold it as long as it is open, at most until the process is dead; False: somebody else does."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def ring_folder() -> Path:
    """Memory where the system has it as files, else the temporary folder."""
    shm = Path("/dev/shm")  # noqa: S108 - the files in it are 0600 and have unguessable names
    return shm if shm.is_dir() and os.access(shm, os.W_OK) else Path(tempfile.gettempdir())


def _file_size(width: int, height: int, slots: int) -> int:
    return _HEADER.size + slots * _slot_size(width, height)


def _slot_size(width: int, height: int) -> int:
    return -(-(_SLOT.size + width * height * 3 // 2) // _ALIGNED) * _ALIGNED


def _reserve(descriptor: int, size: int) -> None:
    # Why: a write to a page that a full memory disk (64 MB in a container) cannot give kills the process.
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
    else:
        os.ftruncate(descriptor, size)


class _Ring:
    """What both ends know: where each slot and each of its planes lies."""

    def __init__(self, memory: mmap.mmap, width: int, height: int, slots: int) -> None:
        self.memory, self.width, self.height, self.slots = memory, width, height, slots
        self._size = _slot_size(width, height)

    def slot_at(self, number: int) -> int:
        return _HEADER.size + (number % self.slots) * self._size

    def planes_at(self, number: int) -> tuple[Plane, Plane, Plane]:
        start, luma = self.slot_at(number) + _SLOT.size, self.width * self.height
        whole = np.frombuffer(self.memory, np.uint8, luma * 3 // 2, start)
        half = (self.height // 2, self.width // 2)
        quarter = luma // 4
        return (
            whole[:luma].reshape(self.height, self.width),
            whole[luma : luma + quarter].reshape(half),
            whole[luma + quarter :].reshape(half),
        )


class RingWriter:
    """The end that makes the file. One writer a ring."""

    def __init__(self, path: Path, *, width: int, height: int, slots: int = 6) -> None:
        """Sides even. `slots` pictures: a reader's view stays whole until slots - 1 newer ones came.

        Raises `OSError` if there is no room for all of them, and then leaves no file.
        """
        size = _file_size(width, height, slots)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        # Why it stays open: its lock tells that its writer lives.
        self._let_go = weakref.finalize(self, os.close, descriptor)
        try:
            _locked(descriptor)
            _reserve(descriptor, size)
            memory = mmap.mmap(descriptor, size)
        except OSError:
            self._let_go()
            path.unlink()
            raise
        _HEADER.pack_into(memory, 0, _MAGIC, width, height, slots, 0)
        self.path = path
        self._ring = _Ring(memory, width, height, slots)
        self._number = 0

    def write(self, y: Plane, u: Plane, v: Plane, *, pts_us: int) -> None:
        """Copy one picture of the ring's size in and publish it."""
        number = self._number + 1
        at = self._ring.slot_at(number)
        _SLOT.pack_into(self._ring.memory, at, 2 * number - 1, pts_us)
        for mine, plane in zip(self._ring.planes_at(number), (y, u, v), strict=True):
            np.copyto(mine, plane)
        _SLOT.pack_into(self._ring.memory, at, 2 * number, pts_us)
        _NEWEST.pack_into(self._ring.memory, _NEWEST_AT, number)
        self._number = number

    def unlink(self) -> None:
        """Take the name away; readers keep what they have mapped."""
        self.path.unlink(missing_ok=True)
        self._let_go()


class RingReader:
    """The end that looks. Any number of readers."""

    def __init__(self, path: Path) -> None:
        """Raises `ValueError` for a file that is no ring, `OSError` if it cannot be opened."""
        with path.open("rb") as file:
            memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(memory) < _HEADER.size:
            raise ValueError(path.name)
        magic, width, height, slots, _ = _HEADER.unpack_from(memory, 0)
        if magic != _MAGIC or not slots or len(memory) != _file_size(width, height, slots):
            raise ValueError(path.name)
        self._ring = _Ring(memory, width, height, slots)
        self._seen = 0
        self._shown: Picture | None = None
        self.overwritten = 0
        """Pictures that were written between two looks and never seen."""

    @property
    def number(self) -> int:
        """How many pictures were written so far."""
        newest: int = _NEWEST.unpack_from(self._ring.memory, _NEWEST_AT)[0]
        return newest

    def newest(self) -> Picture | None:
        """A view of the newest picture (the same object while none is newer); None before the first."""
        number = self.number
        if number != self._seen:
            self._look(number)
        return self._shown

    def at(self, pts_us: int) -> Picture | None:
        """A view of the newest picture not later than `pts_us`, never one older than the last; None before the first.

        The newest `slots - 3` are searched, so that a view stays whole for two more pictures at least. If they came
        so fast that all of them are later, it is the oldest of them.
        """
        newest, whole = self.number, self.number - self._ring.slots + 4
        for number in range(newest, max(self._seen, whole - 1), -1):
            taken_us = _SLOT.unpack_from(self._ring.memory, self._ring.slot_at(number))[1]
            if taken_us <= pts_us or number == whole:
                self._look(number)
                break
        return self._shown

    def _look(self, number: int) -> None:
        at = self._ring.slot_at(number)
        pts_us = _SLOT.unpack_from(self._ring.memory, at)[1]
        # Order matters: the sequence is looked at last, so that the time is not that of a picture begun meanwhile.
        if _SLOT.unpack_from(self._ring.memory, at)[0] != 2 * number:
            return
        self.overwritten += number - self._seen - 1
        self._seen = number
        self._shown = Picture(*self._ring.planes_at(number), pts_us)
