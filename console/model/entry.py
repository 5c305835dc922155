"""Commands and facts as bytes: the one encoding that journal, link and tests share."""

from typing import Any, Union

import msgspec

from console.model.commands import Command
from console.model.facts import Fact
from console.model.moment import At

Event = Command | Fact


class Entry(msgspec.Struct, frozen=True):
    """One line of the journal: what was dispatched, when, and the revision it led to."""

    revision: int
    at: At
    event: Event


def _decoder(*kinds: type[Command] | type[Fact]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(Union[kinds])  # noqa: UP007 - a union made from a tuple


_COMMANDS = _decoder(*Command.__subclasses__())
_EVENTS = _decoder(*Command.__subclasses__(), *Fact.__subclasses__())


def encode_event(event: Event) -> bytes:
    """JSON with the event's name under "type"."""
    return msgspec.json.encode(event)


def decode_event(data: bytes) -> Event:
    """A command or fact from its JSON; raises `msgspec.DecodeError` for anything else."""
    event: Event = _decoded(_EVENTS, data)
    return event


def decode_command(data: bytes) -> Command:
    """A command from its JSON; raises `msgspec.DecodeError` for anything else, facts included."""
    command: Command = _decoded(_COMMANDS, data)
    return command


def _decoded(decoder: msgspec.json.Decoder[Any], data: bytes) -> Any:
    try:
        return decoder.decode(data)
    except (UnicodeDecodeError, RecursionError) as error:  # Why: msgspec lets these two out as they are.
        raise msgspec.DecodeError(type(error).__name__) from error
