"""Program and Preview."""

from console.model.base import Noun
from console.model.scene import Transition


class Change(Noun, frozen=True):
    """A transition under way: from one scene to what is now Program."""

    from_scene: str | None
    transition: Transition
    since_us: int
    """Media time at which it starts."""
    from_mixture: bool = False
    """It began while another was under way: it starts from the picture as it stood, not from a scene."""


class Fade(Noun, frozen=True):
    """A ramp of brightness and loudness of Program."""

    start_level: float = 1.0
    end_level: float = 1.0
    since_us: int = 0
    duration_us: int = 0

    def level(self, media_us: int) -> float:
        """1 is the full picture, 0 is black."""
        if self.duration_us <= 0 or media_us >= self.since_us + self.duration_us:
            return self.end_level
        part = max(0.0, (media_us - self.since_us) / self.duration_us)
        return self.start_level + (self.end_level - self.start_level) * part


class Mix(Noun, frozen=True):
    """Scenes on air and next."""

    program: str | None = None
    preview: str | None = None
    change: Change | None = None
    fade: Fade = Fade()
