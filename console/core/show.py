"""Reducers of the open show: opening another one, editing this one."""

from itertools import chain

from msgspec.structs import replace

from console.core.air_rules import why_not_on_air
from console.core.destinations import renewed
from console.core.edit_rules import new_problem, why_not_edit
from console.core.faults import lasting
from console.core.leftovers import why_not_remove, without
from console.core.listening import within
from console.core.offers import disarmed
from console.core.reducing import reduces
from console.core.references import in_words
from console.core.rundown import follower, with_next
from console.core.show_edits import KINDS, Step, changed, entities, entity
from console.errors import Message, Refused
from console.model.commands import Add, Edit, EditTogether, OpenShow, Remove, SetEditOnAir
from console.model.destination import Destination
from console.model.facts import ShowKept
from console.model.kept import Kept
from console.model.moment import At
from console.model.show import Show
from console.model.state import State
from console.words.core import NO_SESSION, NO_SUCH_RENDITION, SESSION_RUNS
from console.words.edits import RATE_STAYS, RENDITIONS_STAY, TOO_MANY_STEPS
from console.words.selling import EDIT_SEGMENT_ON_AIR

MOST_STEPS = 1_000
"""Of one edit: a whole table of products, and more than a person does."""


@reduces(OpenShow)
def open_show(state: State, command: OpenShow, at: At) -> State:
    """Another show is open, with nothing known about it yet."""
    if state.session.running:
        raise Refused(SESSION_RUNS())
    show = replace(command.show, edits=_newest_edit(command.show))
    return State(
        revision=state.revision,
        show=show,
        kept=Kept(openings=state.kept.openings + 1),
        host=replace(state.host, question=""),
        listening=within(state.listening, show),
        faults=lasting(state),
        notices=state.notices,
        forgetting=state.forgetting,
    )


@reduces(ShowKept)
def show_kept(state: State, fact: ShowKept, at: At) -> State:
    """As far as that the open show is on disk. Of another show's folder nothing is heard any more."""
    if fact.folder != state.show.folder or fact.edits < state.kept.edits:
        return state
    return replace(state, kept=replace(state.kept, digest=fact.digest, edits=fact.edits))


@reduces(Edit)
def edit(state: State, command: Edit, at: At) -> State:
    """Fields of one entity change; refused: from an older revision, what makes the show unsound, what viewers see."""
    return _edited(state, (command,), at)


@reduces(Add)
def add(state: State, command: Add, at: At) -> State:
    """The show has one entity more."""
    return _edited(state, (command,), at)


@reduces(Remove)
def remove(state: State, command: Remove, at: At) -> State:
    """The show has one entity less, and State says nothing more of it."""
    return _edited(state, (command,), at)


@reduces(EditTogether)
def edit_together(state: State, command: EditTogether, at: At) -> State:
    """All of them or none; what is unsound in between does not matter."""
    if len(command.steps) > MOST_STEPS:
        raise Refused(TOO_MANY_STEPS(most=MOST_STEPS, count=len(command.steps)))
    return _edited(state, command.steps, at)


@reduces(SetEditOnAir)
def set_edit_on_air(state: State, command: SetEditOnAir, at: At) -> State:
    """Edits may touch Program from now on, or no more."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    return replace(state, session=replace(state.session, edit_on_air=command.on))


def _edited(state: State, steps: tuple[Step, ...], at: At) -> State:
    before, number = state.show, state.show.edits + 1
    made: list[Step] = []
    for step in steps:
        after = changed(state.show, step, number)
        if after is state.show:
            continue
        problem = _objection(state, step, after)
        if problem is not None:
            raise Refused(problem)
        state = _with(state, step, after, at)
        made.append(step)
    problem = new_problem(before, state.show) if made else None
    if problem is not None:
        raise Refused(in_words(problem, before, tuple(step for step in made if isinstance(step, Remove))))
    for step in made:
        state = _followed(state, step, before)
    return state


def _objection(state: State, step: Step, after: Show) -> Message | None:
    """What forbids the step now, of what is on air and of what was promised; None: nothing."""
    if isinstance(step, Remove):
        problem = why_not_remove(state, step.area, step.id)
    else:
        problem = _why_not_change(state, step, after)
    return problem or why_not_on_air(state, step.area, step.id, after)


def _why_not_change(state: State, step: Edit | Add, after: Show) -> Message | None:
    known, fresh = entity(state.show, step.area, step.id), entity(after, step.area, step.id)
    if isinstance(fresh, Destination) and fresh.rendition not in state.show.renditions:
        return NO_SUCH_RENDITION(rendition=fresh.rendition)
    if known is not None and fresh is not None and known is not state.show:
        return why_not_edit(state, step.id, known, replace(fresh, revision=known.revision))
    if not state.session.running:
        return None
    if step.area == "renditions":
        return RENDITIONS_STAY()
    return RATE_STAYS() if after.rate != state.show.rate else None


def _with(state: State, step: Step, after: Show, at: At) -> State:
    """The step is made; what was made ready from the entity is made ready from what it is now."""
    known, state = entity(state.show, step.area, step.id), replace(state, show=after)
    if isinstance(step, Remove):
        return without(state, step.area, step.id)
    fresh = entity(after, step.area, step.id)
    if isinstance(known, Destination) and isinstance(fresh, Destination):
        return state if _leads_to(known) == _leads_to(fresh) else renewed(state, step.id)
    return disarmed(state, step.id, at) if step.area == "offers" else state


def _leads_to(destination: Destination) -> tuple[str, ...]:
    return destination.server, destination.key, destination.ca_file


def _followed(state: State, step: Step, before: Show) -> State:
    """The running order follows the plan; Preview follows its segment."""
    if step.area == "show" and state.show.rundown != before.rundown:
        return _reordered(state)
    if step.area == "segments" and state.rundown.on_preview == step.id:
        return with_next(state, state.rundown.next)
    return state


def _reordered(state: State) -> State:
    """What is on air stays so; a Next that is no longer planned gives way to the one after it."""
    status, order = state.rundown, state.show.rundown
    if order == status.order or (not status.order and not state.session.running):
        return state
    if status.on_air is not None and status.on_air not in order:
        raise Refused(EDIT_SEGMENT_ON_AIR(name=state.show.segments[status.on_air].name))
    state = replace(state, rundown=replace(status, order=order))
    return state if status.next in order else with_next(state, follower(order, status.on_air))


def _newest_edit(show: Show) -> int:
    """A show that another engine edited goes on from there."""
    once = (show, show.audio, show.theme, show.targets)
    every = chain(once, *(entities(show, area).values() for area in KINDS))
    return max(show.edits, *(one.revision for one in every))
