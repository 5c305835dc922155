"""Reducer of claims."""

from msgspec.structs import replace

from console.core.orders import ID_LONGEST, is_seen, said_once, with_seen
from console.core.reducing import reduces
from console.model.facts import CouponClaimed
from console.model.moment import At
from console.model.offer import CouponStatus
from console.model.state import State
from console.words.selling import CLAIM_COUPON_UNKNOWN, COUPON_OVERCLAIMED


@reduces(CouponClaimed)
def coupon_claimed(state: State, fact: CouponClaimed, at: At) -> State:
    """Counts once, and never more than there are."""
    if not 0 < len(fact.id) <= ID_LONGEST or is_seen(state, "claim", fact.id):
        return state
    state = with_seen(state, "claim", fact.id)
    coupon = state.show.coupons.get(fact.coupon)
    if coupon is None:
        return said_once(state, CLAIM_COUPON_UNKNOWN(coupon=fact.coupon[:80]), at)
    claimed = state.selling.coupons.get(fact.coupon, CouponStatus()).claimed
    if coupon.quota is not None and claimed >= coupon.quota:
        return said_once(state, COUPON_OVERCLAIMED(code=coupon.code, quota=coupon.quota), at)
    coupons = {**state.selling.coupons, fact.coupon: CouponStatus(claimed=claimed + 1)}
    return replace(state, selling=replace(state.selling, coupons=coupons))
