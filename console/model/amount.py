"""Money as people read it."""

from typing import NamedTuple

from console.model.product import Money

_SIGNS = {
    "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "CNY": "CN¥", "TWD": "NT$", "HKD": "HK$",
    "SGD": "S$", "AUD": "A$", "CAD": "C$",
}  # fmt: skip
_MINOR_DIGITS = {
    "JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "PYG": 0, "UGX": 0, "XAF": 0, "XOF": 0, "XPF": 0, "RWF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}  # fmt: skip
"""ISO 4217; all others have two."""


class Amount(NamedTuple):
    """The two parts of a price: the sign is written smaller than the figures."""

    sign: str
    figures: str

    def __str__(self) -> str:
        """As one word."""
        return self.sign + self.figures


def amount_of(money: Money) -> Amount:
    """¥1,980, $12.50, €1,234.00, `THB 90.00`; a whole number of units drops its zeros only where there are none."""
    digits = minor_digits(money.currency)
    units, rest = divmod(abs(money.minor), 10**digits)
    figures = f"{units:,}" + (f".{rest:0{digits}d}" if digits else "")
    sign = _SIGNS.get(money.currency, f"{money.currency} ")
    return Amount(("−" if money.minor < 0 else "") + sign, figures)


def minor_digits(currency: str) -> int:
    """Decimal places of a currency: 0 for yen, 2 for dollars."""
    return _MINOR_DIGITS.get(currency, 2)
