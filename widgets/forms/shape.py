"""What a form asks for: the fields of a Struct, and of which kind each is. Found by looking at its types."""

from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from msgspec import NODEFAULT
from msgspec.inspect import (
    BoolType,
    DictType,
    FloatType,
    IntType,
    LiteralType,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from console.model.product import Money

Kind = Literal[
    "text", "long", "colour", "moment", "file", "device", "number", "duration", "percent", "switch", "choice",
    "money", "one_of", "some_of", "lines", "group", "many", "by_key", "driver", "settings", "unknown",
]  # fmt: skip
"""one_of and some_of name other things of the show; many are Structs in their order; by_key are Structs by a name."""

HIDDEN = frozenset({"revision", "schema", "edits", "folder", "viewer"})
"""The engine's own, and whose words something is."""
LONG = frozenset({"Script", "Answer.answer", "PinnedAnswer.answer", "NgWord.instead", "Product.was_basis"})
"""Structs and fields whose text takes several lines."""
COLOURS = frozenset({"brand", "card", "ink", "background"})
FILES = frozenset({"file", "picture", "logo", "font", "ca_file"})
MOMENTS = frozenset({"valid_from", "valid_until", "begins"})
NAMES = {
    "Cue.scene": "scenes",
    "Cue.show": "overlays",
    "Cue.hide": "overlays",
    "Cue.explain": "products",
    "OfferAction.offer": "offers",
    "Placement.source": "sources",
    "Segment.scene": "scenes",
    "Segment.product": "products",
    "Offer.product": "products",
    "Offer.coupon": "coupons",
    "Answer.product": "products",
    "Destination.rendition": "renditions",
    "Destination.platform": "platforms",
    "Rendition.hide": "kinds",
    "Show.opening_scene": "scenes",
    "Show.opening_overlays": "overlays",
    "Show.ng_lists": "ng_lists",
}
"""Fields that name something else, and what. `kinds`, `platforms` and `ng_lists` are no areas of the show."""
NAMES_IN_SETTINGS = {"product": "products", "coupon": "coupons", "offer": "offers", "source": "sources"}
GROUPS = {"Source": "honban.sources", "Overlay": "honban.overlays"}
"""Entry points of the drivers whose settings a Struct holds."""
UNITS = {"_s": "s", "_ms": "ms", "_hz": "Hz", "_db": "dB", "_kbps": "kbps", "_px": "px"}
PIXELS = frozenset({"Canvas.width", "Canvas.height", "screen.left", "screen.top", "screen.width", "screen.height"})


@dataclass(frozen=True, slots=True)
class Shape:
    """One field of a Struct."""

    name: str
    key: str
    """`Product.price`; of a driver's settings `product_card.product`."""
    kind: Kind
    typed: Any
    """To make its value of plain values."""
    default: Any = NODEFAULT
    """NODEFAULT: it must be said."""
    optional: bool = False
    """May be None: nobody said, or no limit."""
    unit: str = ""
    whole: bool = False
    """A number without decimals."""
    names: str = ""
    """Of what the choices are."""
    choices: tuple[str, ...] = ()
    struct: type[msgspec.Struct] | None = None
    """Of a group, and of each of many."""


def shapes_of(
    struct: type[msgspec.Struct], *, only: tuple[str, ...] | None = None, owner: str = ""
) -> tuple[Shape, ...]:
    """All fields a person may set, in their order; `only` these. `owner`: the kind of the driver whose settings."""
    found = type_info(struct)
    assert isinstance(found, StructType)
    types = {field.name: field for field in msgspec.structs.fields(struct)}
    names = only or tuple(field.name for field in found.fields if field.name not in HIDDEN)
    inspected = {field.name: field.type for field in found.fields}
    return tuple(_shape(owner or struct.__name__, types[name], inspected[name], is_own=not owner) for name in names)


def default_of(shape: Shape) -> Any:
    """What a new thing has there: its usual value, or the emptiest there is."""
    if shape.default is not NODEFAULT:
        return shape.default
    if shape.struct is not None and shape.kind in {"group", "money"}:
        return Money(minor=0) if shape.struct is Money else emptiest(shape.struct)
    empty: dict[Kind, Any] = {"number": 0, "duration": 60, "percent": 0.0, "switch": False, "lines": (), "many": ()}
    empty |= {"some_of": (), "by_key": {}, "settings": {}}
    return shape.choices[0] if shape.kind == "choice" else empty.get(shape.kind, "")


def emptiest(struct: type[msgspec.Struct]) -> Any:
    """A value of a Struct of which nothing is known yet."""
    return struct(**{shape.name: default_of(shape) for shape in shapes_of(struct)})


def _shape(owner: str, field: msgspec.structs.FieldInfo, found: Type, *, is_own: bool) -> Shape:
    key, optional = f"{owner}.{field.name}", False
    if isinstance(found, UnionType):
        optional = any(isinstance(one, NoneType) for one in found.types)
        rest = [one for one in found.types if not isinstance(one, NoneType)]
        found = rest[0] if len(rest) == 1 else found
    default = field.default if field.default_factory is NODEFAULT else field.default_factory()
    kind, more = _kind(owner, field.name, found, is_own=is_own)
    return Shape(field.name, key, kind, field.type, default, optional, **more)


def _kind(owner: str, name: str, found: Type, *, is_own: bool) -> tuple[Kind, dict[str, Any]]:
    names = NAMES.get(f"{owner}.{name}", "") or ("" if is_own else NAMES_IN_SETTINGS.get(name, ""))
    match found:
        case StrType():
            return ("one_of", {"names": names}) if names else (_text(owner, name), {})
        case VarTupleType(item_type=StrType()):
            return ("some_of", {"names": names}) if names else ("lines", {})
        case IntType() | FloatType():
            return _number(owner, name, is_whole=isinstance(found, IntType))
    return _composed(name, found)


def _composed(name: str, found: Type) -> tuple[Kind, dict[str, Any]]:
    match found:
        case BoolType():
            return "switch", {}
        case LiteralType():
            return "choice", {"choices": tuple(str(value) for value in found.values)}
        case StructType(cls=cls):
            return ("money" if cls is Money else "group"), {"struct": cls}
        case VarTupleType(item_type=StructType(cls=cls)):
            return "many", {"struct": cls}
        case DictType(value_type=StructType(cls=cls)):
            return "by_key", {"struct": cls}
    return ("settings" if name == "settings" else "unknown"), {}


def _number(owner: str, name: str, *, is_whole: bool) -> tuple[Kind, dict[str, Any]]:
    if owner == "Box":
        return "percent", {"unit": "%"}
    if is_whole and name.endswith("_s"):
        return "duration", {"whole": True}
    unit = next((unit for ending, unit in UNITS.items() if name.endswith(ending)), "")
    return "number", {"unit": "px" if f"{owner}.{name}" in PIXELS else unit, "whole": is_whole}


def _text(owner: str, name: str) -> Kind:
    if owner in LONG or f"{owner}.{name}" in LONG:
        return "long"
    if (owner, name) in {("Source", "kind"), ("Overlay", "kind")}:
        return "driver"
    by_name: dict[Kind, frozenset[str]] = {"colour": COLOURS, "file": FILES, "moment": MOMENTS}
    by_name["device"] = frozenset({"device", "screen"})
    # Why: Theme.card is a colour, and so is any driver's background; a product's card there is none.
    return next((kind for kind, words in by_name.items() if name in words), "text")
