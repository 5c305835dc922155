"""The recorder's child: FLV from its pipe into a Matroska file that plays wherever it breaks off.

It ends when its pipe ends, and closes the file then: a recording outlives its engine properly.
"""

import contextlib
import io
import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import av
from av.container import InputContainer, OutputContainer

from console.errors import Message
from console.model.facts import RecordingEnded, RecordingStarted
from console.output.recorder_figures import Written
from console.output.recording_file import free_bytes, may_go_on, problem_of
from console.words.recording import RECORDING_STOPPED_FOR_SPACE, RECORDING_WRITE_FAILED

_SMALL_PROBE: Final = {"probesize": "65536", "analyzeduration": "200000", "fpsprobesize": "0"}
"""The sequence headers say nearly everything; what is probed is not lost, only late."""
_BREAKABLE: Final = {"cluster_time_limit": "500", "flush_packets": "1", "max_interleave_delta": "1000000"}
"""Half a second at most is in no cluster yet, and a kind that falls silent holds the other for one second only."""
_BUFFER_BYTES: Final = 256 * 1024
_REPORT_S: Final = 1.0
END: Final = b""
"""The message behind the last tag."""


def record(pipe: Connection, path: str, stop_free_bytes: int) -> None:
    """Take FLV bytes from `pipe` until `END` or its end; send `RecordingStarted`, `Written`, one `RecordingEnded`."""
    with contextlib.suppress(OSError):  # Why: nobody left to be told; the file is closed by now.
        pipe.send(_recorded(pipe, path, stop_free_bytes))


def _recorded(pipe: Connection, path: str, stop_free_bytes: int) -> RecordingEnded:
    try:
        with _File(path) as file:
            problem = _Recording(pipe, file, stop_free_bytes).run()
    except OSError as error:
        return RecordingEnded(problem_of(error, path), restart=may_go_on(error))
    except Exception as error:  # noqa: BLE001 - whatever libav raises is the end of this file, in words
        return RecordingEnded(RECORDING_WRITE_FAILED(path=path, reason=str(error)), restart=True)
    return RecordingEnded(problem)


class _Tags(io.RawIOBase):
    """What the pipe brings, as a file that libav reads. A pipe that breaks is its end."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self.has_begun = False
        self._piece = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if not self._piece and not self._ended:
            with contextlib.suppress(EOFError, OSError):
                self._piece = memoryview(self._pipe.recv_bytes())
            self._ended = not self._piece
            self.has_begun = self.has_begun or not self._ended
        taken, self._piece = self._piece[:size], self._piece[size:]
        return bytes(taken)


class _File:
    """A new file. What the disk said first is kept: libav passes its errors on late or never."""

    def __init__(self, path: str) -> None:
        """Raises `OSError`, also if the file exists."""
        self.path = path
        self.failure: OSError | None = None
        self._file = Path(path).open("xb", buffering=0)  # noqa: SIM115 - closed by `__exit__`

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        """Close; an empty file is taken away again."""
        size = self.size
        with contextlib.suppress(OSError):
            self._file.close()
        if size == 0:
            Path(self.path).unlink(missing_ok=True)

    @property
    def size(self) -> int:
        """In bytes."""
        return os.fstat(self._file.fileno()).st_size

    def write(self, data: bytes) -> int:
        """All of it, or raise."""
        try:
            if self.failure is not None:
                raise self.failure
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            self.failure = error
            raise
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()


class _Recording:
    """One run of packets from the pipe into the file."""

    def __init__(self, pipe: Connection, file: _File, stop_free_bytes: int) -> None:
        self._pipe, self._file, self._stop_free_bytes = pipe, file, stop_free_bytes
        self._seconds = 0.0
        self._report_at = 0.0

    def run(self) -> Message | None:
        """Write until the pipe ends; why it ended before that. Raises `OSError` of the disk, errors of libav."""
        tags = _Tags(self._pipe)
        try:
            source = av.open(tags, "r", format="flv", options=_SMALL_PROBE, buffer_size=_BUFFER_BYTES)
        except (av.error.EOFError, av.error.InvalidDataError):
            if tags.has_begun:
                raise
            return None
        with source:
            return self._written(source)

    def _written(self, source: InputContainer) -> Message | None:
        target = av.open(self._file, "w", format="matroska", options=_BREAKABLE, buffer_size=_BUFFER_BYTES)
        try:
            problem = self._copy(source, target)
        finally:
            _close(target)
            with contextlib.suppress(OSError):
                self._reported()
            if self._file.failure is not None:
                raise self._file.failure
        return problem

    def _copy(self, source: InputContainer, target: OutputContainer) -> Message | None:
        streams = {stream.index: target.add_stream_from_template(stream) for stream in _played(source)}
        target.start_encoding()
        self._tell(RecordingStarted(self._file.path))
        newest: dict[int, int] = {}
        for packet in source.demux(*_played(source)):
            if self._is_time() and not self._reported():
                return RECORDING_STOPPED_FOR_SPACE(path=self._file.path, stop_mb=self._stop_free_bytes // 1_000_000)
            index = packet.stream.index
            # Why: Matroska wants time to grow; two sounds may share a millisecond of FLV.
            if packet.dts is None or packet.dts <= newest.get(index, -1):
                continue
            newest[index] = packet.dts
            self._seconds = max(self._seconds, packet.dts / 1000)
            packet.stream = streams[index]
            target.mux(packet)
        return None

    def _is_time(self) -> bool:
        now = time.monotonic()
        if now < self._report_at:
            return False
        self._report_at = now + _REPORT_S
        return True

    def _reported(self) -> bool:
        """Send the figures; False: too little disk is left."""
        free = free_bytes(self._file.path)
        self._tell(Written(self._seconds, self._file.size, free))
        return free >= self._stop_free_bytes

    def _tell(self, message: object) -> None:
        with contextlib.suppress(OSError):  # Why: a file whose engine is dead is still finished.
            self._pipe.send(message)


def _played(source: InputContainer) -> list[Any]:
    return [*source.streams.video[:1], *source.streams.audio[:1]]


def _close(target: OutputContainer) -> None:
    """Write the index and the duration; a full disk has no room for them and the file plays without."""
    with contextlib.suppress(OSError, av.error.FFmpegError):
        target.close()
