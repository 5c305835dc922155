"""Money as viewers read it: the same words that messages use."""

from console.model.amount import Amount, amount_of

__all__ = ["Amount", "amount_of"]
