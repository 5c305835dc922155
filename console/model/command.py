"""What every command is."""

import msgspec


class Command(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """A wish. Carries no time of its own: the store stamps it."""
