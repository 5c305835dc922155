"""Which edits would surprise the air, and why they are refused. Outside a session everything may be edited."""

from collections.abc import Iterator

from msgspec.structs import asdict

from console.core.offer_rules import OVER, name_of
from console.errors import Message
from console.model.base import Entity
from console.model.destination import Rendition
from console.model.giveaway import Giveaway
from console.model.offer import Offer
from console.model.product import Coupon, Product
from console.model.rundown import Segment
from console.model.selling import offer_of
from console.model.show import Show
from console.model.show_rules import problems
from console.model.state import State
from console.words.selling import (
    EDIT_CANVAS_ON_AIR,
    EDIT_COUPON_ON_AIR,
    EDIT_GIVEAWAY_RUNS,
    EDIT_OFFER_OVER,
    EDIT_OFFER_RUNS,
    EDIT_PRODUCT_ON_AIR,
    EDIT_SEGMENT_ON_AIR,
)

PRICE = frozenset({"price", "was_price", "was_basis", "tax_included"})
COUPON = frozenset({"code", "discount", "quota", "valid_from", "valid_until"})
PLAYED = frozenset({"scene", "product", "cues"})
PICTURE = frozenset({"canvas", "encoder"})


def why_not_edit(state: State, key: str, before: Entity, after: Entity) -> Message | None:
    """What forbids to make `after` of the entity `before` now; None: nothing."""
    if not state.session.running:
        return None
    changed = {name for name, value in asdict(after).items() if value != getattr(before, name)}
    return next(_objections(state, key, before, changed), None)


def new_problem(before: Show, after: Show) -> Message | None:
    """The first thing that is wrong with a show since its edit; None: nothing that was not wrong before."""
    known = problems(before)
    return next((problem for problem in problems(after) if problem not in known), None)


def _objections(state: State, key: str, before: Entity, changed: set[str]) -> Iterator[Message]:
    match before:
        case Offer():
            yield from _against_offer(state, key)
        case Product() if changed & PRICE and (state.explaining.product == key or _is_promised(state, key)):
            yield EDIT_PRODUCT_ON_AIR(name=before.short_name or before.name)
        case Coupon() if changed & COUPON and _is_used(state, key):
            yield EDIT_COUPON_ON_AIR(code=before.code)
        case Segment() if changed & PLAYED and state.rundown.on_air == key:
            yield EDIT_SEGMENT_ON_AIR(name=before.name)
        case Giveaway() if state.giveaway.giveaway == key and state.giveaway.phase in {"open", "closed"}:
            yield EDIT_GIVEAWAY_RUNS(prize=before.prize)
        case Rendition() if changed & PICTURE:
            yield EDIT_CANVAS_ON_AIR(rendition=key)


def _against_offer(state: State, key: str) -> Iterator[Message]:
    status = state.selling.status(key)
    if status.is_running:
        yield EDIT_OFFER_RUNS(name=name_of(state, key))
    if status.phase in OVER:
        yield EDIT_OFFER_OVER(name=name_of(state, key))


def _is_promised(state: State, product: str) -> bool:
    offer = offer_of(state, product)
    return offer is not None and state.selling.status(offer).is_running


def _is_used(state: State, coupon: str) -> bool:
    running = (key for key, status in state.selling.offers.items() if status.is_running)
    return any(state.show.offers[key].coupon == coupon for key in running if key in state.show.offers)
