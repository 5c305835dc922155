"""What rules of every area share: each tells what is wrong with one value, or nothing."""

import re
from collections.abc import Container, Iterator
from datetime import datetime

from console.errors import Message
from console.model.product import Money
from console.model.scene import Box
from console.model.show import Show
from console.words.planning import (
    SHOW_BAD_COLOUR,
    SHOW_BAD_CURRENCY,
    SHOW_BAD_ID,
    SHOW_BAD_TIME,
    SHOW_NAMES_NOTHING,
    SHOW_OUT_OF_RANGE,
)

MINOR = (0, 10**12)
"""An amount in minor units: never negative, and short enough for a card."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_ID = re.compile(r"\w[\w.-]{0,63}")
SHOWN = 80
"""Characters of a person's value that a sentence repeats."""


def outside(path: str, value: float | None, limits: tuple[float, float]) -> Iterator[Message]:
    """A number out of its range; None is no number and never wrong."""
    low, high = limits
    if value is not None and not low <= value <= high:
        yield SHOW_OUT_OF_RANGE(path=path, low=low, high=high, value=value)


def names_nothing(path: str, name: str, area: str, among: Container[str]) -> Iterator[Message]:
    """A name that leads nowhere."""
    if name not in among:
        yield SHOW_NAMES_NOTHING(path=path, name=name[:SHOWN], area=area)


def bad_id(path: str, key: str) -> Iterator[Message]:
    """An id that could not be written in a command, an address or a file name."""
    if not _ID.fullmatch(key):
        yield SHOW_BAD_ID(path=path, id=key[:SHOWN])


def bad_money(path: str, money: Money) -> Iterator[Message]:
    """Less than nothing, more than a card can hold, or in no currency of ISO 4217's form."""
    yield from outside(f"{path}.minor", money.minor, MINOR)
    if not _CURRENCY.fullmatch(money.currency):
        yield SHOW_BAD_CURRENCY(path=f"{path}.currency", value=money.currency[:SHOWN])


def moment_of(text: str) -> datetime | None:
    """A time of ISO 8601 with offset; None: it is none."""
    try:
        moment = datetime.fromisoformat(text)
        return moment if moment.utcoffset() is not None else None
    except ValueError:
        return None


def bad_time(path: str, text: str) -> Iterator[Message]:
    """No time of ISO 8601, or one that is another instant in each country; empty is no time and never wrong."""
    if text and moment_of(text) is None:
        yield SHOW_BAD_TIME(path=path, value=text[:SHOWN])


def is_inside(box: Box) -> bool:
    """Within what holds it, and not empty."""
    slack = 1e-6  # Thirds do not sum to exactly 1.
    across = box.x >= 0 and box.width > 0 and box.x + box.width <= 1 + slack
    return across and box.y >= 0 and box.height > 0 and box.y + box.height <= 1 + slack


def colour_problems(show: Show) -> Iterator[Message]:
    """Colours of the theme that are not #RRGGBB."""
    for field in ("brand", "card", "ink"):
        colour = getattr(show.theme, field)
        if not _COLOUR.fullmatch(colour):
            yield SHOW_BAD_COLOUR(path=f"theme.{field}", value=colour[:SHOWN])
