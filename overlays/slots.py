"""Where graphics stand: named places of a canvas, so that no two overlap and a platform's own zones stay free.

Pure: the same canvas and sprites give the same places. Sprites carry their shadow's margin, so they may touch.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from console.model.canvas import Canvas
from console.model.scene import Box as Fractions
from console.ports.overlay import SlotName

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One named place: fractions of the canvas, the corner from which it fills, and whether downwards or upwards."""

    x: float
    y: float
    right: float
    bottom: float
    from_right: bool = False
    upwards: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A graphic that is to be placed."""

    id: str
    kind: str
    slot: SlotName
    width: int
    height: int
    """Of its sprite, even pixels."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where, and what found no place."""

    places: dict[str, tuple[int, int]]
    """Id to the sprite's top left corner, even pixels; from back to front."""
    left_out: tuple[str, ...] = ()
    """Ids without a place on this canvas now."""


# The free zones of a phone: a platform's header covers the top 11 %, its comments and buttons the bottom 38 %.
PORTRAIT: dict[SlotName, Slot] = {
    "top_left": Slot(0.006, 0.110, 0.500, 0.158),
    "top_right": Slot(0.400, 0.110, 0.994, 0.158, from_right=True),
    "left_column": Slot(0.006, 0.158, 0.594, 0.4965),
    "right_column": Slot(0.594, 0.158, 0.994, 0.4965, from_right=True),
    "above_band": Slot(0.006, 0.158, 0.594, 0.4965, upwards=True),
    "lower_band": Slot(0.006, 0.4965, 0.994, 0.620, upwards=True),
    "full": Slot(0.0, 0.0, 1.0, 1.0),
}
# Television's title-safe 90 %; the shadow's margin may lie outside it.
LANDSCAPE: dict[SlotName, Slot] = {
    "top_left": Slot(0.041, 0.034, 0.450, 0.130),
    "top_right": Slot(0.450, 0.034, 0.959, 0.130, from_right=True),
    "left_column": Slot(0.041, 0.130, 0.360, 0.720),
    "right_column": Slot(0.690, 0.130, 0.959, 0.966, from_right=True),
    "above_band": Slot(0.300, 0.130, 0.690, 0.720, from_right=True, upwards=True),
    "lower_band": Slot(0.041, 0.720, 0.690, 0.966, upwards=True),
    "full": Slot(0.0, 0.0, 1.0, 1.0),
}
FALLBACK: dict[SlotName, tuple[SlotName, ...]] = {
    "top_left": ("top_right", "left_column"),
    "top_right": ("top_left", "left_column"),
    "left_column": ("above_band", "right_column"),
    "right_column": ("left_column",),
    "above_band": ("left_column", "lower_band"),
    "lower_band": ("above_band", "left_column"),
    "full": (),
}
PORTRAIT_LIMITS = {
    "product_card": (286, 434),
    "product_list": (424, 432),
    "price_reveal": (712, 158),
    "countdown": (424, 104),
    "stock_meter": (424, 76),
    "order_toast": (424, 54),
    "giveaway": (424, 290),
    "coupon": (424, 140),
    "viewer_count": (400, 60),
    "pinned_answer": (712, 158),
    "pinned_comment": (712, 108),
    "lower_third": (712, 108),
    "announcement": (712, 108),
    "ticker": (712, 50),
    "qr": (272, 310),
    "logo": (280, 60),
}
"""Largest sprite of a kind at scale 1; any other kind may fill its slot."""
LANDSCAPE_LIMITS = {
    "product_card": (344, 594),
    "product_list": (408, 424),
    "price_reveal": (832, 176),
    "countdown": (408, 104),
    "stock_meter": (408, 76),
    "order_toast": (408, 54),
    "giveaway": (408, 290),
    "coupon": (408, 150),
    "viewer_count": (420, 68),
    "pinned_answer": (832, 176),
    "pinned_comment": (832, 116),
    "lower_third": (832, 116),
    "announcement": (832, 116),
    "ticker": (832, 54),
    "qr": (272, 310),
    "logo": (340, 68),
}
ORDER = (
    "logo",
    "viewer_count",
    "product_card",
    "price_reveal",
    "ticker",
    "pinned_answer",
    "pinned_comment",
    "lower_third",
    "countdown",
    "product_list",
    "qr",
    "coupon",
    "giveaway",
    "stock_meter",
    "announcement",
    "order_toast",
)
"""Who chooses first; other kinds after these, in the order in which they are given."""


def scale_of(canvas: Canvas) -> float:
    """1 for 720x1280 and for 1280x720; on a canvas of another shape, what fits."""
    width, height = (720, 1280) if canvas.portrait else (1280, 720)
    return min(canvas.width / width, canvas.height / height)


def max_box(kind: str, slot: SlotName, canvas: Canvas) -> tuple[int, int]:
    """The largest sprite that a kind may paint for its slot, even pixels, at least 2x2."""
    _, _, width, height = _pixels(_slots(canvas)[slot], canvas)
    limits = PORTRAIT_LIMITS if canvas.portrait else LANDSCAPE_LIMITS
    if kind in limits:
        scale = scale_of(canvas)
        width, height = min(width, round(limits[kind][0] * scale)), min(height, round(limits[kind][1] * scale))
    return max(2, width // 2 * 2), max(2, height // 2 * 2)


def arranged(
    canvas: Canvas,
    wanted: Sequence[Wanted],
    standing: Mapping[str, Box] = MappingProxyType({}),
    *,
    covered: Sequence[Box] = (),
) -> Layout:
    """Give every graphic its own slot, a fallback, or none; earlier kinds of `ORDER` choose first.

    Whoever stands at a place (by id) keeps it, unless one who chooses earlier would find none. A slate covers all.
    `covered`: places that a platform's own interface covers; only a slate goes there.
    """
    full = sorted((one for one in wanted if one.slot == "full"), key=_rank)
    others = sorted((one for one in wanted if one.slot != "full"), key=_rank)
    kept = _placed(canvas, sorted(others, key=lambda one: one.id not in standing), standing, covered)
    anew = _placed(canvas, others, {}, covered) if kept[1] and standing else kept
    places, left_out = anew if _ranks(anew[1]) < _ranks(kept[1]) else kept
    for one in full:
        if one.width <= canvas.width and one.height <= canvas.height:
            places[one.id] = (0, 0)
        else:
            left_out.append(one)
    return Layout(places, tuple(one.id for one in left_out))


def _placed(
    canvas: Canvas, wanted: Sequence[Wanted], standing: Mapping[str, Box], covered: Sequence[Box]
) -> tuple[dict[str, tuple[int, int]], list[Wanted]]:
    """(places by id, who found none); the first chooses first."""
    taken: list[Box] = list(covered)
    places: dict[str, tuple[int, int]] = {}
    left_out: list[Wanted] = []
    for one in wanted:
        box = _first_free(canvas, one, taken, standing.get(one.id))
        if box is None:
            left_out.append(one)
        else:
            taken.append(box)
            places[one.id] = box[:2]
    return places, left_out


def _ranks(left_out: Sequence[Wanted]) -> tuple[int, ...]:
    """Smaller is better: fewer of those who choose early were left out."""
    ranks = [_rank(one) for one in left_out]
    return tuple(ranks.count(rank) for rank in range(len(ORDER) + 1))


def _rank(one: Wanted) -> int:
    return ORDER.index(one.kind) if one.kind in ORDER else len(ORDER)


def _first_free(canvas: Canvas, one: Wanted, taken: Sequence[Box], standing: Box | None) -> Box | None:
    """Where it stands, else its own slot, else the fallbacks."""
    slots = _slots(canvas)
    names = (one.slot, *FALLBACK[one.slot])
    tries = [_kept(slots[name], canvas, one, standing) for name in names] if standing is not None else []
    tries += [_candidates(slots[name], canvas, one, taken) for name in names]
    return next((box for boxes in tries for box in boxes if not any(overlap(box, other) for other in taken)), None)


def _kept(slot: Slot, canvas: Canvas, one: Wanted, standing: Box) -> Iterable[Box]:
    """At the same head or foot as before, in the slot where it stands."""
    left, top, width, height = _pixels(slot, canvas)
    x = left + width - one.width if slot.from_right else left
    y = standing[1] + standing[3] - one.height if slot.upwards else standing[1]
    edge, before = (x + one.width, standing[0] + standing[2]) if slot.from_right else (x, standing[0])
    fits = one.width <= width and top <= y and y + one.height <= top + height
    if fits and abs(edge - before) <= 2:
        yield x // 2 * 2, y, one.width, one.height


def _candidates(slot: Slot, canvas: Canvas, one: Wanted, taken: Sequence[Box]) -> Iterable[Box]:
    """From the slot's corner on, each time just past something that stands there; only what lies within the slot."""
    left, top, width, height = _pixels(slot, canvas)
    if one.width > width or one.height > height:
        return
    x = left + width - one.width if slot.from_right else left
    if slot.upwards:
        starts = [top + height - one.height, *sorted((y - one.height for _, y, _, _ in taken), reverse=True)]
    else:
        starts = [top, *sorted(y + h for _, y, _, h in taken)]
    for y in starts:
        even_y = (y + (0 if slot.upwards else 1)) // 2 * 2
        if top <= even_y <= top + height - one.height:
            yield x // 2 * 2, even_y, one.width, one.height


def covered_by(areas: Iterable[Fractions], canvas: Canvas) -> tuple[Box, ...]:
    """Places given as fractions of a canvas (x, y, width, height), in pixels of it, at least as large."""
    return tuple(
        (
            math.floor(area.x * canvas.width),
            math.floor(area.y * canvas.height),
            math.ceil(area.width * canvas.width),
            math.ceil(area.height * canvas.height),
        )
        for area in areas
    )


def overlap(one: Box, other: Box) -> bool:
    """They share a pixel."""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _slots(canvas: Canvas) -> dict[SlotName, Slot]:
    return PORTRAIT if canvas.portrait else LANDSCAPE


def _pixels(slot: Slot, canvas: Canvas) -> Box:
    """The slot in whole even pixels, within the canvas."""
    left, top = (_even(slot.x * canvas.width), _even(slot.y * canvas.height))
    right, bottom = _even(slot.right * canvas.width), _even(slot.bottom * canvas.height)
    return left, top, right - left, bottom - top


def _even(length: float) -> int:
    return int(round(length / 2) * 2)
