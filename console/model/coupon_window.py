"""When a coupon counts."""

from datetime import datetime

from console.model.product import Coupon


def is_readable(coupon: Coupon) -> bool:
    """Both ends are times with an offset, or open."""
    try:
        _ends_us(coupon)
    except (ValueError, OverflowError):
        return False
    return True


def is_valid(coupon: Coupon, unix_us: int) -> bool:
    """It counts at that moment; one whose times cannot be read never does."""
    try:
        from_us, until_us = _ends_us(coupon)
    except (ValueError, OverflowError):
        return False
    return (from_us is None or unix_us >= from_us) and (until_us is None or unix_us < until_us)


def _ends_us(coupon: Coupon) -> tuple[int | None, int | None]:
    return _unix_us(coupon.valid_from), _unix_us(coupon.valid_until)


def _unix_us(text: str) -> int | None:
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return round(moment.timestamp() * 1e6)
