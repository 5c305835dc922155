"""Reducers of offers: one state machine, forward only."""

from typing import Any

from msgspec.structs import replace

from console.core.faults import cleared, noticed, raised
from console.core.offer_rules import name_of, price_mismatch, why_not_air, why_not_arm, why_not_start
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import ArmOffer, EndOffer, ExtendOffer, OpenPrice, StartOffer, WithdrawOffer
from console.model.facts import OfferClosed, OfferOpened
from console.model.moment import At
from console.model.offer import REASON_LONGEST, Extension, OfferStatus, Selling
from console.model.selling import units_left
from console.model.selling_rules import WINDOW_S
from console.model.state import State
from console.words.core import NO_SESSION
from console.words.selling import (
    EXTENSION_OUT_OF_RANGE,
    NO_SUCH_OFFER,
    OFFER_DID_NOT_OPEN,
    OFFER_NOT_ACTIVE,
    OFFER_NOT_LIVE,
    OFFER_OVER,
    OFFER_PRICE_DIFFERS,
    OFFER_SOLD_OUT,
    REASON_MISSING,
    REASON_TOO_LONG,
)


@reduces(ArmOffer)
def arm_offer(state: State, command: ArmOffer, at: At) -> State:
    """Ready, if everything about it matches."""
    problem = why_not_arm(state, command.offer, wall_us=at.wall_us)
    if problem is not None:
        raise Refused(problem)
    price_open = not state.show.offers[command.offer].price_hidden
    return _moved(state, command.offer, at, phase="armed", price_open=price_open)


@reduces(StartOffer)
def start_offer(state: State, command: StartOffer, at: At) -> State:
    """The countdown begins; both its ends are fixed now."""
    problem = why_not_start(state, command.offer, wall_us=at.wall_us)
    if problem is not None:
        raise Refused(problem)
    plan = state.show.offers[command.offer]
    opens_us = at.show_us + plan.precount_s * 1_000_000
    ends_us = opens_us + plan.window_s * 1_000_000
    phase = "counting" if plan.precount_s else "live"
    state = _moved(state, command.offer, at, phase=phase, opens_us=opens_us, ends_us=ends_us)
    return cleared(state, fault_of(command.offer))


@reduces(OpenPrice)
def open_price(state: State, command: OpenPrice, at: At) -> State:
    """??? becomes the price; one that is open stays open."""
    status = _known(state, command.offer)
    if not status.is_active:
        raise Refused(OFFER_NOT_ACTIVE(name=name_of(state, command.offer)))
    return _with(state, command.offer, replace(status, price_open=True))


@reduces(ExtendOffer)
def extend_offer(state: State, command: ExtendOffer, at: At) -> State:
    """A later end, on record with its reason. What is over by the clock is over, even if nobody said so yet."""
    status, reason = _known(state, command.offer), _reason(command.reason)
    name = name_of(state, command.offer)
    if status.phase != "live" or at.show_us >= status.ends_us:
        raise Refused(OFFER_NOT_LIVE(name=name))
    longest_s = WINDOW_S[1]
    left_s = longest_s - -(-(status.ends_us - status.opens_us) // 1_000_000)
    if not 1 <= command.by_s <= left_s:
        raise Refused(EXTENSION_OUT_OF_RANGE(name=name, longest_s=longest_s, left_s=max(0, left_s)))
    extension = Extension(by_s=command.by_s, reason=reason, at_us=at.show_us)
    ends_us = status.ends_us + command.by_s * 1_000_000
    longer = replace(status, ends_us=ends_us, extensions=(*status.extensions, extension))
    return _with(state, command.offer, longer)


@reduces(EndOffer)
def end_offer(state: State, command: EndOffer, at: At) -> State:
    """Closed by hand."""
    status = _known(state, command.offer)
    if status.phase != "live":
        raise Refused(OFFER_NOT_LIVE(name=name_of(state, command.offer)))
    return _over(state, command.offer, at, phase="ended", ends_us=min(status.ends_us, at.show_us))


@reduces(WithdrawOffer)
def withdraw_offer(state: State, command: WithdrawOffer, at: At) -> State:
    """Taken back for good, on record with its reason."""
    status, reason = _known(state, command.offer), _reason(command.reason)
    if status.phase != "draft" and not status.is_active:
        raise Refused(OFFER_OVER(name=name_of(state, command.offer)))
    return _over(state, command.offer, at, phase="withdrawn", withdrawn_for=reason)


@reduces(OfferOpened)
def offer_opened(state: State, fact: OfferOpened, at: At) -> State:
    """Live, unless the world has changed since the start: then it waits, armed, and people are told why."""
    status = state.selling.status(fact.offer)
    if status.phase != "counting" or at.show_us < status.opens_us:
        return state
    problem = why_not_air(state, fact.offer, wall_us=at.wall_us)
    if problem is None:
        return _moved(state, fact.offer, at, phase="live")
    state = _moved(state, fact.offer, at, phase="armed", opens_us=0, ends_us=0)
    state = noticed(state, OFFER_DID_NOT_OPEN(name=name_of(state, fact.offer)), at)
    return raised(state, fault_of(fact.offer), problem, at)


@reduces(OfferClosed)
def offer_closed(state: State, fact: OfferClosed, at: At) -> State:
    """The window is over, unless it was made longer meanwhile."""
    status = state.selling.status(fact.offer)
    if status.phase != "live" or at.show_us < status.ends_us:
        return state
    return _over(state, fact.offer, at, phase="ended")


def fault_of(offer: str) -> str:
    """Key of the Fault of an offer."""
    return f"offer/{offer}"


def sold_out(state: State, product: str, at: At) -> State:
    """Every running offer of the product that has nothing left is over."""
    for offer, status in state.selling.offers.items():
        plan = state.show.offers.get(offer)
        if plan is not None and plan.product == product and status.is_running and units_left(state, offer) == 0:
            state = _over(state, offer, at, phase="sold_out")
            state = noticed(state, OFFER_SOLD_OUT(name=name_of(state, offer)), at)
    return state


def compared(state: State, at: At) -> State:
    """With a Fault for every active offer whose price is not the shop's, and without those that are settled."""
    for offer, status in state.selling.offers.items():
        problem = price_mismatch(state, offer) if status.is_active else None
        if problem is not None:
            state = raised(state, fault_of(offer), problem, at)
        elif _is_settled(state, offer):
            state = cleared(state, fault_of(offer))
    return state


def disarmed(state: State, offer: str, at: At) -> State:
    """An armed offer whose terms were edited is a draft again; nothing of it was promised on air."""
    if state.selling.status(offer).phase != "armed":
        return state
    return cleared(_moved(state, offer, at, phase="draft", price_open=False), fault_of(offer))


def closed(state: State, at: At) -> State:
    """After the session nothing is offered: what was open has ended, what was not never opens."""
    for offer, status in state.selling.offers.items():
        if status.phase == "live":
            state = _over(state, offer, at, phase="ended", ends_us=min(status.ends_us, at.show_us))
        elif status.is_active:
            state = _over(state, offer, at, phase="withdrawn")
    return state


def _is_settled(state: State, offer: str) -> bool:
    """The Fault of an offer that did not open for another reason than its price stays until it is started or over."""
    fault = state.faults.get(fault_of(offer))
    is_about_price = fault is not None and fault.message.code == OFFER_PRICE_DIFFERS.code
    return is_about_price or not state.selling.status(offer).is_active


def _known(state: State, offer: str) -> OfferStatus:
    if not state.session.running:
        raise Refused(NO_SESSION())
    if offer not in state.show.offers:
        raise Refused(NO_SUCH_OFFER(offer=offer))
    return state.selling.status(offer)


def _reason(reason: str) -> str:
    words = reason.strip()
    if not words:
        raise Refused(REASON_MISSING())
    if len(words) > REASON_LONGEST:
        raise Refused(REASON_TOO_LONG(longest=REASON_LONGEST))
    return words


def _over(state: State, offer: str, at: At, **changes: Any) -> State:
    return cleared(_moved(state, offer, at, **changes), fault_of(offer))


def _moved(state: State, offer: str, at: At, **changes: Any) -> State:
    return _with(state, offer, replace(state.selling.status(offer), changed_us=at.show_us, **changes))


def _with(state: State, offer: str, status: OfferStatus) -> State:
    selling: Selling = replace(state.selling, offers={**state.selling.offers, offer: status})
    return replace(state, selling=selling)
