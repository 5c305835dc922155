"""Which monitors are looked at, by whom on this desk: what nobody sees is not drawn."""

from collections import Counter

from console.media.picture import Picture
from widgets.line import Line


class Looking:
    """Counts the views of each monitor and tells the line."""

    def __init__(self, line: Line) -> None:
        """Nobody looks."""
        self._line = line
        self._views: Counter[str] = Counter()

    def look(self, monitor: str) -> None:
        """One more view of it is visible."""
        self._views[monitor] += 1
        if self._views[monitor] == 1:
            self._tell()

    def look_away(self, monitor: str) -> None:
        """One view of it is hidden."""
        self._views[monitor] -= 1
        if self._views[monitor] <= 0:
            del self._views[monitor]
            self._tell()

    def picture(self, monitor: str) -> Picture | None:
        """The newest, the same object while none is newer."""
        return self._line.monitor(monitor)

    def _tell(self) -> None:
        self._line.watch(frozenset(self._views))


class View:
    """One view of one monitor; begun or ended twice it counts once."""

    def __init__(self, looking: Looking, monitor: str) -> None:
        """Nobody looks yet."""
        self._looking, self._monitor = looking, monitor
        self._is_open = False

    def begin(self) -> None:
        """It is visible."""
        if not self._is_open:
            self._is_open = True
            self._looking.look(self._monitor)

    def end(self) -> None:
        """It is hidden, or gone."""
        if self._is_open:
            self._is_open = False
            self._looking.look_away(self._monitor)
