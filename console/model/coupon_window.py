"""When a coupon counts."""

from console.model.product import Coupon
from console.model.rules import moment_of

EARLIEST_US, LATEST_US = -(2**63), 2**63


def is_valid(coupon: Coupon, unix_us: int) -> bool:
    """It counts at that moment: from `valid_from` on, until just before `valid_until`.

    One whose times cannot be read never counts: a wrong promise is worse than none.
    """
    from_us = _unix_us(coupon.valid_from, open_end=EARLIEST_US)
    until_us = _unix_us(coupon.valid_until, open_end=LATEST_US)
    return from_us is not None and until_us is not None and from_us <= unix_us < until_us


def _unix_us(text: str, *, open_end: int) -> int | None:
    if not text:
        return open_end
    moment = moment_of(text)
    try:
        return None if moment is None else round(moment.timestamp() * 1e6)
    except (ValueError, OverflowError):
        return None
