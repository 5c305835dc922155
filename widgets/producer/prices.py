"""Amounts as they stand on the desk: what the selectors say, never a price of its own."""

from console.model.amount import amount_of
from console.model.selling import PriceShown

HIDDEN = "???"


def price_words(price: PriceShown | None) -> str:
    """`???` while it is hidden, `—` where there is none."""
    if price is None:
        return "—"
    return HIDDEN if price.price is None else str(amount_of(price.price))
