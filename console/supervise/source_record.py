"""What one source gave in a session, over all its openings."""

from dataclasses import dataclass, field

from console.ports.source import OpenSource, SourceFigures


@dataclass(slots=True)
class SourceRecord:
    """Outlives the open sources that it counts. Control thread."""

    name: str = ""
    kind: str = ""
    openings: int = 0
    """That succeeded."""
    _past: SourceFigures = field(default_factory=SourceFigures)
    _open: OpenSource | None = None
    _lost_us: int | None = None
    _stale_us: int = 0

    @property
    def restarts(self) -> int:
        """Openings after the first."""
        return max(0, self.openings - 1)

    @property
    def figures(self) -> SourceFigures:
        """Sum of all openings."""
        return self._past if self._open is None else summed(self._past, self._open.figures)

    def stale_us(self, now_us: int) -> int:
        """How long it gave nothing after it once had."""
        return self._stale_us + (0 if self._lost_us is None else now_us - self._lost_us)

    def came(self, opened: OpenSource, now_us: int) -> None:
        """It is open."""
        self._stale_us, self._lost_us = self.stale_us(now_us), None
        self._open = opened
        self.openings += 1

    def went(self, since_us: int) -> None:
        """It gives nothing, since then."""
        self._lost_us = since_us

    def closed(self) -> None:
        """Nobody reads it any more; it may be opened again."""
        self._past, self._open = self.figures, None

    def over(self, now_us: int) -> None:
        """Nobody wants it any more."""
        self._stale_us, self._lost_us = self.stale_us(now_us), None


def summed(one: SourceFigures, other: SourceFigures) -> SourceFigures:
    """Both together; the newer time of the two."""
    return SourceFigures(
        one.pictures + other.pictures,
        one.overwritten + other.overwritten,
        max(one.last_us, other.last_us),
        one.missing_samples + other.missing_samples,
    )
