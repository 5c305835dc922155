"""A film or a sound file, played on the media clock."""

import msgspec

from capture.clip_decoder import ClipDecoder
from capture.file import found, reason_of
from capture.play_head import PlayHead
from console.errors import ConsoleError, Message
from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import sample_of_us
from console.media.worker import Worker
from console.ports.source import Opening, OpenSource, SourceDriver, SourceFigures
from console.words.capture import CLIP_FAILED, FILE_UNREADABLE, OUT_BEFORE_IN

_FIRST_PICTURE_S = 8.0
_WATCHED_US = 1_000_000


class ClipSettings(msgspec.Struct, forbid_unknown_fields=True):
    """Which file, and which part of it."""

    file: str
    """Relative to the show folder."""
    loop: bool = False
    """Begin again at the in point, without a gap."""
    in_s: float = 0.0
    """Seconds from the file's beginning."""
    out_s: float | None = None
    """Seconds from the file's beginning; None plays to the end."""


class Clip:
    """A playing clip. Its play-head begins with the first tick that asks; at the end its last picture stays."""

    def __init__(self, decoder: ClipDecoder, opening: Opening) -> None:
        """Starts decoding at once."""
        self.has_picture = decoder.has_picture
        self.has_sound = decoder.has_sound
        self.problem: Message | None = None
        self._name = opening.name
        self._clock = opening.clock
        self._decoder = decoder
        self._head = PlayHead()
        self._shown: Picture | None = None
        self._given = 0
        self._news_us = self._asked_us = opening.clock.monotonic_us()
        self._worker = Worker(f"clip {opening.name}", decoder.run, failed=self._failed).start()

    @property
    def live(self) -> bool:
        """Somebody watches and it has not ended."""
        watched = self._head.begun and self._clock.monotonic_us() - self._asked_us < _WATCHED_US
        return watched and not self._ended

    def picture(self, media_us: int) -> Picture | None:
        """The newest picture not later than the play-head."""
        head_us = self._ask(media_us)
        picture = self._decoder.queue.newest(head_us)
        if picture is not self._shown:
            self._shown = picture
            self._given += 1
        self._note_news(head_us)
        return picture

    def sound(self, first: int, count: int) -> Sound | None:
        """The clip's samples on the same play-head."""
        if not self.has_sound:
            return None
        if not self.has_picture:
            self._note_news(self._ask(first * 1_000_000 // 48_000))
        return self._decoder.track.read(self._head.at_sample(first), count, more=not self._ended)

    @property
    def figures(self) -> SourceFigures:
        """News is whatever the decoder had in time."""
        passed_over, missing = self._decoder.queue.passed_over, self._decoder.track.missing
        return SourceFigures(self._given, passed_over, self._news_us, missing)

    def close(self) -> None:
        """Stop decoding and free the file."""
        self._worker.stop()
        self._decoder.queue.clear()

    @property
    def _ended(self) -> bool:
        finished_us = self._decoder.finished_us
        return finished_us is not None and self._head.now_us >= finished_us

    def _ask(self, media_us: int) -> int:
        self._asked_us = self._clock.monotonic_us()
        return self._head.at(media_us)

    def _note_news(self, head_us: int) -> None:
        next_us = self._decoder.queue.first_pts_us()
        if next_us is not None or self._decoder.track.end > sample_of_us(head_us):
            self._news_us = self._asked_us

    def _failed(self, failure: BaseException) -> None:
        self.problem = CLIP_FAILED(name=self._name, reason=reason_of(failure))


def _open(settings: ClipSettings, opening: Opening) -> OpenSource:
    if settings.in_s < 0 or (settings.out_s is not None and settings.out_s <= settings.in_s):
        raise ConsoleError(OUT_BEFORE_IN(name=opening.name))
    path = found(settings.file, opening.folder)
    decoder = ClipDecoder(path, settings, loop=settings.loop)
    clip = Clip(decoder, opening)
    decoder.ready.wait(_FIRST_PICTURE_S)
    if len(decoder.queue) == 0 and decoder.track.end == 0:
        clip.close()
        raise ConsoleError(FILE_UNREADABLE(file=path.name, reason="no picture, no sound"))
    return clip


DRIVER = SourceDriver("clip", "動画・音声ファイル", "Film or sound file", ClipSettings, _open)
