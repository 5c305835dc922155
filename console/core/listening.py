"""Reducer of who listens to what at the engine."""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import Listen
from console.model.listening import LOUDEST_DB, PROGRAM, SOFTEST_DB, Listening
from console.model.moment import At
from console.model.show import Show
from console.model.state import State
from console.words.core import LISTENING_OUT_OF_RANGE, NO_SUCH_STRIP


@reduces(Listen)
def listen(state: State, command: Listen, at: At) -> State:
    """Heard from now on, with or without a session; the device is opened when it is there."""
    if not _is_there(command.carries, state.show):
        raise Refused(NO_SUCH_STRIP(strip=command.carries))
    if not SOFTEST_DB <= command.gain_db <= LOUDEST_DB:
        raise Refused(LISTENING_OUT_OF_RANGE(low=SOFTEST_DB, high=LOUDEST_DB))
    wanted = Listening(device=command.device, carries=command.carries, gain_db=command.gain_db)
    return replace(state, listening=wanted)


def within(listening: Listening, show: Show) -> Listening:
    """Whoever listens to a strip that another show does not have hears Program."""
    return listening if _is_there(listening.carries, show) else replace(listening, carries=PROGRAM)


def _is_there(carries: str, show: Show) -> bool:
    return carries == PROGRAM or carries in show.sources
