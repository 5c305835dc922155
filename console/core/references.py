"""Why something cannot be removed: what else of the show needs it, by name."""

from console.core.names import called
from console.core.show_edits import entities
from console.errors import Message
from console.model.commands import EditArea, Remove
from console.model.show import Show
from console.words import edits as words
from console.words.planning import SHOW_NAMES_NOTHING
from console.words.saying import Saying

_BY: dict[EditArea, Saying] = {
    "scenes": words.USED_BY_SCENE,
    "segments": words.USED_BY_SEGMENT,
    "offers": words.USED_BY_OFFER,
    "answers": words.USED_BY_ANSWER,
    "destinations": words.USED_BY_DESTINATION,
}
_ONCE = {"audio": words.USED_BY_STRIP, "rundown": words.USED_BY_RUNDOWN, "opening": words.USED_BY_OPENING}


def in_words(problem: Message, before: Show, removals: tuple[Remove, ...]) -> Message:
    """A problem of the show, said as what it is: something that is to be removed is needed. Else the problem."""
    if problem.code != SHOW_NAMES_NOTHING.code:
        return problem
    path, name, area = (str(problem.params[gap]) for gap in ("path", "name", "area"))
    gone = next((step for step in removals if (step.area, step.id) == (area, name)), None)
    if gone is None:
        return problem
    what = called(before, name, entities(before, gone.area)[name])
    for start, saying in _ONCE.items():
        if path.startswith(start):
            return saying(name=what)
    where, _, rest = path.partition(".")
    for one, saying in _BY.items():
        if one == where:
            return saying(name=what, by=_referrer(before, one, rest))
    return problem


def _referrer(show: Show, area: EditArea, rest: str) -> str:
    """An id may hold points: the longest that fits is meant."""
    there = entities(show, area)
    keys = [key for key in there if rest == key or rest.startswith((f"{key}.", f"{key}["))]
    key = max(keys, key=len, default=rest)
    return called(show, key, there.get(key))
