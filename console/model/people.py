"""Which viewers a State speaks of, by id. Names are not in it: `console.supervise.name_book` has them."""

from collections.abc import Iterator

from console.model.comment import BeforePin
from console.model.state import State


def viewers_shown(state: State) -> frozenset[str]:
    """Those whose names a graphic or a face may want now."""
    return frozenset(viewer for viewer in _shown(state) if viewer)


def viewers_in(state: State) -> frozenset[str]:
    """Everybody of whom it holds anything."""
    return frozenset(viewer for viewer in _all(state) if viewer)


def _shown(state: State) -> Iterator[str]:
    pinned, comment = state.audience.pinned, state.audience.comment
    yield from (one.viewer for one in (pinned, comment) if one is not None)
    yield from state.giveaway.winners
    yield from (comment.viewer for comment in state.comments.values())
    for question in state.questions.values():
        yield from question.viewers
    yield from state.muted
    if state.audience.before_pin is not None:
        yield from viewers_before(state.audience.before_pin)


def viewers_before(pin: BeforePin) -> Iterator[str]:
    """Those of whom a pin that can be brought back speaks."""
    yield from (one.viewer for one in (pin.pinned, pin.comment) if one is not None)
    if pin.question is not None:
        yield from pin.question.viewers


def _all(state: State) -> Iterator[str]:
    yield from _shown(state)
    yield from state.giveaway.entries
    yield from (order.buyer for order in state.selling.toasts)
    for status in state.selling.offers.values():
        yield from status.bought
    yield from state.forgetting
