"""What passes between an engine and its parent: JSON, one line a message."""

from typing import Literal

import msgspec

from console.errors import Message
from console.model.destination import DestinationStatus
from console.model.fault import Fault, Notice
from console.model.recording import Recording
from console.model.session import Session
from console.model.state import State


class Order(msgspec.Struct, frozen=True, omit_defaults=True):
    """First line to an engine: how to begin."""

    resume: Literal["never", "newest", "session"] = "never"
    """Go on with the newest session, with `session`, or with none."""
    session: str = ""
    autopilot: bool = False
    """Rehearsals run by themselves, as planned, before an audience that buys."""
    token: str = ""
    """What seats of this machine have to say; empty: a new one. A parent keeps it through restarts."""
    port: int = 0
    """Where seats of this machine attached before; 0: any."""
    listen: str = ""
    """`host:port` for seats on other machines; empty: there are none."""
    comments_a_second: float | None = None
    """How many a rehearsal's made-up audience writes, at most 100; None: as usual for the show."""
    audience: bool = False
    """A made-up audience is counted on real shows too: for trials of a show that is made on the fly."""
    verdicts: str = ""
    """Folder for what a rehearsal's receivers saw, a file for each destination; empty: it is not kept."""
    alone_s: float = 0.0
    """End by itself when no session has run and no seat has been attached for so long; 0: never."""
    secrets: dict[str, str] = {}
    """Keys that are in no vault, by reference. They travel through the pipe only."""


class Ask(msgspec.Struct, frozen=True, omit_defaults=True):
    """A command to an engine, or the end of it."""

    id: int = 0
    command: msgspec.Raw = msgspec.Raw(b"")
    """JSON of one of `console.model.commands`; empty: none."""
    close: bool = False


class Answer(msgspec.Struct, frozen=True, tag="answer", omit_defaults=True):
    """What became of a command."""

    id: int
    refused: Message | None = None


class News(msgspec.Struct, frozen=True, tag="news", omit_defaults=True):
    """The State as far as a parent needs it, after a change."""

    revision: int
    session: Session
    destinations: dict[str, DestinationStatus] = {}
    recording: Recording = Recording()
    faults: dict[str, Fault] = {}
    notices: tuple[Notice, ...] = ()


def news_of(state: State) -> News:
    """What a parent hears of this State."""
    return News(
        revision=state.revision,
        session=state.session,
        destinations=state.destinations,
        recording=state.recording,
        faults=state.faults,
        notices=state.notices,
    )


class Listens(msgspec.Struct, frozen=True, tag="listens"):
    """Where seats of this machine attach, and where those on others; 0: nowhere."""

    port: int
    public_port: int = 0


class Broken(msgspec.Struct, frozen=True, tag="broken"):
    """The engine could not start; why."""

    message: Message
