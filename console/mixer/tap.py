"""What one person at this machine hears, taken from the mix while it is made.

The supervisor of mixing has one `Tap` for the life of the engine and hands it to every `MixerLoop`.
"""

from collections.abc import Callable

from console.media.sound import Sound, silence
from console.mixer.audio import AudioMixer
from console.model.listening import PROGRAM

Play = Callable[[Sound, int], None]
"""Takes samples, never waits; the int is the monotonic time (us) at which the first of them is on air."""


class Tap:
    """Gives to a player while there is one. `hear`: mixer thread; all else: control thread."""

    def __init__(self) -> None:
        """Nobody listens."""
        self._listener: tuple[str, Play] | None = None

    def attach(self, carries: str, play: Play) -> None:
        """From the next tick on `play` gets Program or one strip alone, in place of whoever got it before."""
        self._listener = carries, play

    def detach(self) -> None:
        """Nobody listens any more; the tick that is being made may still be played."""
        self._listener = None

    def hear(self, mixer: AudioMixer, program: Sound, *, on_air_us: int) -> None:
        """One tick that `mixer` just mixed."""
        listener = self._listener
        if listener is None:
            return
        carries, play = listener
        sound = program if carries == PROGRAM else mixer.alone(carries)
        play(silence(len(program)) if sound is None else sound, on_air_us)
