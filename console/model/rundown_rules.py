"""Rules of the running order: segments, their cues, and what the cues do."""

from collections.abc import Iterator

from console.errors import Message
from console.model.rules import bad_id, names_nothing, outside
from console.model.rundown import Cue, Segment
from console.model.show import Show
from console.words.planning import (
    ADVICE_CUE_SHOWS_AND_HIDES,
    ADVICE_CUE_TOO_LATE,
    ADVICE_NOT_IN_RUNDOWN,
    ADVICE_OFFER_NOT_ARMED,
    SHOW_CUE_TWICE,
    SHOW_SEGMENT_TWICE,
)

PLANNED_S = (1, 86_400)
AT_S = (0, 86_400)


def _rundown(show: Show) -> Iterator[Message]:
    seen = set[str]()
    for key in show.rundown:
        yield from names_nothing("rundown", key, "segments", show.segments)
        if key in seen:
            yield SHOW_SEGMENT_TWICE(segment=key[:80])
        seen.add(key)


def _segments(show: Show) -> Iterator[Message]:
    for key, segment in show.segments.items():
        place = f"segments.{key}"
        yield from bad_id("segments", key)
        yield from outside(f"{place}.planned_s", segment.planned_s, PLANNED_S)
        if segment.scene:
            yield from names_nothing(f"{place}.scene", segment.scene, "scenes", show.scenes)
        if segment.product:
            yield from names_nothing(f"{place}.product", segment.product, "products", show.products)
        yield from _cues(show, place, segment)


def _cues(show: Show, segment_place: str, segment: Segment) -> Iterator[Message]:
    seen = set[str]()
    for number, cue in enumerate(segment.cues):
        place = f"{segment_place}.cues[{number}]"
        yield from bad_id(f"{place}.id", cue.id)
        if cue.id in seen:
            yield SHOW_CUE_TWICE(path=place, id=cue.id[:80])
        seen.add(cue.id)
        yield from outside(f"{place}.at_s", cue.at_s, AT_S)
        yield from _named(show, place, cue)


def _named(show: Show, place: str, cue: Cue) -> Iterator[Message]:
    if cue.scene:
        yield from names_nothing(f"{place}.scene", cue.scene, "scenes", show.scenes)
    if cue.explain:
        yield from names_nothing(f"{place}.explain", cue.explain, "products", show.products)
    for field, overlays in (("show", cue.show), ("hide", cue.hide)):
        for overlay in overlays:
            yield from names_nothing(f"{place}.{field}", overlay, "overlays", show.overlays)
    for number, action in enumerate(cue.offers):
        yield from names_nothing(f"{place}.offers[{number}].offer", action.offer, "offers", show.offers)


def _cue_advice(show: Show) -> Iterator[Message]:
    for key, segment in show.segments.items():
        for number, cue in enumerate(segment.cues):
            place = f"segments.{key}.cues[{number}]"
            if cue.at_s is not None and cue.at_s > segment.planned_s:
                yield ADVICE_CUE_TOO_LATE(path=place, at_s=cue.at_s, planned_s=segment.planned_s)
            for overlay in sorted({*cue.show} & {*cue.hide}):
                yield ADVICE_CUE_SHOWS_AND_HIDES(path=place, overlay=overlay)


def _order_advice(show: Show) -> Iterator[Message]:
    """An offer that cues start must have been armed before, as the rundown is planned."""
    for key in sorted(show.segments.keys() - set(show.rundown)):
        yield ADVICE_NOT_IN_RUNDOWN(segment=key)
    armed = set[str]()
    for key in show.rundown:
        for cue in sorted(show.segments[key].cues, key=lambda cue: -1 if cue.at_s is None else cue.at_s):
            for action in cue.offers:
                if action.verb == "arm":
                    armed.add(action.offer)
                elif action.verb == "start" and action.offer not in armed:
                    yield ADVICE_OFFER_NOT_ARMED(path=f"segments.{key}", offer=action.offer)


RULES = (_rundown, _segments)
ADVICE = (_cue_advice, _order_advice)
