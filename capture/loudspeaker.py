"""One sound output that plays what it is given, by a child; the engine's end."""

import contextlib
import threading

from capture.speak import speak
from capture.speaking import Speaking, SpeakOrder, Stretch, packed
from console.errors import Message
from console.media.channel import Channel
from console.media.child import Child
from console.media.sound import Sound, amplitude
from console.media.worker import Worker
from console.words.capture import OUTPUT_STOPPED

DEPTH = 32
"""Ticks that may wait for the child: half a second to a second. More are dropped and counted."""


class Loudspeaker:
    """Plays on the device of that key and on no other; waits for it when it is not there."""

    def __init__(self, device: str, *, gain_db: float = 0.0) -> None:
        """Starts a process; returns before the device is open."""
        self._device, self._gain = device, amplitude(gain_db)
        self._child = Child("loudspeaker", speak)
        self._child.pipe.send(SpeakOrder(device))
        self._stretches: Channel[Stretch] = Channel(depth=DEPTH)
        self._worker = Worker("loudspeaker", self._send).start()
        self._said = Speaking("waiting")

    @property
    def is_playing(self) -> bool:
        """The device is open."""
        return self._now().phase == "playing" and self.alive

    @property
    def problem(self) -> Message | None:
        """Why nothing is heard; None: it plays, or is being opened."""
        return self._now().problem if self.alive else OUTPUT_STOPPED(device=self._device[:200])

    @property
    def alive(self) -> bool:
        """The process runs; one that does not is of no more use."""
        return self._child.alive

    @property
    def dropped(self) -> int:
        """Ticks that the child did not take in time."""
        return self._stretches.skipped

    def set_gain(self, gain_db: float) -> None:
        """From the next tick on."""
        self._gain = amplitude(gain_db)

    def play(self, sound: Sound, on_air_us: int) -> None:
        """One tick's samples, the first of them on air at that monotonic time. Any thread; never waits."""
        self._stretches.offer(Stretch(sound, on_air_us, self._gain))

    def close(self) -> None:
        """Silence, at once."""
        self._stretches.close()
        # Order matters: a sender that waits for a child which does not read is set free by the child's end.
        self._child.process.kill()
        self._worker.stop()
        self._child.kill()

    def _now(self) -> Speaking:
        for said in self._child.received():
            self._said = said
        return self._said

    def _send(self, stop: threading.Event) -> None:
        with contextlib.suppress(OSError):  # The child is gone; whoever looks at `alive` knows.
            while not stop.is_set() and not self._stretches.finished:
                stretch = self._stretches.take()
                if stretch is not None:
                    self._child.pipe.send_bytes(packed(stretch))
