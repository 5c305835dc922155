"""Graphics that stand: worked out once, then laid tick by tick with hardly a line of Python. Thread: mixer."""

from console.media.picture import Picture
from console.mixer.blend import Lap, laps, lay_laps
from console.mixer.motion import Pose
from console.mixer.pieces import JoinedSprites, poses, rests_from_us
from console.mixer.plan import Layer

PICTURES = 16
"""Whose memory is known; an encoder's feed has fewer."""

Onto = tuple[Picture, tuple[Lap, ...]]
"""A picture and what a stand does to its memory."""


class Stand:
    """One layer; from some moment on it looks the same at every tick."""

    def __init__(self, layer: Layer) -> None:
        """Moves until the contrary is known."""
        self.layer = layer
        self._rests_from_us = rests_from_us(layer)
        self._poses: tuple[Pose, ...] | None = None
        """What is laid once it rests."""
        self._known: dict[int, Onto] = {}
        """By identity of the picture."""

    def lay(self, onto: Picture, media_us: int, joined: JoinedSprites) -> None:
        """Lay it over the picture as it is at this media time."""
        if self._rests_from_us is None or media_us < self._rests_from_us:
            for posed in poses(self.layer, media_us, canvas_width=onto.width, joined=joined):
                lay_laps(laps(onto, posed.sprite, x=posed.x, y=posed.y))
            return
        known = self._known.get(id(onto))
        lay_laps(known[1] if known is not None else self._learnt(onto, media_us, joined))

    def _learnt(self, onto: Picture, media_us: int, joined: JoinedSprites) -> tuple[Lap, ...]:
        if self._poses is None:
            self._poses = poses(self.layer, media_us, canvas_width=onto.width, joined=joined)
        if len(self._known) >= PICTURES:
            self._known.clear()
        found = tuple(lap for posed in self._poses for lap in laps(onto, posed.sprite, x=posed.x, y=posed.y))
        # Why the picture too: as long as it is held here no other can have its identity.
        self._known[id(onto)] = onto, found
        return found
