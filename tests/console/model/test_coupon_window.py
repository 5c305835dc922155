"""When a coupon counts."""

import pytest

from console.model.coupon_window import is_valid
from console.model.product import Coupon

NOON_US = 1_800_014_400_000_000
"""2027-01-15 12:00 UTC, 21:00 in Japan."""


def coupon(valid_from: str = "", valid_until: str = "") -> Coupon:
    return Coupon(code="c", title="t", discount="d", valid_from=valid_from, valid_until=valid_until)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (("", ""), True),
        (("2027-01-15T21:00:00+09:00", ""), True),
        (("2027-01-15T21:00:01+09:00", ""), False),
        (("", "2027-01-15T12:00:00Z"), False),
        (("", "2027-01-15T12:00:00.000001+00:00"), True),
        (("2027-01-15T11:00:00Z", "2027-01-15T13:00:00Z"), True),
        (("2027-01-15T13:00:00Z", "2027-01-15T11:00:00Z"), False),
    ],
)
def test_it_counts_from_its_beginning_until_just_before_its_end(window: tuple[str, str], expected: bool) -> None:  # noqa: FBT001
    assert is_valid(coupon(*window), NOON_US) is expected


@pytest.mark.parametrize("text", ["2027-01-15T11:00:00", "tomorrow", "0001-01-01T00:00:00+23:59", "２０２７", "\0"])
def test_a_time_that_cannot_be_read_makes_no_promise(text: str) -> None:
    assert not is_valid(coupon(valid_until=text), NOON_US)
    assert not is_valid(coupon(valid_from=text, valid_until="2027-01-15T11:00:00Z"), NOON_US)
