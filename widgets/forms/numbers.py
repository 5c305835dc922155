"""Numbers as people write them: full-width digits, thousands, minutes and seconds, money."""

import re
import unicodedata
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from console.model.amount import minor_digits
from console.model.product import Money
from widgets.forms.entry import NUMBER_PX, Entry, TextEntry, Unreadable
from widgets.forms.shape import Shape
from widgets.keys import without_input_method
from widgets.parts.panel import row

CURRENCIES = ("JPY", "USD", "EUR", "GBP", "KRW", "CNY", "TWD", "HKD", "SGD", "AUD", "CAD")
LONGEST = 20
"""Characters of a number."""
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{0,6})?")


class NumberEntry(TextEntry):
    """A number with its unit; empty where nobody said, if that may be."""

    def __init__(self, shape: Shape) -> None:
        """Of a number, a duration or a percentage."""
        hint = "m:ss" if shape.kind == "duration" else ""
        super().__init__(unit=shape.unit, width_px=NUMBER_PX, hint=hint)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if shape.optional:
            self.line.setPlaceholderText(self.tr("not set"))
        self._shape = shape

    def show_value(self, value: Any) -> None:
        """With thousands apart, or as minutes and seconds."""
        kind = self._shape.kind
        if value is None:
            self.show_text("")
        elif kind == "duration":
            self.show_text(f"{value // 60}:{value % 60:02}" if value >= 0 else str(value))
        else:
            self.show_text(_written(value * 100 if kind == "percent" else value))

    def value(self) -> Any:
        """Digits of any width are read."""
        text = plain(self.line.text())
        if not text and self._shape.optional:
            return None
        if self._shape.kind == "duration":
            return self._seconds(text)
        number = self._number(text)
        if self._shape.kind == "percent":
            return float(number / 100)
        if not self._shape.whole:
            return float(number)
        if number != int(number):
            raise Unreadable(self.tr("Write a whole number."))
        return int(number)

    def _seconds(self, text: str) -> int:
        """65, 1:05 or 0:01:05."""
        parts = text.split(":")
        if len(parts) > 3 or not all(part.isdecimal() and len(part) < LONGEST for part in parts):
            raise Unreadable(self.tr("Write a time, such as 1:30 or 90."))
        seconds = 0
        for part in parts:
            seconds = seconds * 60 + int(part)
        return seconds

    def _number(self, text: str) -> Decimal:
        digits = text.replace(",", "")
        if not _NUMBER.fullmatch(digits):
            raise Unreadable(self.tr("Write a number."))
        return Decimal(digits)


class MoneyEntry(Entry):
    """An amount and its currency."""

    def __init__(self, shape: Shape) -> None:
        """Of `Money`."""
        super().__init__()
        self._shape = shape
        self._amount = TextEntry(width_px=NUMBER_PX, hint=self.tr("not set") if shape.optional else "")
        self._amount.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._currency = QComboBox()
        self._currency.addItems(CURRENCIES)
        self._currency.setAccessibleName(self.tr("Currency"))
        without_input_method(self._currency)
        self.setFocusProxy(self._amount.line)
        self.setLayout(row(self._amount, self._currency, None))
        self._amount.touched.connect(self.touched)
        self._amount.left.connect(self.left)
        self._currency.activated.connect(self._leave)

    def _leave(self, _index: int) -> None:
        if self._amount.line.text():
            self.left.emit()

    def show_value(self, value: Any) -> None:
        """In whole units, with as many decimals as the currency has."""
        if value is None:
            self._amount.show_text("")
            return
        if self._currency.findText(value.currency) < 0:
            self._currency.addItem(value.currency)
        self._currency.setCurrentText(value.currency)
        digits = minor_digits(value.currency)
        self._amount.show_text(f"{Decimal(value.minor).scaleb(-digits):,.{digits}f}")

    def value(self) -> Any:
        """In minor units."""
        text, currency = plain(self._amount.line.text()).lstrip("¥$€£").replace(",", ""), self._currency.currentText()
        if not text and self._shape.optional:
            return None
        minor = Decimal(text).scaleb(minor_digits(currency)) if _NUMBER.fullmatch(text) else None
        if minor is None or minor != int(minor):
            raise Unreadable(self.tr("Write an amount in figures, such as 1,980."))
        return Money(minor=int(minor), currency=currency)


def plain(text: str) -> str:
    """What was written full-width, as programs read it."""
    return unicodedata.normalize("NFKC", text).replace("−", "-").replace("、", ",").strip()


def _written(value: float) -> str:
    """12,000; 0.5; −12.5 as -12.5."""
    return f"{value:,}" if isinstance(value, int) else f"{round(value, 4):,.10g}"
