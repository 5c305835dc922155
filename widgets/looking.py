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
