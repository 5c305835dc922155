"""What was on air and when, as flat rows: the difference that each entry of the journal made to what viewers see.

Pure. Rows tell ids and names of the show, never of viewers. They stay readable whatever becomes of State.
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from console.model.commands import Command, ExtendOffer, StartSession, WithdrawOffer
from console.model.entry import Entry, Event
from console.model.facts import (
    CouponClaimed,
    CueFired,
    GiveawayEntered,
    OrderPlaced,
    PriceSynced,
    SessionResumed,
    StockChanged,
)
from console.model.offer import OfferStatus
from console.model.state import State

_TOLD_BY_SHOPS = (OrderPlaced, StockChanged, PriceSynced, CouponClaimed)
LONGEST = 300
"""Characters of a text in a row."""


class AsRunRow(msgspec.Struct, frozen=True):
    """One thing that happened on air."""

    revision: int
    number: int
    """Of several in one entry, from 0."""
    wall_us: int
    show_us: int
    media_us: int
    code_us: int | None
    """Time code: show time since the show went on air; None before that."""
    act: str
    """What happened: session, take, black, segment, hold, explain, offer, price, extend, graphic, words, pinned,
    comment, giveaway, destination, recording."""
    subject: str
    """Id of what it happened to."""
    name: str
    """As the show called it then."""
    detail: str
    """How: in, out, live, ended …"""
    who: str
    """desk, cue, shop, viewers or engine."""
    why: str
    """The reason that was given, else the command or fact."""


class _Change(NamedTuple):
    act: str
    subject: str
    name: str
    detail: str
    why: str = ""


def rows_of(before: State | None, entry: Entry, after: State) -> list[AsRunRow]:
    """What one entry changed on air. `before` is None where nothing is known of it: at the start, after a crash."""
    if before is None:
        before = State(show=after.show) if isinstance(entry.event, StartSession) else after
    who, why = _who(entry.event), _why(entry.event)
    on_air = after.session.on_air
    code_us = None if on_air is None else entry.at.show_us - on_air.show_us
    return [
        AsRunRow(
            revision=entry.revision,
            number=number,
            wall_us=entry.at.wall_us,
            show_us=entry.at.show_us,
            media_us=entry.at.media_us,
            code_us=code_us,
            act=change.act,
            subject=_text(change.subject),
            name=_text(change.name),
            detail=_text(change.detail),
            who=who,
            why=_text(change.why or why),
        )
        for number, change in enumerate(_changes(before, entry.event, after))
    ]


def _changes(before: State, event: Event, after: State) -> Iterator[_Change]:
    """In the order in which a director would tell them."""
    if before.session.phase != after.session.phase:
        yield _Change("session", after.session.id, after.show.title, after.session.phase)
    elif isinstance(event, SessionResumed):
        yield _Change("session", after.session.id, after.show.title, "resumed")
    yield from _picture(before, after)
    yield from _rundown(before, after)
    if before.explaining.product != after.explaining.product:
        key = after.explaining.product or before.explaining.product
        product = after.show.products.get(key)
        name = product.name if product else key
        yield _Change("explain", key, name, "in" if after.explaining.product else "out")
    if before.selling.offers is not after.selling.offers:
        yield from _offers(before, after)
    yield from _graphics(before, after)
    yield from _audience(before, after)
    yield from _outward(before, after)


def _picture(before: State, after: State) -> Iterator[_Change]:
    program = after.mix.program
    if before.mix.program != program and program is not None:
        scene, change = after.show.scenes.get(program), after.mix.change
        kind = "cut" if change is None else change.transition.kind
        yield _Change("take", program, scene.name if scene else program, kind)
    if before.mix.fade.end_level != after.mix.fade.end_level:
        yield _Change("black", "", "", "in" if after.mix.fade.end_level == 0 else "out")


def _rundown(before: State, after: State) -> Iterator[_Change]:
    old, new = before.rundown.on_air, after.rundown.on_air
    key = new or old or ""
    segment = after.show.segments.get(key)
    name = segment.name if segment else key
    if old != new:
        yield _Change("segment", key, name, "in" if new else "out")
    if before.rundown.held != after.rundown.held and new:
        yield _Change("hold", key, name, "in" if after.rundown.held else "out")


def _offers(before: State, after: State) -> Iterator[_Change]:
    for key, now in after.selling.offers.items():
        was = before.selling.offers.get(key, OfferStatus())
        if now is was:
            continue
        plan = after.show.offers.get(key)
        product = after.show.products.get(plan.product) if plan else None
        name = product.short_name or product.name if product else key
        if now.phase != was.phase:
            yield _Change("offer", key, name, now.phase)
        if now.price_open != was.price_open and plan is not None and plan.price_hidden:
            yield _Change("price", key, name, "in" if now.price_open else "out")
        for extension in now.extensions[len(was.extensions) :]:
            yield _Change("extend", key, name, f"+{extension.by_s} s", extension.reason)


def _graphics(before: State, after: State) -> Iterator[_Change]:
    if before.overlays is not after.overlays:
        for key in {**before.overlays, **after.overlays}:
            was = key in before.overlays and before.overlays[key].shown
            now = key in after.overlays and after.overlays[key].shown
            if was != now:
                yield _Change("graphic", key, _overlay_name(after, key), "in" if now else "out")
    if before.audience.words is not after.audience.words:
        for key, words in after.audience.words.items():
            if before.audience.words.get(key) != words:
                yield _Change("words", key, _overlay_name(after, key), words)


def _audience(before: State, after: State) -> Iterator[_Change]:
    """What was pinned, without who asked or wrote it: names of viewers are kept elsewhere, and may be forgotten."""
    if before.audience.pinned != after.audience.pinned:
        pinned = after.audience.pinned
        yield _Change("pinned", "", pinned.answer if pinned else "", "in" if pinned else "out")
    if before.audience.comment != after.audience.comment:
        yield _Change("comment", "", "", "in" if after.audience.comment else "out")
    if before.giveaway.phase != after.giveaway.phase:
        key = after.giveaway.giveaway
        plan = after.show.giveaways.get(key)
        yield _Change("giveaway", key, plan.prize if plan else key, after.giveaway.phase)


def _outward(before: State, after: State) -> Iterator[_Change]:
    if before.destinations is not after.destinations:
        for key, now in after.destinations.items():
            was = before.destinations.get(key)
            if (was is not None and was.phase == "live") != (now.phase == "live"):
                known = after.sent_to.get(key)
                yield _Change("destination", key, known.name if known else key, _in_or_out(now.phase == "live"))
    if (before.recording.phase == "recording") != (after.recording.phase == "recording"):
        yield _Change("recording", "", "", _in_or_out(after.recording.phase == "recording"))


def _in_or_out(inside: object) -> str:
    return "in" if inside else "out"


def _overlay_name(state: State, key: str) -> str:
    overlay = state.show.overlays.get(key)
    return overlay.name if overlay else key


def _who(event: Event) -> str:
    if isinstance(event, Command):
        return "desk"
    if isinstance(event, CueFired):
        return "cue"
    if isinstance(event, _TOLD_BY_SHOPS):
        return "shop"
    return "viewers" if isinstance(event, GiveawayEntered) else "engine"


def _why(event: Event) -> str:
    if isinstance(event, ExtendOffer | WithdrawOffer):
        return event.reason
    if isinstance(event, CueFired):
        return f"CueFired {event.segment}/{event.cue}"
    return type(event).__name__


def _text(text: str) -> str:
    """Bounded, and such as every file can hold."""
    return text[:LONGEST].encode(errors="replace").decode()
