"""What a made-up audience buys, claims and writes, for rehearsals only. Pure functions of a seed and the State."""

import math
import random
from collections.abc import Iterable, Iterator

from console.model.comment import MADE_UP
from console.model.facts import CouponClaimed, GiveawayEntered, OrderPlaced
from console.model.offer import Offer
from console.model.product import Money
from console.model.selling import coupons_left, stock_left, units_left
from console.model.state import State

SLOT_US = 1_000_000
"""Show time of one slot: within it everything comes at once."""
APPETITE = 0.75, 1.1
"""Part of what there is that people want, least and most: some offers sell out and some do not."""
UNLIMITED_UNITS = 60
"""Wanted where nobody knows how many there are."""
UNITS_AN_ORDER = 1.2
"""On average."""
RUSH = 2.5
"""How much the first seconds of an offer are stronger than its last: e to this power."""
CLAIMS = 0.35
"""Part of a coupon's quota that is claimed during one offer."""
ENTRIES = 1, 5
"""Viewers who write the keyword in one slot, fewest and most."""
CROWD = 1_200
LETTERS = "あいうえおかきくけこさしすせそたちつてとなにのはひふまみもやゆよりわAEHKMNRSTY"

NICKNAMES = (
    *(
        "みかん",
        "ゆうた",
        "さくら",
        "こむぎ",
        "モカ",
        "たろう",
        "あずき",
        "りん",
        "ひなた",
        "ケンジ",
        "まめ",
        "つばさ",
    ),
    *("ことり", "なな", "ハル", "わかば", "Emi", "Ken", "Maru", "Sora", "ゆず", "あおい", "しずく", "つばさ"),
)


def made_up_names(viewers: Iterable[str]) -> dict[str, str]:
    """Names of those who are made up. They are in no file."""
    numbers = {viewer: viewer.removeprefix(MADE_UP) for viewer in viewers if viewer.startswith(MADE_UP)}
    return {
        viewer: f"{NICKNAMES[int(number) % len(NICKNAMES)]}{number}"
        for viewer, number in numbers.items()
        if number.isascii() and number.isdecimal()
    }


def orders(state: State, *, seed: int, offer: str, slot: int) -> Iterator[OrderPlaced]:
    """Orders of one slot (counted from the opening of the offer), never more units than are left."""
    plan, left = state.show.offers.get(offer), units_left(state, offer)
    if plan is None or state.selling.status(offer).phase != "live":
        return
    chance = _chance(seed, state.session.id, "order", offer, slot)
    wanted = _wanted_units(state, plan, seed, offer) / UNITS_AN_ORDER
    for number in range(_count(wanted, plan, slot, offset=_offset(state, seed, "order", offer))):
        units = 2 if chance.random() < 0.2 and (plan.per_buyer or 2) >= 2 else 1
        if left is not None and units > left:
            return
        left = None if left is None else left - units
        buyer = chance.randrange(CROWD)
        yield OrderPlaced(
            id=f"rehearsal-{offer}-{slot}-{number}",
            product=plan.product,
            units=units,
            total=Money(minor=plan.price.minor * units, currency=plan.price.currency),
            buyer=f"{MADE_UP}{buyer}",
            initials=f"{LETTERS[buyer % len(LETTERS)]}.",
        )


def claims(state: State, *, seed: int, offer: str, slot: int) -> Iterator[CouponClaimed]:
    """Claims of the offer's coupon in one slot, never more than its quota."""
    plan = state.show.offers.get(offer)
    left = coupons_left(state, plan.coupon) if plan is not None and plan.coupon else 0
    if plan is None or state.selling.status(offer).phase != "live" or not plan.coupon:
        return
    quota = state.show.coupons[plan.coupon].quota if plan.coupon in state.show.coupons else 0
    chance = _chance(seed, state.session.id, "claim", offer, slot)
    wanted = (UNLIMITED_UNITS if quota is None else quota) * CLAIMS
    count = _count(wanted, plan, slot, offset=_offset(state, seed, "claim", offer))
    for number in range(count if left is None else min(count, left)):
        buyer = f"{MADE_UP}{chance.randrange(CROWD)}"
        yield CouponClaimed(id=f"rehearsal-{offer}-{slot}-{number}", coupon=plan.coupon, buyer=buyer)


def entries(state: State, *, seed: int, slot: int) -> Iterator[GiveawayEntered]:
    """Who writes the keyword in one slot (of the show clock) while a giveaway is open."""
    if state.giveaway.phase != "open":
        return
    chance = _chance(seed, state.session.id, "entry", state.giveaway.giveaway, slot)
    for _ in range(chance.randint(*ENTRIES)):
        yield GiveawayEntered(f"{MADE_UP}{chance.randrange(CROWD)}")


def _wanted_units(state: State, plan: Offer, seed: int, offer: str) -> float:
    """In the whole window. From the plan, so that it does not shrink with what is sold."""
    product = state.show.products.get(plan.product)
    limits = [limit for limit in (plan.quantity, product.stock if product else None) if limit is not None]
    known = min(limits) if limits else stock_left(state, plan.product)
    appetite = _chance(seed, state.session.id, "appetite", offer, 0).uniform(*APPETITE)
    return appetite * (UNLIMITED_UNITS if known is None else known)


def _count(wanted: float, plan: Offer, slot: int, *, offset: float) -> int:
    """How many of all that are wanted fall into a slot: most at the beginning, in the whole window all."""
    before, after = (math.floor(wanted * _part(plan, at) + offset) for at in (slot, slot + 1))
    return after - before


def _part(plan: Offer, slot: int) -> float:
    """Part of all wishes that came before a slot."""
    through = min(1.0, max(0, slot) / max(1, plan.window_s))
    return (1 - math.exp(-RUSH * through)) / (1 - math.exp(-RUSH))


def _offset(state: State, seed: int, kind: str, offer: str) -> float:
    """Who comes first does not come at the same moment in each offer."""
    return _chance(seed, state.session.id, f"first {kind}", offer, 0).random()


def _chance(seed: int, session: str, kind: str, of: str, slot: int) -> random.Random:
    # Why: seeding by text is the same in every process, unlike `hash`.
    return random.Random(f"{seed}/{session}/{kind}/{of}/{slot}")
