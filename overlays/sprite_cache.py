"""What was painted already, by what it shows."""

from collections import OrderedDict
from dataclasses import replace

from console.media.sprite import Sprite
from console.ports.overlay import PaintJob


class SpriteCache:
    """Sprites by what they show; the least recently used go first when they weigh too much."""

    def __init__(self, limit_bytes: int) -> None:
        """Empty."""
        self._limit_bytes = limit_bytes
        self._sprites: OrderedDict[PaintJob, Sprite] = OrderedDict()
        self.bytes = 0
        """Weight of all planes."""

    def get(self, job: PaintJob) -> Sprite | None:
        """The sprite of an equal job, whatever its key."""
        value = replace(job, key="")
        sprite = self._sprites.get(value)
        if sprite is not None:
            self._sprites.move_to_end(value)
        return sprite

    def put(self, job: PaintJob, sprite: Sprite) -> None:
        """Keep it, and let go of what is too much."""
        value = replace(job, key="")
        self._drop(value)
        self._sprites[value] = sprite
        self.bytes += weight_of(sprite)
        while self.bytes > self._limit_bytes:
            self._drop(next(iter(self._sprites)))

    def _drop(self, value: PaintJob) -> None:
        old = self._sprites.pop(value, None)
        if old is not None:
            self.bytes -= weight_of(old)


def weight_of(sprite: Sprite) -> int:
    """Bytes of its planes."""
    return sprite.width * sprite.height * 11 // 4
