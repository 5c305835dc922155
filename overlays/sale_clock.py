"""Which sale a countdown counts, and how far it is."""

from typing import NamedTuple

from console.model.selling import OVER_US, remaining_us
from console.ports.overlay import Sight


class SaleClock(NamedTuple):
    """A sale's time, as the slowest viewers of a rendition may see it."""

    offer: str
    begins: bool
    """It counts to the beginning, not to the end."""
    left_us: int
    ended: bool
    """It is over, and that is still to be said."""


def offer_shown_by(sight: Sight, wanted: str) -> str:
    """The offer that is named, else the one that counts or is live, else the one that changed last; empty: none."""
    offers, plans = sight.state.selling.offers, sight.state.show.offers
    if wanted:
        return wanted if wanted in plans else ""
    known = [key for key in offers if key in plans]
    running = [key for key in known if offers[key].is_running]
    return max(running or known, key=lambda key: offers[key].changed_us, default="")


def sale_clock(sight: Sight, wanted: str) -> SaleClock | None:
    """Its time now; None while nothing runs, and once its end has been shown."""
    offer = offer_shown_by(sight, wanted)
    status = sight.state.selling.status(offer)
    left_us = remaining_us(status, sight.show_us, sight.delay_us)
    if status.phase == "counting":
        return SaleClock(offer, begins=True, left_us=left_us, ended=False)
    if status.phase == "live" and left_us:
        return SaleClock(offer, begins=False, left_us=left_us, ended=False)
    if status.phase not in ("live", "ended", "sold_out"):
        return None
    closed_us = status.ends_us - max(0, sight.delay_us)
    if status.phase != "live":
        closed_us = min(closed_us, status.changed_us)
    is_news = sight.show_us - closed_us <= OVER_US
    return SaleClock(offer, begins=False, left_us=0, ended=True) if is_news else None


def clock_words(left_us: int) -> str:
    """04:32, or 1:04:32; a second that has begun is still there."""
    seconds = -(-left_us // 1_000_000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes:02}:{seconds % 60:02}"
