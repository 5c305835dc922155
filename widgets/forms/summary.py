"""A Struct in one line, for a list of many."""

from collections.abc import Callable
from typing import Any

import msgspec

from console.model.amount import amount_of
from console.model.product import Money
from widgets.forms.known import Known
from widgets.forms.shape import Kind, Shape, shapes_of
from widgets.forms.words import choice_words, switch_words

LONGEST = 160


def summary(value: msgspec.Struct, known: Known) -> str:
    """What was said of it, what was not left out."""
    parts = (_said(shape, getattr(value, shape.name), known) for shape in shapes_of(type(value)))
    return " · ".join(part for part in parts if part)[:LONGEST]


def _said(shape: Shape, value: Any, known: Known) -> str:
    is_usual = value == shape.default and shape.kind != "percent"
    if is_usual or value is None or value in ("", (), {}):
        return ""
    if isinstance(value, Money):
        return str(amount_of(value))
    say = _WAYS.get(shape.kind)
    return str(value) if say is None else say(shape, value, known)


def _names(shape: Shape, value: Any, known: Known) -> str:
    choices, sign = known.choices(shape.names), {"show": "+", "hide": "−"}.get(shape.name, "")
    return sign + ", ".join(choices.get(one, one) for one in value)


_WAYS: dict[Kind, Callable[[Shape, Any, Known], str]] = {
    "duration": lambda _, value, __: f"{value // 60}:{value % 60:02}",
    "percent": lambda _, value, __: f"{value * 100:.4g}%",
    "one_of": lambda shape, value, known: known.choices(shape.names).get(value, value),
    "some_of": _names,
    "choice": lambda shape, value, known: choice_words(shape.key, value, known.desk.language),
    "switch": lambda shape, value, known: switch_words(shape.key, known.desk.language) if value else "",
    "lines": lambda _, value, __: ", ".join(value),
    "many": lambda _, value, known: ", ".join(summary(one, known) for one in value),
    "group": lambda _, value, known: summary(value, known),
}
