"""How large Program is, and how often it comes."""

from console.model.base import Noun


class Rate(Noun, frozen=True, kw_only=False):
    """Pictures a second, exact: 30000/1001 is 29.97."""

    pictures: int = 30
    seconds: int = 1


class Canvas(Noun, frozen=True, kw_only=False):
    """Size of a picture in pixels. Both sides are even, since chroma has half of each."""

    width: int = 720
    height: int = 1280

    @property
    def portrait(self) -> bool:
        """Taller than wide."""
        return self.height > self.width
