"""Minutes that a desk has seen: what graphs show, without waiting for them."""

import math

from msgspec.structs import replace

from console.link.pulse import LineFigures, Pulse
from tests.support.fake_line import FakeLine
from widgets.desk import Desk
from widgets.tech.history import EVERY_S, KEPT_S, History


class Minutes:
    """A clock that is moved by hand, and the history that follows it."""

    def __init__(self, desk: Desk, line: FakeLine) -> None:
        self._line, self._us = line, 0
        self.history = History(desk, lambda: self._us)

    def beat(self, pulse: Pulse, *, after_s: float = EVERY_S) -> None:
        """Figures come."""
        self._us += round(after_s * 1e6)
        self._line.beat(replace(pulse))


def lived_through(desk: Desk, line: FakeLine, pulse: Pulse) -> History:
    """All that is kept: a line that was slow for half a minute, an encoder that stuttered once."""
    minutes = Minutes(desk, line)
    for at in range(round(KEPT_S / EVERY_S)):
        minutes.beat(_at(pulse, at))
    line.beat(pulse)
    return minutes.history


def _at(pulse: Pulse, at: int) -> Pulse:
    wave, slow = math.sin(at / 7) + math.sin(at / 3.1), 300 <= at < 360
    lines = {
        key: replace(one, kbps=one.kbps * (0.6 if slow else 1 + wave / 60), buffered_ms=_waiting(one, at, slow=slow))
        for key, one in pulse.destinations.items()
    }
    renditions = {
        key: replace(one, fps=24.0 if at == 200 else one.fps + wave / 20, kbps=one.kbps + 60 * wave)
        for key, one in pulse.renditions.items()
    }
    return replace(
        pulse,
        destinations=lines,
        renditions=renditions,
        late_p99_ms=pulse.late_p99_ms + abs(wave) / 2,
        cpu_cores=0.47 + wave / 40,
    )


def _waiting(line: LineFigures, at: int, *, slow: bool) -> int:
    return round(line.buffered_ms + (25 * (at - 300) if slow else 10 * abs(math.sin(at / 5))))
