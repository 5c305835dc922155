"""Reducers of the central act: which product is being explained."""

from msgspec.structs import replace

from console.core.overlays import shown
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import EndExplaining, Explain, UndoExplain
from console.model.moment import At
from console.model.rundown import Explaining
from console.model.state import State
from console.words.core import NO_SESSION
from console.words.selling import NO_SUCH_PRODUCT, NOTHING_TO_UNDO

UNDO_US = 5_000_000
"""How long a wrong one can be taken back. Show time."""
CARD = "product_card"
"""Kind of the graphic that shows what is explained, unless its settings name a product."""


@reduces(Explain)
def explain(state: State, command: Explain, at: At) -> State:
    """The one before is over; everything that follows the explaining follows this product."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    return explained(state, command.product, at)


@reduces(EndExplaining)
def end_explaining(state: State, command: EndExplaining, at: At) -> State:
    """Nothing is explained."""
    return replace(state, explaining=Explaining())


@reduces(UndoExplain)
def undo_explain(state: State, command: UndoExplain, at: At) -> State:
    """As if it had not been said: what was explained before goes on since when it was."""
    now = state.explaining
    if not now.product or at.show_us > now.undo_until_us:
        raise Refused(NOTHING_TO_UNDO(seconds=UNDO_US // 1_000_000))
    return replace(state, explaining=Explaining(product=now.before, since_us=now.before_since_us))


def explained(state: State, product: str, at: At) -> State:
    """With this product explained and its card on air; raises `Refused` if the show does not have it."""
    if product not in state.show.products:
        raise Refused(NO_SUCH_PRODUCT(product=product))
    before = state.explaining
    if before.product == product:
        return state
    now = Explaining(
        product=product,
        since_us=at.show_us,
        before=before.product,
        before_since_us=before.since_us,
        undo_until_us=at.show_us + UNDO_US,
    )
    state = replace(state, explaining=now)
    for key, overlay in state.show.overlays.items():
        if overlay.kind == CARD and not overlay.settings.get("product"):
            state = shown(state, key, at)
    return state
