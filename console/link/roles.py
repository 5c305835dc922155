"""Who may do what: one table for every way that leads to the engine."""

from typing import Literal, get_args

from console.link.asking import Asking
from console.model.commands import Command

Role = Literal["producer", "tech", "host", "planner", "viewer"]
"""Rights of a seat; `viewer` only looks."""
ROLES: tuple[Role, ...] = get_args(Role)

_LISTEN = frozenset({"Listen"})
_PLAN = frozenset(
    {
        "Edit",
        "Add",
        "Remove",
        "EditTogether",
        "SetEditOnAir",
        "MoveSegment",
        "OpenFolder",
        "NewShow",
        "ImportProducts",
        "StopImport",
        "PutPicture",
    }
)
_ANSWER = frozenset({"ClaimQuestion", "AnswerQuestion", "DropQuestion", "ReopenQuestion"})
_HOST = _ANSWER | {"TakeNext", "HoldSegment", "Explain", "EndExplaining", "UndoExplain"}
_TECH = frozenset(
    {
        "LoadPreview",
        "TakePreview",
        "FadeToBlack",
        "StartDestination",
        "StopDestination",
        "RetryDestination",
        "StartRecording",
        "StopRecording",
        "Edit",
        "Add",
        "Remove",
        "SetEditOnAir",
        "SendNote",
        "ClearNote",
    }
)
_ASK = frozenset({"Devices", "Outputs", "LogTail", "KnownShows", "PictureOf", "OlderComments"})

ALLOWED: dict[Role, frozenset[str] | None] = {
    "producer": None,
    "tech": _TECH | _LISTEN | _ASK | {"KeyTails", "PutKey", "ReopenSource"},
    "host": _HOST | _LISTEN | _ASK,
    "planner": _PLAN | _LISTEN | _ASK,
    "viewer": frozenset({"PictureOf", "OlderComments"}),
}
"""Names of commands and askings by role; None: all of them."""

NAMING: frozenset[Role] = frozenset({"producer", "tech", "host"})
"""Roles that get the names of viewers: those who speak with or about them on air. A name leaves the engine for nobody
else, however the seat is built."""


def may(role: Role, kind: type[Command] | type[Asking]) -> bool:
    """Whether a seat with this role may want this."""
    allowed = ALLOWED[role]
    return allowed is None or kind.__name__ in allowed
