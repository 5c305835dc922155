"""The table of reducers: one pure function for each command and each fact."""

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from console.model.entry import Event
from console.model.moment import At
from console.model.state import State

Reducer = Callable[[State, Any, At], State]
R = TypeVar("R", bound=Reducer)

AREAS = (
    "audience",
    "comments",
    "coupons",
    "destinations",
    "explaining",
    "faults",
    "giveaway",
    "guards",
    "host",
    "listening",
    "mix",
    "offers",
    "orders",
    "overlays",
    "people",
    "pins",
    "questions",
    "recording",
    "rundown",
    "session",
    "show",
    "sources",
    "takes",
    "words_on_air",
)
_REDUCERS: dict[type, Reducer] = {}


def reduces(kind: type[Event]) -> Callable[[R], R]:
    """Mark the one reducer of a kind of event."""

    def register(reducer: R) -> R:
        assert kind not in _REDUCERS, kind
        _REDUCERS[kind] = reducer
        return reducer

    return register


@cache
def reducers() -> dict[type, Reducer]:
    """All reducers, their areas imported."""
    for area in AREAS:
        importlib.import_module(f"console.core.{area}")
    return _REDUCERS


def reduced(state: State, event: Event, at: At) -> State:
    """The State after an event, revision untouched; raises `Refused` for a command that cannot be obeyed."""
    return reducers()[type(event)](state, event, at)
