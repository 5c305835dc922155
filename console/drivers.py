"""The drivers that are installed, by kind. One that fails to import is a row with a reason."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import msgspec

from console.errors import ConsoleError
from console.model.base import Settings
from console.ports.overlay import OverlayDriver
from console.ports.source import SourceDriver
from console.words.drivers import BAD_SETTINGS, DRIVER_BROKEN, NO_DRIVER


@dataclass(frozen=True, slots=True)
class Row:
    """One entry point: its driver, or why there is none."""

    kind: str
    driver: Any | None
    reason: str = ""


@cache
def points(group: str) -> dict[str, EntryPoint]:
    """All entry points of a group, such as `honban.sources`, by kind; nothing of theirs is loaded."""
    return {point.name: point for point in entry_points(group=group)}


@cache
def row(group: str, kind: str) -> Row:
    """One kind, which must be among `points(group)`. Loads no other, since a stranger's module may never return."""
    return _load(points(group)[kind])


def rows(group: str) -> dict[str, Row]:
    """All kinds of a group, loaded."""
    return {kind: row(group, kind) for kind in points(group)}


def source_driver(kind: str) -> SourceDriver[Any]:
    """The driver of a kind of sources; raises `ConsoleError` if it is missing or broken."""
    driver = _driver("honban.sources", kind)
    assert isinstance(driver, SourceDriver)
    return driver


def overlay_driver(kind: str) -> OverlayDriver[Any, Any]:
    """The driver of a kind of graphics; raises `ConsoleError` if it is missing or broken."""
    driver = _driver("honban.overlays", kind)
    assert isinstance(driver, OverlayDriver)
    return driver


def validated(settings: Settings, kind: str, struct: type[msgspec.Struct]) -> Any:
    """A driver's own Struct from plain settings; raises `ConsoleError` that names the field."""
    try:
        return msgspec.convert(settings, struct)
    except msgspec.ValidationError as error:
        raise ConsoleError(BAD_SETTINGS(kind=kind, reason=str(error))) from error


def _driver(group: str, kind: str) -> Any:
    if kind not in points(group):
        raise ConsoleError(NO_DRIVER(kind=kind))
    found = row(group, kind)
    if found.driver is None:
        raise ConsoleError(DRIVER_BROKEN(kind=kind, reason=found.reason))
    return found.driver


def _load(point: EntryPoint) -> Row:
    try:
        return Row(point.name, point.load())
    except Exception as error:  # noqa: BLE001 - a stranger's module may fail in any way; the house stands
        return Row(point.name, None, f"{type(error).__name__}: {error}")
