"""How far viewers are behind the studio, and how far apart from one another."""

from console.model.show import Show

LONGEST_S = 300.0
"""Nobody's viewers are further behind; a larger number is a mistake."""


def viewers_delay_us(show: Show, rendition: str) -> int:
    """The largest delay among the viewers of a rendition's destinations: its countdowns end that much earlier."""
    return max(_delays_us(show, rendition), default=0)


def grace_us(show: Show, rendition: str) -> int:
    """Largest less smallest delay of a rendition: so far apart its viewers see the same end.

    The countdown on the picture suits the slowest; the others see it end that much too early, never too late.
    """
    delays_us = _delays_us(show, rendition)
    return max(delays_us) - min(delays_us) if delays_us else 0


def _delays_us(show: Show, rendition: str) -> list[int]:
    seconds = [d.viewers_delay_s for d in show.destinations.values() if d.rendition == rendition]
    return [round(min(max(delay_s, 0.0), LONGEST_S) * 1e6) for delay_s in seconds]
