"""What was painted already, by what it shows."""

from collections import OrderedDict
from dataclasses import replace

from console.media.painting import Painting
from console.media.sprite import Sprite
from console.ports.overlay import PaintJob


class SpriteCache:
    """Paintings by what they show; the least recently used go first when they weigh too much."""

    def __init__(self, limit_bytes: int) -> None:
        """Empty."""
        self._limit_bytes = limit_bytes
        self._paintings: OrderedDict[PaintJob, Painting] = OrderedDict()
        self.bytes = 0
        """Weight of all planes."""

    def get(self, job: PaintJob) -> Painting | None:
        """The painting of an equal job, whatever its key."""
        value = replace(job, key="")
        painting = self._paintings.get(value)
        if painting is not None:
            self._paintings.move_to_end(value)
        return painting

    def put(self, job: PaintJob, painting: Painting) -> None:
        """Keep it, and let go of what is too much."""
        value = replace(job, key="")
        self._drop(value)
        self._paintings[value] = painting
        self.bytes += weight_of(painting)
        while self.bytes > self._limit_bytes:
            self._drop(next(iter(self._paintings)))

    def _drop(self, value: PaintJob) -> None:
        old = self._paintings.pop(value, None)
        if old is not None:
            self.bytes -= weight_of(old)


def weight_of(painting: Painting) -> int:
    """Bytes of all its planes."""
    return sum(_bytes(sprite) for sprite in painting.sprites)


def _bytes(sprite: Sprite) -> int:
    return sprite.width * sprite.height * 11 // 4
