"""How long things took, without keeping each of them."""

from dataclasses import dataclass

BUCKET_US = 20
BUCKETS = 10_000


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, 99th percentile and worst, in milliseconds."""

    p50: float = 0.0
    p99: float = 0.0
    max: float = 0.0


class Histogram:
    """Counts durations in steps of 20 us up to 200 ms; all that is longer counts as the longest. One writer."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self._counts = [0] * BUCKETS
        self._total = 0
        self._longest_us = 0

    def add(self, duration_us: int) -> None:
        """Count one."""
        self._counts[min(BUCKETS - 1, max(0, duration_us) // BUCKET_US)] += 1
        self._total += 1
        self._longest_us = max(self._longest_us, duration_us)

    def spread(self) -> Spread:
        """What was counted so far."""
        return Spread(self._quantile_ms(0.5), self._quantile_ms(0.99), self._longest_us / 1000)

    def _quantile_ms(self, part: float) -> float:
        wanted, seen = part * self._total, 0
        for bucket, count in enumerate(self._counts[:-1]):
            seen += count
            if count and seen >= wanted:
                return min((bucket + 0.5) * BUCKET_US, self._longest_us) / 1000
        return self._longest_us / 1000
