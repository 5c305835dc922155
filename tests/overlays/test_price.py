"""Money is written as its country writes it."""

import pytest

from console.model.product import Money
from overlays.price import amount_of


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [
        (1980, "JPY", "¥1,980"),
        (1234567, "JPY", "¥1,234,567"),
        (0, "JPY", "¥0"),
        (-500, "JPY", "−¥500"),
        (1250, "USD", "$12.50"),
        (123400, "EUR", "€1,234.00"),
        (5, "GBP", "£0.05"),
        (39000, "KRW", "₩39,000"),
        (12345, "KWD", "KWD 12.345"),
        (9000, "THB", "THB 90.00"),
    ],
)
def test_an_amount_reads(minor: int, currency: str, written: str) -> None:
    assert str(amount_of(Money(minor=minor, currency=currency))) == written
