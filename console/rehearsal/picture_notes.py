"""What the pictures of a stream tell, kept in bounded memory."""

from collections import deque

import av
import msgspec
import numpy as np

from console.media.colour import Plane, bgr_of_planes
from console.media.picture import Picture, picture_of_frame
from console.rehearsal.album import Album
from console.rehearsal.code_sight import CodeSight
from console.rehearsal.judge import ColourSeen, Spot, Ticks, colour_seen, ticks_after, ticks_cut
from console.rehearsal.received import PicturesReceived
from console.rehearsal.rhythm import Rhythm

MAX_FLASHES = 7200
"""Two hours of one a second; older ones are forgotten."""
MAX_SIZES = 100
MAX_REORDERED = 16
"""Pictures that H.264 may decode before one that is shown first."""
_H273 = {1: "bt709", 2: "unknown", 4: "bt470m", 5: "bt470bg", 6: "smpte170m", 9: "bt2020", 13: "srgb"}
"""Names of the code points of ITU-T H.273 that streams carry."""
_LIMITED = 1


class PictureNotes:
    """Packets and decoded pictures of one stream after another."""

    def __init__(self, *, spots: tuple[Spot, ...] = ()) -> None:
        """`spots` are places whose colour is compared in every keyframe."""
        self.album = Album()
        self.ticks = Ticks()
        self.flashes_us: deque[int] = deque(maxlen=MAX_FLASHES)
        self.size_bytes = 0
        self._figures = PicturesReceived()
        self._sight = CodeSight()
        self._spots = spots
        self._worst: dict[Spot, ColourSeen] = {}
        self._sizes: set[tuple[int, int]] = set()
        self._rhythm = Rhythm(reordered=MAX_REORDERED)
        self._keyframes = Rhythm()
        self._was_lit = True
        """Why true: a stream that begins within a flash did not show the beginning of it."""

    def begin(self, codec: str) -> None:
        """A new stream."""
        self._figures = msgspec.structs.replace(self._figures, codec=codec)

    def finish(self) -> None:
        """The stream ended."""
        self.ticks = ticks_cut(self.ticks)
        self._rhythm.cut()
        self._keyframes.cut()
        self._was_lit = True

    def count(self, size_bytes: int, at_us: int, *, is_keyframe: bool) -> None:
        """A packet arrived, to be shown at `at_us`."""
        self.size_bytes += size_bytes
        self._figures = msgspec.structs.replace(self._figures, count=self._figures.count + 1)
        self._rhythm.note(at_us)
        if is_keyframe:
            self._keyframes.note(at_us)

    def count_broken(self) -> None:
        """A packet could not be decoded."""
        self._figures = msgspec.structs.replace(self._figures, broken=self._figures.broken + 1)

    def overlook(self) -> None:
        """A picture arrived at which nobody looks."""
        self.ticks = ticks_after(self.ticks, None)

    def look(self, frame: av.VideoFrame, at_us: int) -> None:
        """A decoded picture, in order of presentation."""
        self._describe(frame)
        plain = frame if frame.format.name in {"yuv420p", "yuvj420p"} else frame.reformat(format="yuv420p")
        picture = picture_of_frame(plain)
        reading = self._sight.read(picture.y)
        self.ticks = ticks_after(self.ticks, reading.tick if reading else None)
        if reading is not None:
            if reading.is_lit and not self._was_lit:
                self.flashes_us.append(at_us)
            self._was_lit = reading.is_lit
        if frame.key_frame:
            self._compare_colours(picture, at_us)
        self.album.show(picture, at_us / 1e6)

    def figures(self) -> PicturesReceived:
        """So far."""
        return msgspec.structs.replace(
            self._figures,
            sizes=len(self._sizes),
            fps=round(self._rhythm.per_second, 3),
            gaps=self._rhythm.gaps,
            longest_gap_ms=self._rhythm.longest_ms if self._rhythm.gaps else 0,
            keyframe_interval_s=self._keyframes.usual_ms / 1000,
            longest_keyframe_interval_s=self._keyframes.longest_ms / 1000,
        )

    @property
    def decoded(self) -> int:
        """Pictures looked at."""
        return self._figures.decoded

    @property
    def colours(self) -> tuple[ColourSeen, ...]:
        """Each spot as it was at its worst."""
        return tuple(self._worst[spot] for spot in self._spots if spot in self._worst)

    def _describe(self, frame: av.VideoFrame) -> None:
        if len(self._sizes) < MAX_SIZES:
            self._sizes.add((frame.width, frame.height))
        self._figures = msgspec.structs.replace(
            self._figures,
            decoded=self._figures.decoded + 1,
            width=frame.width,
            height=frame.height,
            matrix=_h273(frame.colorspace),
            primaries=_h273(frame.color_primaries),
            transfer=_h273(frame.color_trc),
            is_limited_range=int(frame.color_range) == _LIMITED,
        )

    def _compare_colours(self, picture: Picture, at_us: int) -> None:
        for spot in (spot for spot in self._spots if at_us >= spot.from_s * 1e6):
            seen = colour_seen(spot.colour, colour_at(picture, spot))
            if spot not in self._worst or seen.off > self._worst[spot].off:
                self._worst[spot] = seen


def colour_at(picture: Picture, spot: Spot) -> tuple[int, int, int]:
    """Mean RGB of a spot."""
    y, u, v = (np.full((2, 2), round(float(_part(plane, spot).mean())), np.uint8) for plane in picture.planes)
    blue, green, red = bgr_of_planes(y, u[:1, :1], v[:1, :1])[0, 0].tolist()
    return red, green, blue


def _part(plane: Plane, spot: Spot) -> Plane:
    height, width = plane.shape
    top, left = min(int(spot.y * height), height - 1), min(int(spot.x * width), width - 1)
    return plane[top : top + max(1, int(spot.height * height)), left : left + max(1, int(spot.width * width))]


def _h273(code: int) -> str:
    return _H273.get(int(code), f"h273:{int(code)}")
