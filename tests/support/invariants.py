"""What holds for every State, whatever led to it."""

import msgspec

from console.model.comment import ASKERS_KEPT, COMMENT_LONGEST, COMMENTS_KEPT, MUTED_MOST, QUESTIONS_KEPT
from console.model.offer import OfferStatus
from console.model.selling import badges, is_sold_out, offer_shown, price_shown, remaining_us, units_left
from console.model.state import NOTICES_KEPT, State


def broken(state: State) -> list[str]:
    """Everything about this State that must never be, in words; empty if it is sound."""
    rules = (
        *_references(state),
        *_bounds(state),
        *_publicity(state),
        *_phases(state),
        *_faults(state),
        *_promises(state),
        *_counts(state),
        *_order(state),
        *_talk(state),
    )
    return [words for holds, words in rules if not holds]


def survives_the_journal(state: State) -> bool:
    """As JSON and back it is the same value, and says the same bytes again."""
    data = msgspec.json.encode(state)
    again = msgspec.json.decode(data, type=State)
    return again == state and msgspec.json.encode(again) == data


Rules = list[tuple[bool, str]]


def _references(state: State) -> Rules:
    show = state.show
    return [
        (state.mix.program is None or state.mix.program in show.scenes, "Program is a scene of the show"),
        (state.mix.preview is None or state.mix.preview in show.scenes, "Preview is a scene of the show"),
        (state.overlays.keys() <= show.overlays.keys(), "graphics on air are the show's"),
        (state.sources.keys() <= show.sources.keys(), "sources known are the show's"),
        (state.destinations.keys() <= state.sent_to.keys(), "destinations known are the session's"),
        (
            not state.recording.wanted or state.recording.rendition in show.renditions,
            "what is recorded is the show's",
        ),
        (all(d.rendition in show.renditions for d in show.destinations.values()), "destinations' renditions exist"),
    ]


def _bounds(state: State) -> Rules:
    entities = [*state.show.scenes.values(), *state.show.destinations.values(), *state.show.audio.strips.values()]
    return [
        (len(state.notices) <= NOTICES_KEPT, "notices are bounded"),
        (all(entity.revision <= state.show.edits for entity in entities), "nothing was edited in the future"),
        (len(set(state.recording.files)) == len(state.recording.files), "each file of the recording is named once"),
    ]


def _talk(state: State) -> Rules:
    audience, questions = state.audience, state.questions.values()
    pinned = [one.viewer for one in (audience.comment, audience.pinned) if one is not None]
    return [
        (len(state.comments) <= COMMENTS_KEPT, "comments are bounded"),
        (len(state.questions) <= QUESTIONS_KEPT, "questions are bounded"),
        (len(state.muted) == len(set(state.muted)) <= MUTED_MOST, "mutes are bounded"),
        (all(key == comment.id for key, comment in state.comments.items()), "a comment has its id"),
        (all(len(comment.text) <= COMMENT_LONGEST for comment in state.comments.values()), "comments are cut"),
        (
            all(len(set(q.viewers)) == len(q.viewers) <= min(ASKERS_KEPT, q.asked) for q in questions),
            "askers count once",
        ),
        (not any(viewer and viewer in state.muted for viewer in pinned), "nobody who is muted is on air"),
        (
            state.session.is_rehearsal
            or not state.session.running
            or not any(c.is_made_up for c in state.comments.values()),
            "nobody is made up on a real show",
        ),
    ]


def _publicity(state: State) -> Rules:
    running = state.session.running
    wanted = [key for key, status in state.destinations.items() if status.wanted]
    return [
        (running or not wanted, "no destination is wanted without a session"),
        (running or not state.recording.wanted, "no recording is wanted without a session"),
        (running or not any(o.shown for o in state.overlays.values()), "no graphic is on air without a session"),
        (running or not state.sources, "no source is open without a session"),
        (state.session.phase not in {"standby", "live"} or state.session.speed == 1.0, "a real show runs at speed 1"),
        (not running or state.mix.program is not None, "a session has a Program"),
    ]


def _phases(state: State) -> Rules:
    statuses = state.destinations.values()
    return [
        (all(s.wanted for s in statuses if s.phase in {"rejected", "retrying"}), "only what is wanted can fail"),
        (not any(s.proven for s in statuses if s.phase == "rejected"), "what was live is never rejected"),
        (all(s.proven for s in statuses if s.phase == "live"), "what is live is proven"),
        (all(s.attempts == 0 for s in statuses if s.phase in {"live", "stopped"}), "failures in a row have an end"),
        (state.recording.phase != "failed" or state.recording.problem is not None, "a failed recording says why"),
        (
            all((s.phase == "lost") == (s.problem is not None) for s in state.sources.values()),
            "a lost source says why",
        ),
    ]


def _faults(state: State) -> Rules:
    wrong = {f"destination/{k}" for k, s in state.destinations.items() if s.phase in {"rejected", "retrying"}}
    wrong |= {f"source/{k}" for k, s in state.sources.items() if s.phase == "lost"}
    known = {f"destination/{k}" for k in state.destinations} | {f"source/{k}" for k in state.sources}
    keyed = {key for key in state.faults if key.startswith(("destination/", "source/"))}
    return [
        (wrong <= keyed, "what fails has a Fault"),
        (keyed <= known, "a Fault is about something that is there"),
    ]


def _promises(state: State) -> Rules:
    """What is shown of a sale is the offer's, in every place that shows it."""
    plans, now_us = state.show.offers, 10**15
    active = {key: status for key, status in state.selling.offers.items() if status.is_active}
    running = {key: status for key, status in active.items() if status.is_running}
    return [
        (state.session.running or not active, "nothing is on offer without a session"),
        (len({plans[key].product for key in active}) == len(active), "one product has one offer at a time"),
        (all(_shows_its_own(state, key, status) for key, status in running.items()), "a price is its offer's"),
        (
            all(s.opens_us < s.ends_us <= s.opens_us + 1_200_000_000 for s in running.values()),
            "a window has its limits",
        ),
        (
            all(remaining_us(s, now_us + d, d) >= 0 for s in running.values() for d in (0, 10**7)),
            "no countdown is below nothing",
        ),
        (all(e.reason.strip() and e.by_s > 0 for s in running.values() for e in s.extensions), "extensions say why"),
        (
            all(status.ends_us - status.opens_us == _window_us(state, key) for key, status in running.items()),
            "a window is as planned and extended",
        ),
    ]


def _shows_its_own(state: State, offer: str, status: OfferStatus) -> bool:
    plan = state.show.offers[offer]
    expected = None if plan.price_hidden and not status.price_open else plan.price
    of_product, of_offer = price_shown(state, plan.product), offer_shown(state, offer, show_us=0)
    return of_product is not None and of_offer is not None and of_product.price == of_offer.price.price == expected


def _window_us(state: State, offer: str) -> int:
    extended_s = sum(extension.by_s for extension in state.selling.status(offer).extensions)
    return (state.show.offers[offer].window_s + extended_s) * 1_000_000


def _counts(state: State) -> Rules:
    selling, show = state.selling, state.show
    limited = [(show.offers[key].quantity, status.sold) for key, status in selling.offers.items()]
    left = [units_left(state, key) for key in selling.offers]
    live = [key for key, status in selling.offers.items() if status.is_running]
    badged = [key for key in show.products if badges(state, key)]
    quotas = [(show.coupons[key].quota, status.claimed) for key, status in selling.coupons.items()]
    return [
        (
            all(0 <= sold <= (sold if most is None else most) for most, sold in limited),
            "no more is sold than there is",
        ),
        (all(units is None or units >= 0 for units in left), "nothing is left below nothing"),
        (all(units_left(state, key) != 0 for key in live), "what has nothing left is over"),
        (
            all(amount >= 0 for sums in (selling.units, selling.sales, selling.stock) for amount in sums.values()),
            "≥ 0",
        ),
        (all(price.minor >= 0 for price in selling.shop_prices.values()), "no price is negative"),
        (all(o.units > 0 and o.total.minor >= 0 for o in selling.toasts), "a toast is about an order"),
        (all(0 <= claimed <= (claimed if quota is None else quota) for quota, claimed in quotas), "quotas hold"),
        (all(key == state.explaining.product and not is_sold_out(state, key) for key in badged), "badges keep rules"),
        (len(set(selling.seen)) == len(selling.seen), "an id is remembered once"),
        (selling.units.keys() | selling.stock.keys() <= show.products.keys(), "products counted are the show's"),
    ]


def _order(state: State) -> Rules:
    status, giveaway = state.rundown, state.giveaway
    on_air = [key for key, played in status.played.items() if not played.ended_us]
    return [
        (len(set(status.order)) == len(status.order), "a segment has one place"),
        ({status.on_air, status.next} - {None} <= set(status.order), "On air and Next are in the order"),
        (on_air == ([] if status.on_air is None else [status.on_air]), "one segment at most is on air"),
        (status.on_preview is None or status.on_preview == status.next, "only Next puts its scene on Preview"),
        (not status.held or status.on_air is not None, "only what is on air is held"),
        (not state.explaining.product or state.explaining.product in state.show.products, "what is explained exists"),
        (state.session.running or not state.explaining.product, "nothing is explained without a session"),
        (len(set(status.fired)) == len(status.fired), "a cue happens once"),
        (len(set(giveaway.entries)) == len(giveaway.entries), "a viewer enters once"),
        (set(giveaway.winners) <= set(giveaway.entries), "who wins has entered"),
    ]
