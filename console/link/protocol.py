"""What passes between an engine and its seats: msgpack, one Struct a message.

Wire: WebSocket (RFC 6455), binary messages, no compression.
"""

from functools import cache
from typing import Any, Union

import msgspec

from console.errors import Message
from console.link.asking import Asking, asking_type
from console.link.pulse import Pulse
from console.link.roles import Role
from console.model.commands import Command
from console.model.moment import At
from console.model.state import State

VERSION = 1
"""Of these messages; another one is turned away in words."""
LONGEST_BYTES = 256_000
"""A message to the engine."""
LONGEST_ANSWER_BYTES = 32_000_000
"""A message to a seat: a whole State."""
HELLO_S = 2.0
"""For a seat to say who it is."""


class Upward(msgspec.Struct, frozen=True, tag=True, omit_defaults=True, forbid_unknown_fields=True):
    """Seat to engine."""


class Hello(Upward, frozen=True):
    """The first message of a seat."""

    token: str
    seat: str = ""
    """A name for people: producer on the shop's laptop."""
    role: Role = "producer"
    version: int = VERSION
    maps_files: bool = False
    """It runs on the engine's machine and can map monitors."""


class Do(Upward, frozen=True):
    """A command of the model."""

    number: int
    command: msgspec.Raw


class Ask(Upward, frozen=True):
    """An errand or a query."""

    number: int
    asking: msgspec.Raw


class Watch(Upward, frozen=True):
    """What the seat looks at from now on; replaces what it looked at."""

    monitors: tuple[str, ...] = ()
    pulse: bool = False


class Got(Upward, frozen=True):
    """The State of this revision has arrived: the next one may come."""

    revision: int


class Seen(Upward, frozen=True):
    """A picture of this monitor has arrived: the next one may come."""

    monitor: str


class Again(Upward, frozen=True):
    """A gap: send the State whole."""


class Ping(Upward, frozen=True):
    """What time is it? Once a second; a seat that says nothing for long is closed."""

    sent_us: int
    """The seat's own clock."""


class Downward(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """Engine to seat. Fields a seat does not know are passed over."""


class Welcome(Downward, frozen=True):
    """The seat is in."""

    engine: str
    """Another one means another engine process."""
    pid: int
    program: str
    """Version of the program."""
    role: Role
    at: At
    maps_files: bool = False
    """Monitors come as paths of rings, not as JPEG."""


class TurnedAway(Downward, frozen=True):
    """Not let in, or shown out; the connection ends."""

    message: Message


class Whole(Downward, frozen=True):
    """The State from scratch."""

    revision: int
    at: At
    state: msgspec.Raw
    names: dict[str, str] = {}
    """Display names of the viewers it speaks of, by id; none for a seat whose role has no use for them."""


class Slice(msgspec.Struct, frozen=True, omit_defaults=True):
    """What changed in one part of the State."""

    path: str
    """Names of fields with points between: `show.products`."""
    whole: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    """The new value. Else the part is a collection by key:"""
    put: dict[str, msgspec.Raw] = {}
    """New and other values; new keys come last, in this order."""
    gone: tuple[str, ...] = ()
    order: tuple[str, ...] | None = None
    """All keys in their order, where it is not the one that `gone` and `put` lead to."""


class Names(msgspec.Struct, frozen=True, omit_defaults=True):
    """What changed in the book of viewers' names, which stands beside the State."""

    put: dict[str, str] = {}
    gone: tuple[str, ...] = ()


class Changes(Downward, frozen=True):
    """What leads from the State of revision `base` to that of `revision`; the same one if only names changed."""

    base: int
    revision: int
    at: At
    slices: tuple[Slice, ...] = ()
    names: Names | None = None
    """None: as they were."""


class PulseTold(Downward, frozen=True):
    """The newest figures."""

    pulse: Pulse


class MonitorsMapped(Downward, frozen=True):
    """Where the rings of the monitors are that the seat looks at; one that is missing cannot be seen now."""

    paths: dict[str, str] = {}


class MonitorPicture(Downward, frozen=True):
    """The newest picture of a monitor, for a seat that maps no files."""

    monitor: str
    media_us: int
    jpeg: bytes


class Answer(Downward, frozen=True):
    """What became of a command, an errand or a query."""

    number: int
    refused: Message | None = None
    result: msgspec.Raw = msgspec.Raw(b"\xc0")
    """Of the asking's `answer` type; nil: there is none."""


class Pong(Downward, frozen=True):
    """What time it is here."""

    sent_us: int
    """As it came."""
    at: At


_ENCODER = msgspec.msgpack.Encoder()


def encoded(message: msgspec.Struct) -> bytes:
    """As it goes over the wire."""
    return _ENCODER.encode(message)


def upward(data: bytes) -> Upward:
    """A message of a seat; raises `msgspec.DecodeError` for anything else."""
    message: Upward = _decoded(_decoder(Upward), data)
    return message


def downward(data: bytes) -> Downward:
    """A message of an engine; raises `msgspec.DecodeError` for anything else."""
    message: Downward = _decoded(_decoder(Downward), data)
    return message


def command_of(raw: msgspec.Raw) -> Command:
    """The command of a `Do`; raises `msgspec.DecodeError`."""
    command: Command = _decoded(_decoder(Command), raw)
    return command


def asking_of(raw: msgspec.Raw) -> Asking:
    """The errand or query of an `Ask`; raises `msgspec.DecodeError`."""
    asking: Asking = _decoded(_decoder(Asking), raw)
    return asking


def state_of(raw: msgspec.Raw) -> State:
    """The State of a `Whole`; raises `msgspec.DecodeError`."""
    state: State = _decoded(_decoder(State), raw)
    return state


@cache
def _decoder(base: type) -> msgspec.msgpack.Decoder[Any]:
    if base is Asking:
        return msgspec.msgpack.Decoder(asking_type())
    kinds: tuple[type, ...] = tuple(base.__subclasses__())
    return msgspec.msgpack.Decoder(Union[kinds] if kinds else base)  # noqa: UP007 - a union made from a tuple


def _decoded(decoder: msgspec.msgpack.Decoder[Any], data: bytes | msgspec.Raw) -> Any:
    try:
        return decoder.decode(data)
    except (UnicodeDecodeError, RecursionError) as error:  # Why: msgspec lets these two out as they are.
        raise msgspec.DecodeError(type(error).__name__) from error
