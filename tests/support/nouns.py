"""Hypothesis strategies for anything the model is made of, from its type alone."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from console.model.session import FASTEST, SLOWEST, Session

TEXT = st.text(max_size=8)
"""Any text that UTF-8 can say."""
WHOLE = st.integers(-(2**53), 2**53) | st.integers(0, 5)
REAL = st.floats(allow_nan=False, allow_infinity=False)
PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | WHOLE | REAL | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
"""What JSON can say."""

SPEEDS = st.floats(SLOWEST, FASTEST)

_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: WHOLE,
    float: REAL,
    bool: st.booleans(),
    NoneType: st.none(),
    Any: PLAIN,
    get_type_hints(Session, include_extras=True)["speed"]: SPEEDS,
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type: a Struct, a collection, a union or a leaf."""
    if kind in _LEAVES:
        return _LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return structs(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, UnionType):
        return st.one_of([values(one) for one in inner])
    if origin is dict:
        return st.dictionaries(values(inner[0]), values(inner[1]), max_size=2)
    if origin is tuple and inner[1:] == (...,):
        return st.lists(values(inner[0]), max_size=2).map(tuple)
    raise TypeError(f"no strategy for {kind}")


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Values of a Struct: required fields always, the others now and then."""
    fields = msgspec.structs.fields(kind)
    required = {field.name: values(field.type) for field in fields if field.required}
    optional = {field.name: values(field.type) for field in fields if not field.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda content: kind(**content))
