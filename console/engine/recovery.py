"""Where an engine begins: empty, or where the one before it broke off."""

import logging
from dataclasses import dataclass, field
from pathlib import Path

from console.core.session import forgotten
from console.core.store import replayed
from console.engine.order import Order
from console.errors import ConsoleError, Message
from console.library.replay import recovered
from console.library.sessions import journal_path, newest_session
from console.model.facts import SessionLost, SessionResumed
from console.model.moment import At
from console.model.state import State
from console.words.engine import JOURNAL_NOT_RESUMED

log = logging.getLogger(__name__)

TOO_OLD_US = 120_000_000
"""An engine that was away longer puts nothing on air by itself."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The State to begin with and what there is to say about it."""

    state: State = field(default_factory=State)
    fact: SessionResumed | SessionLost | None = None
    then: At | None = None
    """The clocks when the one before was last heard of; None: nobody knows."""
    problem: Message | None = None
    """Why nothing is resumed although something was to be."""


def beginning(order: Order, *, wall_us: int) -> Beginning:
    """What the order and the journals say; a journal that cannot be read is left alone and nothing is resumed."""
    try:
        path = _path(order)
        if path is None:
            return Beginning()
        found = recovered(path)
        state = forgotten(replayed(found.state, found.entries))
    except ConsoleError as error:
        return _nothing(error, error.message)
    except Exception as error:  # noqa: BLE001 - whatever a damaged journal brings about, an engine starts
        return _nothing(error, JOURNAL_NOT_RESUMED(reason=type(error).__name__))
    if not state.session.running:
        return Beginning()
    is_fresh = abs(wall_us - found.last_wall_us) < TOO_OLD_US
    return Beginning(state, SessionResumed() if is_fresh else SessionLost(), found.last_at or state.session.started)


def _nothing(error: Exception, problem: Message) -> Beginning:
    log.warning("nothing resumed: %s", error)
    return Beginning(problem=problem)


def _path(order: Order) -> Path | None:
    match order.resume:
        case "never":
            return None
        case "session":
            path = journal_path(order.session)
            return path if path.exists() else None
        case "newest":
            newest = newest_session()
            return newest.path if newest else None
