"""A source whose every word is the test's. It keeps the promises of the real ones."""

from dataclasses import replace

import msgspec
import numpy as np

from console.errors import ConsoleError, Message
from console.media.clock import Clock
from console.media.picture import Picture, flat
from console.media.sound import Sound
from console.ports.source import Opening, OpenSource, SourceDriver, SourceFigures


class FakeSettings(msgspec.Struct, forbid_unknown_fields=True):
    """What the fake pretends to be."""

    colour: str = "#336699"
    level: float = 0.1
    has_picture: bool = True
    has_sound: bool = True
    live: bool = True
    refuses: str = ""
    """A code: opening it fails with this message."""


class FakeSource:
    """Gives one colour and one level until the test changes its mind."""

    def __init__(self, settings: FakeSettings, opening: Opening) -> None:
        """Gives something at once."""
        self.has_picture, self.has_sound, self.live = settings.has_picture, settings.has_sound, settings.live
        self.problem: Message | None = None
        self.closed = False
        """Somebody called `close`."""
        self.asked: list[int] = []
        """Media times of the ticks that asked for a picture."""
        self._clock: Clock = opening.clock
        self._level = settings.level
        self._figures = SourceFigures()
        self._picture: Picture | None = None
        if settings.has_picture:
            self.give(flat(opening.width & ~1, opening.height & ~1, settings.colour))

    def give(self, picture: Picture) -> None:
        """From now on this picture."""
        self._picture = picture
        self._figures = replace(
            self._figures, pictures=self._figures.pictures + 1, last_us=self._clock.monotonic_us()
        )

    def say(self, level: float) -> None:
        """From now on this level on both channels; 0 is silence."""
        self._level = level

    def fail(self, message: Message) -> None:
        """Have a problem."""
        self.problem = message

    def picture(self, media_us: int) -> Picture | None:
        """The picture given last."""
        self.asked.append(media_us)
        return self._picture

    def sound(self, first: int, count: int) -> Sound | None:
        """The level said last."""
        if not self.has_sound or self._level == 0 or self.closed:
            return None
        return np.full((count, 2), self._level, np.float32)

    @property
    def figures(self) -> SourceFigures:
        """Pictures given so far."""
        return self._figures

    def close(self) -> None:
        """Remember it."""
        self.closed = True


class FakeDriver:
    """Opens fakes and keeps them for the test: `driver.opened[-1].fail(...)`."""

    def __init__(self) -> None:
        """Has opened nothing."""
        self.opened: list[FakeSource] = []
        self.descriptor = SourceDriver("fake", "にせもの", "Fake", FakeSettings, self._open)

    def _open(self, settings: FakeSettings, opening: Opening) -> OpenSource:
        if settings.refuses:
            raise ConsoleError(Message(settings.refuses))
        source = FakeSource(settings, opening)
        self.opened.append(source)
        return source
