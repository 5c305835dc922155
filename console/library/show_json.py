"""The bytes of `show.json` into a Show; what is wrong with them is told with the place where it is."""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from console.errors import ConsoleError, Message
from console.library.show_migrations import FIRST, migrated
from console.model.audio import Strip
from console.model.destination import Destination, Rendition
from console.model.giveaway import Giveaway
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.planning import Answer, SafeAreas
from console.model.product import Coupon, Product
from console.model.rundown import Segment
from console.model.scene import Scene
from console.model.show import SCHEMA, Show
from console.model.source import Source
from console.words.library import (
    SHOW_FROM_NEWER_VERSION,
    SHOW_MISSING_FIELD,
    SHOW_NAME_TWICE,
    SHOW_NESTED_TOO_DEEP,
    SHOW_NOT_JSON,
    SHOW_NOT_TEXT,
    SHOW_UNKNOWN_FIELD,
    SHOW_WRONG_VALUE,
)

_KEYED: dict[tuple[str, ...], type[msgspec.Struct]] = {
    ("sources",): Source,
    ("scenes",): Scene,
    ("audio", "strips"): Strip,
    ("products",): Product,
    ("coupons",): Coupon,
    ("offers",): Offer,
    ("giveaways",): Giveaway,
    ("segments",): Segment,
    ("answers",): Answer,
    ("safe_areas",): SafeAreas,
    ("overlays",): Overlay,
    ("renditions",): Rendition,
    ("destinations",): Destination,
}
"""Collections by id. msgspec tells a place inside one as `[...]`; each item is tried alone to learn its id."""
_PLACE = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`", re.DOTALL)


def decoded(data: bytes, path: Path) -> Show:
    """The Show, of whatever schema this version knows; raises `ConsoleError`. `path` is for the sentences only."""
    document, current = _in_this_schema(data, path)
    try:
        return msgspec.json.decode(current, type=Show)
    except msgspec.ValidationError as error:
        raise ConsoleError(next(_in_words(document, error))) from error
    except msgspec.DecodeError as error:  # Half a surrogate pair, which the standard parser lets pass.
        raise ConsoleError(SHOW_WRONG_VALUE(path="show", reason=str(error))) from error


def misfits(data: bytes, path: Path) -> list[Message]:
    """Everything whose name or type is wrong, each with its path; empty: `decoded` makes a Show of it.

    Raises `ConsoleError` for what is no JSON or of a newer version, since nothing more can be said of it.
    """
    document, current = _in_this_schema(data, path)
    try:
        msgspec.json.decode(current, type=Show)
    except msgspec.ValidationError as error:
        return list(_in_words(document, error))
    except msgspec.DecodeError as error:
        return [SHOW_WRONG_VALUE(path="show", reason=str(error))]
    return []


def _in_this_schema(data: bytes, path: Path) -> tuple[Any, bytes]:
    """As plain values and as JSON, whatever version saved it."""
    document = _parsed(data, path)
    schema = document.get("schema", FIRST) if isinstance(document, dict) else SCHEMA
    if type(schema) is not int or schema == SCHEMA:
        return document, data.removeprefix(codecs.BOM_UTF8)
    if schema > SCHEMA:
        raise ConsoleError(SHOW_FROM_NEWER_VERSION(schema=schema, known=SCHEMA))
    if schema < FIRST:
        raise ConsoleError(SHOW_WRONG_VALUE(path="schema", reason=str(schema)))
    document = migrated(document, schema)
    try:
        return document, msgspec.json.encode(document)
    except ValueError as error:  # Half a surrogate pair, again.
        raise ConsoleError(SHOW_WRONG_VALUE(path="show", reason=type(error).__name__)) from error


def _parsed(data: bytes, path: Path) -> Any:
    """Plain values. The standard parser, since it tells lines and columns and lets doubled names be seen."""
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number, parse_int=_whole)
    except UnicodeDecodeError as error:
        raise ConsoleError(SHOW_NOT_TEXT(path=str(path))) from error
    except json.JSONDecodeError as error:
        words = SHOW_NOT_JSON(path=str(path), line=error.lineno, column=error.colno, reason=error.msg)
        raise ConsoleError(words) from error
    except RecursionError as error:
        raise ConsoleError(SHOW_NESTED_TOO_DEEP(path=str(path))) from error
    except ValueError as error:  # NaN, Infinity, a whole number that no counter holds.
        raise ConsoleError(SHOW_WRONG_VALUE(path="show", reason=str(error))) from error


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        raise ConsoleError(SHOW_NAME_TWICE(name=next(name for name in names if names.count(name) > 1)[:80]))
    return content


def _no_number(word: str) -> Any:
    raise ValueError(word)


def _whole(digits: str) -> int:
    if len(digits) > 18:  # 64 bits hold any 18 digits.
        raise ValueError(digits[:24])
    return int(digits)


def _in_words(document: Any, error: msgspec.ValidationError) -> Iterator[Message]:
    """At least one."""
    told = False
    for place, item, kind in _items(document):
        try:
            msgspec.convert(item, kind)
        except msgspec.ValidationError as closer:
            told = True
            yield _sentence(closer, place)
    if not told:
        yield _sentence(error, "")


def _items(document: Any) -> Iterator[tuple[str, Any, type[msgspec.Struct]]]:
    for names, kind in _KEYED.items():
        area = document
        for name in names:
            area = area.get(name) if isinstance(area, dict) else None
        if isinstance(area, dict):
            for key, item in area.items():
                yield ".".join((*names, key)), item, kind


def _sentence(error: msgspec.ValidationError, place: str) -> Message:
    found = _PLACE.fullmatch(str(error))
    assert found is not None
    what, path = found["what"], (place + (found["path"] or "")).removeprefix(".") or "show"
    if unknown := _UNKNOWN.fullmatch(what):
        return SHOW_UNKNOWN_FIELD(path=path, field=unknown[1][:80])
    if missing := _MISSING.fullmatch(what):
        return SHOW_MISSING_FIELD(path=path, field=missing[1])
    return SHOW_WRONG_VALUE(path=path, reason=what)
