"""A session that is over: what is left of the program, its journal, and what the as-run tells of it."""

from dataclasses import dataclass
from pathlib import Path

from console.model.entry import Entry
from console.model.state import State
from tests.support import as_run
from tests.support.program import Ended, Program


@dataclass(frozen=True)
class PastSession:
    """Made by `past_session`."""

    ended: Ended
    entries: list[Entry]
    state: State
    """The last."""
    told: Ended
    """What `honban asrun` said of it."""

    def lines(self, *words: str) -> list[str]:
        """Lines of the as-run with all these words."""
        return [line for line in self.told.out.splitlines() if all(word in line for word in words)]


def past_session(home: Path, ended: Ended) -> PastSession:
    """The newest session of that home."""
    state = as_run.state(home)
    with Program("asrun", state.session.id, home=home, lines=()) as program:
        told = program.ended()
    return PastSession(ended, as_run.entries(home), state, told)
