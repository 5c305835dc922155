"""What differs between two States, and one State made into the next by it."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import replace

from console.link.protocol import Names, Slice
from console.model.state import State

S = TypeVar("S", bound=msgspec.Struct)
_ENCODER = msgspec.msgpack.Encoder()


def changes(before: State, after: State) -> tuple[Slice, ...]:
    """Fields that are another object and not equal; collections by key, those within other parts too."""
    found: list[Slice] = []
    _compare(before, after, "", found)
    return tuple(found)


def applied(state: State, revision: int, slices: tuple[Slice, ...]) -> State:
    """`state` with these changes; raises `msgspec.DecodeError` if they do not fit it."""
    if not slices and revision == state.revision:
        return state
    for one in slices:
        state = _with(state, one.path.split("."), one)
    return replace(state, revision=revision)


def names_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Names | None:
    """What leads from one book of names to the next; None: nothing."""
    if before is after:
        return None
    put = {viewer: name for viewer, name in after.items() if before.get(viewer) != name}
    gone = tuple(viewer for viewer in before if viewer not in after)
    return Names(put, gone) if put or gone else None


def names_applied(names: Mapping[str, str], change: Names | None) -> Mapping[str, str]:
    """The book after `change`: another object if there is one."""
    if change is None:
        return names
    gone = set(change.gone)
    return {viewer: name for viewer, name in names.items() if viewer not in gone} | change.put


def _compare(before: msgspec.Struct, after: msgspec.Struct, prefix: str, found: list[Slice]) -> None:
    for name, kind in _fields(type(after)):
        old, new = getattr(before, name), getattr(after, name)
        if old is new:
            continue
        path = prefix + name
        if kind == _KEYED:
            _compare_keyed(old, new, path, found)
        elif kind == _PARTS:
            _compare(old, new, path + ".", found)
        elif old != new:
            found.append(Slice(path, whole=_raw(new)))


def _compare_keyed(old: dict[str, Any], new: dict[str, Any], path: str, found: list[Slice]) -> None:
    missing = object()
    put = {
        key: value
        for key, value in new.items()
        if (had := old.get(key, missing)) is not value and (had is missing or had != value)
    }
    gone = tuple(key for key in old if key not in new) if len(old) + len(put) != len(new) or put else ()
    led_to = [*(key for key in old if key in new), *(key for key in put if key not in old)]
    order = tuple(new) if led_to != list(new) else None
    if put or gone or order is not None:
        found.append(Slice(path, put={key: _raw(value) for key, value in put.items()}, gone=gone, order=order))


def _raw(value: Any) -> msgspec.Raw:
    return msgspec.Raw(_ENCODER.encode(value))


def _with(struct: S, path: list[str], change: Slice) -> S:
    name = path[0]
    if not isinstance(struct, msgspec.Struct) or name not in _decoders(type(struct)):
        raise msgspec.DecodeError(f"no {change.path}")
    old, decoder = getattr(struct, name), _decoders(type(struct))[name]
    if len(path) > 1:
        return replace(struct, **{name: _with(old, path[1:], change)})
    if isinstance(change.whole, msgspec.Raw):
        return replace(struct, **{name: decoder.decode(change.whole)})
    return replace(struct, **{name: _changed(old, change, decoder)})


def _changed(old: dict[str, Any], change: Slice, decoder: msgspec.msgpack.Decoder[Any]) -> dict[str, Any]:
    if not isinstance(old, dict):
        raise msgspec.DecodeError(f"{change.path} is no collection")
    gone = set(change.gone)
    new = {key: value for key, value in old.items() if key not in gone}
    new |= {key: decoder.decode(raw) for key, raw in change.put.items()}
    if change.order is None:
        return new
    if set(change.order) != new.keys():
        raise msgspec.DecodeError(f"another order of {change.path}")
    return {key: new[key] for key in change.order}


_WHOLE, _PARTS, _KEYED = range(3)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, int], ...]:
    """Names of fields and how each is sent. The revision travels by itself."""
    hints = get_type_hints(kind)
    return tuple(
        (name, _kind(hints[name])) for name in kind.__struct_fields__ if kind is not State or name != "revision"
    )


def _kind(hint: Any) -> int:
    if get_origin(hint) is dict:
        return _KEYED
    is_part = isinstance(hint, type) and issubclass(hint, msgspec.Struct)
    return _PARTS if is_part and any(how != _WHOLE for _, how in _fields(hint)) else _WHOLE


@cache
def _decoders(kind: type[msgspec.Struct]) -> dict[str, msgspec.msgpack.Decoder[Any]]:
    """By field; of a collection that of its values."""
    hints = get_type_hints(kind)
    return {
        name: msgspec.msgpack.Decoder(get_args(hints[name])[1] if how == _KEYED else hints[name])
        for name, how in _fields(kind)
    }
