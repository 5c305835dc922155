"""The thread that keeps a clip's pictures and sound a little ahead of its play-head.

Thread: everything here but `finished_us` belongs to the decoder's own worker.
"""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from capture.clip_reader import PictureReader, SoundReader, Span
from capture.sound_track import SoundTrack
from console.errors import ConsoleError
from console.media.frame_queue import FrameQueue
from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ, sample_us
from console.words.capture import NOTHING_TO_PLAY

_PADDING = SAMPLE_RATE_HZ // 10
"""Sound that is up to 100 ms longer than the pictures is cut to their length: encoders fill their last packet."""
_ROUNDING = SAMPLE_RATE_HZ // 500
"""Time stamps in whole milliseconds: within 2 ms the sound is the better measure, and loops without a click."""
_WAIT_S = 0.2
"""Longer than half a queue of pictures lasts: room is waited for once."""


class ClipDecoder:
    """Reads a file round after round into a queue of pictures and a track of sound, on one time from 0."""

    def __init__(self, path: Path, span: Span, *, loop: bool) -> None:
        """Raises `ConsoleError` if the file cannot be opened or holds nothing."""
        self._sounds: SoundReader | None = None
        self._pictures = _or_none(PictureReader, path, span)
        try:
            self._sounds = _or_none(SoundReader, path, span)
        except BaseException:
            self.close()
            raise
        if self._pictures is None and self._sounds is None:
            raise ConsoleError(NOTHING_TO_PLAY(file=path.name))
        self._loop = loop
        self.queue = FrameQueue(depth=8)
        self.track = SoundTrack(lead=SAMPLE_RATE_HZ // 2)
        self.ready = threading.Event()
        """Something can be shown or heard, or nothing ever will."""
        self.finished_us: int | None = None
        """When the clip is over; None while nobody knows, for ever if it loops."""

    @property
    def has_picture(self) -> bool:
        """The file has pictures."""
        return self._pictures is not None

    @property
    def has_sound(self) -> bool:
        """The file has sound."""
        return self._sounds is not None

    def run(self, stop: threading.Event) -> None:
        """Work of the worker: until told to stop or, without loop, until the end."""
        try:
            self._rounds(stop)
        finally:
            self.ready.set()
            self.close()

    def say_ready(self) -> None:
        """Something can be shown or heard. Why the look: setting an event takes a lock and wakes, every time."""
        if not self.ready.is_set():
            self.ready.set()

    def close(self) -> None:
        """Free the file, where the worker never ran."""
        for reader in (self._pictures, self._sounds):
            if reader is not None:
                reader.close()

    def _rounds(self, stop: threading.Event) -> None:
        start = 0
        while not stop.is_set():
            _Round(self, start).play(stop)
            if stop.is_set():
                return
            length = self._length()
            self.track.end_at(start + length)
            start += length
            if not self._loop or length == 0:
                self.finished_us = sample_us(start)
                return

    def _length(self) -> int:
        """Samples of the round that was just read."""
        pictures = round(self._pictures.end * SAMPLE_RATE_HZ) if self._pictures else 0
        sounds = self._sounds.end if self._sounds else 0
        if not pictures or abs(sounds - pictures) <= _ROUNDING:
            return sounds or pictures
        return pictures if sounds - pictures <= _PADDING else sounds

    def pictures_from(self, start: int) -> Iterator[Picture]:
        """The round's pictures."""
        return self._pictures.lap(offset_us=sample_us(start)) if self._pictures else iter(())

    def sounds_from(self, start: int) -> Iterator[tuple[int, Sound]]:
        """The round's sound."""
        return ((start + first, sound) for first, sound in self._sounds.lap()) if self._sounds else iter(())


class _Round:
    """From in to out, once."""

    def __init__(self, decoder: ClipDecoder, start: int) -> None:
        self._decoder = decoder
        self._pictures = decoder.pictures_from(start)
        self._sounds = decoder.sounds_from(start)
        self._held: Picture | None = None
        self._picturing = decoder.has_picture
        self._sounding = decoder.has_sound

    def play(self, stop: threading.Event) -> None:
        while not stop.is_set() and (self._picturing or self._sounding):
            if self._sounding and self._decoder.track.has_room(timeout_s=0 if self._picturing else _WAIT_S):
                self._more_sound()
            if self._picturing:
                self._more_pictures()

    def _more_sound(self) -> None:
        """Sound for as long as there is room."""
        for first, sound in self._sounds:
            self._decoder.track.write(first, sound)
            if not self._decoder.has_picture:
                self._decoder.say_ready()
            if not self._decoder.track.has_room():
                return
        self._sounding = False

    def _more_pictures(self) -> None:
        """One picture, or a wait for room."""
        self._held = self._held or next(self._pictures, None)
        if self._held is None:
            self._picturing = False
        elif self._decoder.queue.put(self._held, timeout_s=_WAIT_S):
            self._held = None
            self._decoder.say_ready()


R = TypeVar("R", PictureReader, SoundReader)


def _or_none(reader: type[R], path: Path, span: Span) -> R | None:
    try:
        return reader(path, span)
    except LookupError:
        return None
