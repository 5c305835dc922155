"""The remuxer's child: packets of a recording into an MP4 whose index stands first. Nothing is encoded again."""

import contextlib
import os
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer, OutputContainer

from console.errors import Message
from console.words.recording import REMUX_EMPTY, REMUX_FAILED, REMUX_UNREADABLE

_GENTLE = 10
"""Nicer than a show that may run beside it."""


def remux(pipe: Connection, source: str, target: str) -> None:
    """Write `target` and send None, or why there is none as a `Message`."""
    if hasattr(os, "nice"):
        os.nice(_GENTLE)
    pipe.send(_problem(source, target))


def _problem(source: str, target: str) -> Message | None:
    try:
        reading = av.open(f"file:{source}", "r")
    except (av.error.FFmpegError, OSError) as error:
        return REMUX_UNREADABLE(path=source, reason=_reason(error))
    with reading:
        if not _played(reading):
            return REMUX_EMPTY(path=source)
        try:
            with av.open(f"file:{target}", "w", format="mp4", options={"movflags": "+faststart"}) as writing:
                count = _copy(reading, writing)
            _settle(target)
        except (av.error.FFmpegError, OSError, ValueError) as error:
            return REMUX_FAILED(path=source, reason=_reason(error))
    return None if count else REMUX_EMPTY(path=source)


def _copy(reading: InputContainer, writing: OutputContainer) -> int:
    """Packets written."""
    streams = {stream.index: writing.add_stream_from_template(stream) for stream in _played(reading)}
    newest: dict[int, int] = {}
    count = 0
    for packet in _packets(reading):
        index = packet.stream.index
        if packet.dts is not None:
            if packet.dts <= newest.get(index, packet.dts - 1):
                continue
            newest[index] = packet.dts
        packet.stream = streams[index]
        writing.mux(packet)
        count += 1
    return count


def _packets(reading: InputContainer) -> "Iterator[av.Packet[Any]]":
    """Up to the end, or to where a recording that was killed breaks off."""
    with contextlib.suppress(av.error.InvalidDataError, av.error.EOFError):
        yield from (packet for packet in reading.demux(*_played(reading)) if packet.size)


def _played(reading: InputContainer) -> list[Any]:
    return [*reading.streams.video[:1], *reading.streams.audio[:1]]


def _settle(path: str) -> None:
    """On the disk, not only on its way: the recording may be deleted next."""
    with Path(path).open("rb+") as file:
        os.fsync(file.fileno())


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
