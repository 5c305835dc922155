"""What is done only on purpose: it is armed first, used once, and forgotten after a minute.

One guard for the button, the key, the command line and a remote: the reducers ask here, whoever asked them.
"""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import Arm, Disarm
from console.model.moment import At
from console.model.session import ARMED_US, Guarded
from console.model.state import State
from console.words.core import NO_SESSION
from console.words.guards import NOT_ARMED_TO_END, NOT_ARMED_TO_GO_LIVE

_NOT_ARMED = {"go_live": NOT_ARMED_TO_GO_LIVE, "end": NOT_ARMED_TO_END}


@reduces(Arm)
def arm(state: State, command: Arm, at: At) -> State:
    """Allowed from now on for a minute; what was armed before is not."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    until_us = at.wall_us + ARMED_US
    return replace(state, session=replace(state.session, armed=command.action, armed_until_us=until_us))


@reduces(Disarm)
def disarm(state: State, command: Disarm, at: At) -> State:
    """Nothing is armed. Never refused."""
    return disarmed(state)


def disarmed(state: State) -> State:
    """Nothing is armed."""
    return replace(state, session=replace(state.session, armed="", armed_until_us=0))


def used(state: State, action: Guarded, at: At) -> State:
    """What was armed is used up; raises `Refused` if it was not, or too long ago."""
    if not state.session.is_armed(action, at.wall_us):
        raise Refused(_NOT_ARMED[action]())
    return disarmed(state)


def is_sent(state: State) -> bool:
    """Somebody may be watching: the session is live, or something is to be sent."""
    return state.session.phase == "live" or any(status.wanted for status in state.destinations.values())
