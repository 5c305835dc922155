"""Whatever is commanded and told in whatever order, nothing is shown of a sale that is not so."""

from contextlib import suppress
from itertools import pairwise
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from console.core.due import coming
from console.core.store import replayed
from console.errors import Refused
from console.model import commands
from console.model.commands import Edit, StartSession
from console.model.entry import Entry, Event, decode_event, encode_event
from console.model.facts import OfferClosed, OfferOpened, PriceSynced
from console.model.offer import Offer, OfferPhase
from console.model.product import Money
from console.model.selling import offer_shown, price_shown, products_shown, stock_left, units_left
from console.model.state import State
from tests.support import events
from tests.support.arming import END
from tests.support.invariants import broken, survives_the_journal
from tests.support.ledger import Ledger
from tests.support.sale import SALE, S, order, selling_desk

STEPS: dict[OfferPhase, set[OfferPhase]] = {
    "draft": {"armed", "withdrawn"},
    "armed": {"counting", "live", "withdrawn", "draft"},
    "counting": {"live", "sold_out", "withdrawn", "armed"},
    "live": {"ended", "sold_out", "withdrawn"},
    "ended": set(),
    "sold_out": set(),
    "withdrawn": set(),
}
"""armed → draft only by an edit, counting → armed only by a mismatch at the opening."""


class AnySale(RuleBasedStateMachine):
    """A show that sells, a person who presses anything, shops that tell anything, a clock that runs."""

    seen: ClassVar[set[str]] = set()
    """Phases that any offer came to or from in any run."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = selling_desk()
        self.ledger = Ledger(SALE)
        self.promised: dict[str, Offer] = {}
        """Terms of the offers that run, as they were when they began to."""

    @rule(event=events.SELLING | events.SALES)
    def something_is_said(self, event: Event) -> None:
        before = self.desk.state
        try:
            self.say(event)
        except Refused:
            assert self.desk.state is before

    @rule(fact=events.SALES)
    def a_fact_comes_twice(self, fact: Event) -> None:
        once = self.say(fact)
        assert self.say(fact) is once

    @rule(offer=st.sampled_from(sorted(SALE.offers)), until_open=st.booleans())
    def a_producer_sells(self, offer: str, until_open: bool) -> None:  # noqa: FBT001 - drawn
        plan = self.desk.state.show.offers[offer]
        self.say(PriceSynced(plan.product, plan.price))
        for command in (commands.ArmOffer(offer), commands.StartOffer(offer)):
            with suppress(Refused):
                self.say(command)
        if until_open:
            self.desk.wait(max(0, self.desk.state.selling.status(offer).opens_us - self.desk.clocks.now().show_us))
            self.say(OfferOpened(offer))

    @rule(offer=st.sampled_from(sorted(SALE.offers)), command=st.sampled_from([commands.EndOffer, None]))
    def a_producer_takes_it_back(self, offer: str, command: type[commands.EndOffer] | None) -> None:
        with suppress(Refused):
            self.say(commands.WithdrawOffer(offer, "傷") if command is None else command(offer))

    @rule()
    def the_clock_runs_to_what_is_due(self) -> None:
        for due in coming(self.desk.state)[:1]:
            self.desk.wait(max(0, due.show_us - self.desk.clocks.now().show_us))
            self.say(due.fact)

    @rule(
        key=events.IDS | st.uuids().map(str),
        product=st.sampled_from(["tea", "cup"]),
        units=st.integers(1, 12),
        buyer=events.PEOPLE,
    )
    def somebody_buys(self, key: str, product: str, units: int, buyer: str) -> None:
        once = self.say(order(key, product, units, buyer=buyer))
        assert self.say(order(key, product, units, buyer=buyer)) is once

    @rule(key=st.uuids().map(str), extra=st.sampled_from([-1, 0, 0, 1]))
    def somebody_buys_about_all_that_is_left(self, key: str, extra: int) -> None:
        for offer, terms in self.promised.items():
            left = units_left(self.desk.state, offer)
            if left is not None and left + extra > 0:
                self.say(order(f"{key} {offer}", terms.product, left + extra))
                break

    @rule(offer=st.sampled_from(sorted(SALE.offers)), minor=st.sampled_from([980, 1480, 2800]))
    def a_planner_changes_a_price(self, offer: str, minor: int) -> None:
        with suppress(Refused):
            self.say(Edit("offers", offer, {"price": {"minor": minor}}, self.desk.state.revision))

    @rule(fact=st.sampled_from([OfferOpened, OfferClosed]), offer=st.sampled_from(sorted(SALE.offers)))
    def somebody_tells_it_at_any_time(self, fact: type[OfferOpened | OfferClosed], offer: str) -> None:
        before, now_us = self.desk.state.selling.status(offer), self.desk.clocks.now().show_us
        after = self.say(fact(offer)).selling.status(offer)
        if fact is OfferOpened and now_us + 1_000 < before.opens_us:
            assert after == before, "not before its time"
        if fact is OfferClosed and now_us + 1_000 < before.ends_us:
            assert after == before, "not before its end"

    @rule(seconds=st.integers(0, 400), on_time=st.booleans())
    def time_passes(self, seconds: int, on_time: bool) -> None:  # noqa: FBT001 - drawn
        self.desk.wait(seconds * S)
        if on_time:
            for due in coming(self.desk.state):
                if due.show_us <= self.desk.clocks.now().show_us:
                    self.say(due.fact)

    @rule(is_tired=st.sampled_from([False] * 19 + [True]))
    def the_session_ends_and_another_begins(self, is_tired: bool) -> None:  # noqa: FBT001 - drawn
        if not is_tired:
            return
        known = self.desk.state.selling
        assert broken(self.desk.do(*END)) == []
        self.desk.do(StartSession("again"))
        self.promised = {}
        assert self.desk.state.selling.stock == known.stock
        stock = self.ledger.stock
        self.ledger = Ledger(SALE)
        self.ledger.stock = stock
        self.ledger._ids = {key.removeprefix("order:") for key in known.seen if key.startswith("order:")}

    def say(self, event: Event) -> State:
        before = self.desk.state
        after = self.desk.do(event)
        self.ledger.write(event, before)
        for key in before.selling.offers.keys() | after.selling.offers.keys():
            old, new = before.selling.status(key).phase, after.selling.status(key).phase
            self.seen.update((old, new))
            assert old == new or new in _reachable(old), (old, new, event)
            assert (old, new) != ("armed", "draft") or isinstance(event, Edit)
        self.promised = {
            key: self.promised.get(key, after.show.offers[key])
            for key, status in after.selling.offers.items()
            if status.is_running
        }
        return after

    @invariant()
    def nothing_is_broken(self) -> None:
        assert broken(self.desk.state) == []
        assert survives_the_journal(self.desk.state)

    @invariant()
    def every_price_shown_is_the_one_that_was_promised(self) -> None:
        state = self.desk.state
        for key, terms in self.promised.items():
            shown = price_shown(state, terms.product)
            assert shown is not None
            hidden = terms.price_hidden and not state.selling.status(key).price_open
            assert shown.price == (None if hidden else terms.price)
        promised = {terms.product for terms in self.promised.values()}
        for product in products_shown(state, show_us=self.desk.clocks.now().show_us):
            assert not product.over or (product.price.price, product.price.was_price) == (None, None)
            assert not product.over or product.id not in promised
            if product.id not in promised:
                assert product.price.price in {None, state.show.products[product.id].price}
            was = product.price.was_price
            assert was is None or _is_above(was, product.price.price)

    @invariant()
    def every_count_shown_is_the_one_in_the_ledger(self) -> None:
        state, selling = self.desk.state, self.desk.state.selling
        assert selling.units == dict(self.ledger.units)
        assert {key: sum_ for key, sum_ in selling.sales.items() if sum_} == dict(+self.ledger.sales)
        for product in SALE.products:
            assert stock_left(state, product) == self.ledger.stock[product]
        for key in self.promised:
            quantity = state.show.offers[key].quantity
            sold = self.ledger.sold[key]
            assert selling.status(key).sold == (sold if quantity is None else min(sold, quantity))
            assert units_left(state, key) == self.ledger.left(state, key)

    @invariant()
    def every_time_shown_is_what_is_left_of_the_window(self) -> None:
        state, now_us = self.desk.state, self.desk.clocks.now().show_us
        for key, status in state.selling.offers.items():
            for delay_us in (0, 7 * S):
                offer = offer_shown(state, key, show_us=now_us, delay_us=delay_us)
                if offer is None:
                    assert status.phase in {"draft", "withdrawn"}
                    continue
                end_us = {"counting": status.opens_us, "live": status.ends_us}.get(status.phase, 0)
                assert offer.remaining_us == (max(0, end_us - now_us - delay_us) if end_us else 0)
                assert offer.phase == status.phase

    def teardown(self) -> None:
        written = [Entry(e.revision, e.at, decode_event(encode_event(e.event))) for e in self.desk.entries]
        again = replayed(self.desk.states[0], written)
        now_us = self.desk.clocks.now().show_us
        assert again == self.desk.state
        assert products_shown(again, show_us=now_us) == products_shown(self.desk.state, show_us=now_us)
        for key in SALE.offers:
            assert offer_shown(again, key, show_us=now_us) == offer_shown(self.desk.state, key, show_us=now_us)
        assert all(before.revision + 1 == after.revision for before, after in pairwise(self.desk.states))


def _reachable(phase: OfferPhase) -> set[OfferPhase]:
    """By one event: the cues of a Take may do several steps at once."""
    found, new = set[OfferPhase](), STEPS[phase]
    while new:
        found |= new
        new = {step for known in new for step in STEPS[known]} - found
    return found


def _is_above(was: Money, price: Money | None) -> bool:
    return price is None or (was.currency == price.currency and was.minor > price.minor)
