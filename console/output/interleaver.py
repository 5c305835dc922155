"""Pictures and sound in one order of time. Pure."""

from collections import deque

from console.wire.flv import Tag


class Interleaver:
    """Merges two kinds of tags by their time; one waits only while an older one of the other kind may still come.

    libav's own interleaving waits until the other kind has come: 2 ticks at 30 pictures a second, 5 at 60.
    """

    def __init__(self) -> None:
        """Neither kind has begun; both begin at 0 or later."""
        self._pictures: deque[Tag] = deque()
        self._sounds: deque[Tag] = deque()
        self._next_picture_ms = self._next_sound_ms = 0

    def pictures(self, tags: list[Tag], *, next_ms: int) -> None:
        """Take in pictures; none that comes later is before `next_ms`."""
        self._pictures += tags
        self._next_picture_ms = next_ms

    def sounds(self, tags: list[Tag], *, next_ms: int) -> None:
        """Take in sound; none that comes later is before `next_ms`."""
        self._sounds += tags
        self._next_sound_ms = next_ms

    def taken(self) -> list[Tag]:
        """All whose place is certain."""
        pictures, sounds, tags = self._pictures, self._sounds, list[Tag]()
        while pictures or sounds:
            picture_ms = pictures[0].dts_ms if pictures else self._next_picture_ms
            sound_ms = sounds[0].dts_ms if sounds else self._next_sound_ms
            if pictures and picture_ms <= sound_ms:
                tags.append(pictures.popleft())
            elif sounds and sound_ms <= picture_ms:
                tags.append(sounds.popleft())
            else:
                break
        return tags

    def rest(self) -> list[Tag]:
        """All, when nothing more comes."""
        self._next_picture_ms = self._next_sound_ms = 2**32
        return self.taken()
