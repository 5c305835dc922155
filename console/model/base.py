"""What every noun of the model has in common: frozen, named fields, strict about what it does not know."""

from typing import Any

import msgspec

Settings = dict[str, Any]
"""A driver's own settings as plain values. Only the driver's Struct looks inside, at the edge."""


class Noun(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A value of the model. Changed only by `msgspec.structs.replace` into another value."""


class Entity(Noun, frozen=True, kw_only=True):
    """A noun people edit: it carries the revision of its last edit, so that a stale edit can be refused."""

    revision: int = 0
    """Number of the show's edit that changed it last, see `Show.edits`."""
