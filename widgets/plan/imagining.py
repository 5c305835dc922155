"""A moment of the show that has not been yet, so that a graphic has something to say while it is planned. Pure.

Everything that stands in the plan stays as it is: the names, the prices, the terms. Only what an evening brings is
made up: that an offer is open, that somebody watches, asks and buys.
"""

from msgspec.structs import replace

from console.model.giveaway import GiveawayStatus
from console.model.moment import At
from console.model.offer import OfferStatus, Order
from console.model.overlay import Overlay, PinnedAnswer, PinnedComment
from console.model.product import Money
from console.model.rundown import Explaining
from console.model.selling import offer_of
from console.model.state import State
from widgets.plan.pages import Page

VIEWERS = 1_234
SECOND_US = 1_000_000
ON_THEME = ("logo", "viewer_count", "product_card", "coupon", "countdown", "lower_third")
OF_OFFER = ("product_card", "countdown", "stock_meter")
KINDS_OF = {
    "products": ("product_card",),
    "offers": OF_OFFER,
    "coupons": ("coupon",),
    "giveaways": ("giveaway",),
    "answers": ("pinned_answer",),
    "theme": ON_THEME,
    "renditions": ON_THEME,
    "destinations": ON_THEME,
    "safe_areas": ON_THEME,
}
"""Kinds of graphics that show a page."""


def graphics(state: State, page: Page, key: str) -> dict[str, Overlay]:
    """What is to be seen of a thing: graphics of the show, or the usual one of a kind where it has none."""
    show = state.show
    if page.key == "overlays":
        return {key: show.overlays[key]} if key in show.overlays else {}
    if page.key == "opening":
        return {name: show.overlays[name] for name in show.opening_overlays if name in show.overlays}
    if page.key == "segments":
        return {name: show.overlays[name] for name in _at_last(state, key)}
    return {f"example/{kind}": _usual(state, kind, page, key) for kind in KINDS_OF.get(page.key, ())}


def imagined(state: State, page: Page, key: str, now: At) -> State:
    """The State as it may be while this thing is shown."""
    product = _product(state, page, key)
    offer = key if page.key == "offers" else offer_of(state, product) or _offer_for(state, product)
    selling, show = state.selling, state.show
    if offer in show.offers and page.key != "products":
        live = OfferStatus(
            phase="live",
            price_open=True,
            opens_us=now.show_us - SECOND_US,
            ends_us=now.show_us + show.offers[offer].window_s * SECOND_US,
        )
        selling = replace(selling, offers={**selling.offers, offer: live})
    if product:
        bought = Order("imagined", product, 1, Money(minor=0), initials="T", at_us=now.show_us - 7 * SECOND_US)
        selling = replace(selling, toasts=(bought,))
    audience = replace(
        state.audience,
        viewers=state.audience.viewers or VIEWERS,
        counted_us=now.show_us,
        pinned=_pinned(state, page, key),
        comment=state.audience.comment or PinnedComment(next((a.question for a in show.answers.values()), "♪")),
        words={key: overlay.name for key, overlay in show.overlays.items()} | state.audience.words,
    )
    prize = key if page.key == "giveaways" else next(iter(show.giveaways), "")
    return replace(
        state,
        explaining=Explaining(product=product, since_us=now.show_us),
        selling=selling,
        audience=audience,
        giveaway=GiveawayStatus(giveaway=prize, phase="open") if prize else state.giveaway,
    )


def _product(state: State, page: Page, key: str) -> str:
    show = state.show
    by_page = {"products": key}
    if page.key == "offers" and key in show.offers:
        by_page["offers"] = show.offers[key].product
    if page.key == "segments" and key in show.segments:
        by_page["segments"] = show.segments[key].product
    if page.key == "answers" and key in show.answers:
        by_page["answers"] = show.answers[key].product
    first = min(show.products, key=lambda one: show.products[one].number, default="")
    return by_page.get(page.key) or state.explaining.product or first


def _offer_for(state: State, product: str) -> str:
    return next((key for key, offer in state.show.offers.items() if offer.product == product), "")


def _pinned(state: State, page: Page, key: str) -> PinnedAnswer | None:
    show = state.show
    answer = show.answers.get(key) if page.key == "answers" else None
    if answer is None and (state.audience.pinned or show.opening_answer):
        return state.audience.pinned or show.opening_answer
    answer = answer or next(iter(show.answers.values()), None)
    return None if answer is None else PinnedAnswer(question=answer.question, answer=answer.answer)


def _at_last(state: State, segment: str) -> list[str]:
    """What stands on air when all cues of a segment have happened."""
    planned = state.show.segments.get(segment)
    shown: dict[str, None] = {}
    cues = sorted(planned.cues if planned is not None else (), key=lambda cue: -1 if cue.at_s is None else cue.at_s)
    for cue in cues:
        shown.update(dict.fromkeys(name for name in cue.show if name in state.show.overlays))
        for name in cue.hide:
            shown.pop(name, None)
    return list(shown)


def _usual(state: State, kind: str, page: Page, key: str) -> Overlay:
    of_thing = {"coupons": ("coupon", "coupon"), "offers": ("countdown", "offer")}.get(page.key)
    if of_thing is not None and of_thing[0] == kind:
        return Overlay(name=kind, kind=kind, settings={of_thing[1]: key})
    same = [overlay for overlay in state.show.overlays.values() if overlay.kind == kind]
    plain = [overlay for overlay in same if not overlay.settings.get("product")]
    return (plain or [Overlay(name=kind, kind=kind)])[0] if page.key in {"products", "offers"} else _any(same, kind)


def _any(same: list[Overlay], kind: str) -> Overlay:
    return same[0] if same else Overlay(name=kind, kind=kind)
