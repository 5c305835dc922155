"""Graphics never overlap, never leave the canvas, and keep out of the platform's zones."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.drivers import overlay_driver
from console.model.canvas import Canvas
from console.model.scene import Box
from console.ports.overlay import SlotName
from overlays import slots
from overlays.slots import Layout, Wanted, arranged, max_box, overlap, scale_of

PHONE, SCREEN = Canvas(), Canvas(width=1280, height=720)
KINDS = slots.ORDER
NAMES: tuple[SlotName, ...] = tuple(slots.PORTRAIT)

even = st.integers(1, 700).map(lambda half: 2 * half)
canvases = st.builds(lambda w, h: Canvas(width=w, height=h), even.map(lambda n: n + 62), even.map(lambda n: n + 62))
wishes = st.lists(st.tuples(st.sampled_from((*KINDS, "stranger")), st.sampled_from(NAMES), even, even), max_size=9)


def wanted_of(rows: list[tuple[str, SlotName, int, int]]) -> list[Wanted]:
    return [Wanted(f"{n} {kind}", kind, slot, w, h) for n, (kind, slot, w, h) in enumerate(rows)]


def boxes(layout: Layout, wanted: list[Wanted]) -> list[slots.Box]:
    sizes = {one.id: (one.width, one.height) for one in wanted}
    return [(*layout.places[name], *size) for name, size in sizes.items() if name in layout.places]


@given(canvases, wishes)
def test_whatever_is_wanted_nothing_overlaps_and_nothing_leaves_the_canvas(
    canvas: Canvas, rows: list[tuple[str, SlotName, int, int]]
) -> None:
    wanted = wanted_of(rows)
    layout = arranged(canvas, wanted)
    placed = boxes(layout, wanted)
    among = boxes(layout, [one for one in wanted if one.slot != "full"])
    assert not any(overlap(one, other) for one, other in combinations(among, 2))
    for x, y, width, height in placed:
        assert x >= 0
        assert y >= 0
        assert x + width <= canvas.width
        assert y + height <= canvas.height
        assert x % 2 == 0
        assert y % 2 == 0
    assert {*layout.places, *layout.left_out} == {one.id for one in wanted}
    assert len(layout.places) + len(layout.left_out) == len(wanted)


@given(canvases, wishes)
def test_the_same_wishes_give_the_same_places(canvas: Canvas, rows: list[tuple[str, SlotName, int, int]]) -> None:
    assert arranged(canvas, wanted_of(rows)) == arranged(canvas, wanted_of(rows))


@given(canvases, st.sampled_from(KINDS))
def test_the_largest_sprite_of_a_kind_fits_its_slot_alone(canvas: Canvas, kind: str) -> None:
    slot = overlay_driver(kind).slot
    width, height = max_box(kind, slot, canvas)
    assert width % 2 == height % 2 == 0
    assert min(width, height) >= 2
    assert not arranged(canvas, [Wanted("one", kind, slot, width, height)]).left_out


@pytest.mark.parametrize("canvas", [PHONE, SCREEN, Canvas(width=1080, height=1920), Canvas(width=1920, height=1080)])
def test_the_five_graphics_and_the_logo_have_room_together(canvas: Canvas) -> None:
    wanted = [
        Wanted(kind, kind, overlay_driver(kind).slot, *max_box(kind, overlay_driver(kind).slot, canvas))
        for kind in ("logo", "viewer_count", "product_card", "coupon", "pinned_answer")
    ]
    side = round(246 * scale_of(canvas)) // 2 * 2  # The code of a link of up to 26 characters.
    wanted.append(Wanted("qr", "qr", "left_column", side, side + round(36 * scale_of(canvas)) // 2 * 2))
    assert not arranged(canvas, wanted).left_out


@given(wishes)
def test_on_a_phone_the_platforms_zones_stay_free(rows: list[tuple[str, SlotName, int, int]]) -> None:
    wanted = [one for one in wanted_of(rows) if one.slot != "full"]
    for _, y, _, height in boxes(arranged(PHONE, wanted), wanted):
        assert y >= 0.109 * PHONE.height
        assert y + height <= 0.62 * PHONE.height + 1


TEN = {
    "logo": (186, 60),
    "viewer_count": (290, 60),
    "product_card": (286, 434),
    "countdown": (424, 104),
    "stock_meter": (424, 76),
    "order_toast": (380, 54),
    "coupon": (424, 140),
    "announcement": (420, 58),
    "pinned_comment": (712, 100),
    "ticker": (712, 50),
}
"""Sprites of a busy moment, at scale 1."""


@pytest.mark.parametrize("canvas", [PHONE, Canvas(width=1080, height=1920)])
def test_ten_graphics_of_a_busy_moment_have_room_on_a_phone(canvas: Canvas) -> None:
    scale = scale_of(canvas)
    wanted = [
        Wanted(kind, kind, overlay_driver(kind).slot, int(w * scale) // 2 * 2, int(h * scale) // 2 * 2)
        for kind, (w, h) in TEN.items()
    ]
    assert not arranged(canvas, wanted).left_out


def test_nothing_but_a_slate_stands_where_a_platform_covers_the_picture() -> None:
    covered = slots.covered_by([Box(x=0.0, y=0.0, width=1.0, height=0.2)], PHONE)
    wanted = [
        Wanted("stock", "stock_meter", "left_column", 424, 76),
        Wanted("logo", "logo", "top_left", 200, 60),
        Wanted("slate", "slate_end", "full", 720, 1280),
    ]
    layout = arranged(PHONE, wanted, covered=covered)
    assert set(layout.places) == {"stock", "logo", "slate"}
    assert all(layout.places[name][1] >= 256 for name in ("stock", "logo"))


def test_a_full_slot_too_small_sends_a_graphic_to_its_fallback() -> None:
    many = [Wanted(name, "stranger", "top_right", 300, 60) for name in ("first", "second", "third")]
    layout = arranged(PHONE, many)
    assert layout.places["first"][1] == layout.places["second"][1]
    assert layout.places["third"][1] > layout.places["first"][1]
    assert not layout.left_out


def test_what_finds_no_place_is_reported_and_the_rest_stays() -> None:
    layout = arranged(
        PHONE, [Wanted("giant", "coupon", "above_band", 720, 900), Wanted("logo", "logo", "top_left", 200, 60)]
    )
    assert layout.left_out == ("giant",)
    assert set(layout.places) == {"logo"}


def test_a_slate_covers_the_others_and_they_keep_their_places() -> None:
    logo, slate = Wanted("logo", "logo", "top_left", 200, 60), Wanted("slate", "slate_wait", "full", 720, 1280)
    layout = arranged(PHONE, [slate, logo])
    assert list(layout.places.items()) == [*arranged(PHONE, [logo]).places.items(), ("slate", (0, 0))]
    assert not layout.left_out


def standing(layout: Layout, wanted: list[Wanted]) -> dict[str, slots.Box]:
    sizes = {one.id: (one.width, one.height) for one in wanted}
    return {name: (*place, *sizes[name]) for name, place in layout.places.items()}


def test_what_stands_keeps_its_place_when_one_who_chooses_earlier_comes_and_when_one_above_it_goes() -> None:
    stock, clock = (
        Wanted("s", "stock_meter", "left_column", 424, 76),
        Wanted("c", "countdown", "left_column", 424, 104),
    )
    alone = arranged(PHONE, [stock])
    both = arranged(PHONE, [stock, clock], standing(alone, [stock]))
    assert both.places["s"] == alone.places["s"]
    assert both.places["c"][1] >= alone.places["s"][1] + 76
    assert arranged(PHONE, [clock], standing(both, [stock, clock])).places["c"] == both.places["c"]


def test_one_who_chooses_earlier_takes_the_place_that_it_cannot_do_without() -> None:
    comment = Wanted("answer", "pinned_answer", "lower_band", 712, 158)
    reveal = Wanted("reveal", "price_reveal", "lower_band", 712, 158)
    layout = arranged(PHONE, [comment, reveal], standing(arranged(PHONE, [comment]), [comment]))
    assert set(layout.places) == {"reveal"}
    assert layout.left_out == ("answer",)


@given(canvases, wishes, st.lists(st.integers(0, 8), max_size=5))
def test_what_stands_never_makes_two_overlap(
    canvas: Canvas, rows: list[tuple[str, SlotName, int, int]], there: list[int]
) -> None:
    wanted = [one for one in wanted_of(rows) if one.slot != "full"]
    before = [one for number, one in enumerate(wanted) if number in there]
    layout = arranged(canvas, wanted, standing(arranged(canvas, before), before))
    assert not any(overlap(one, other) for one, other in combinations(boxes(layout, wanted), 2))
    assert {*layout.places, *layout.left_out} == {one.id for one in wanted}


def test_a_graphic_that_comes_later_moves_no_other() -> None:
    before = [Wanted("card", "product_card", "right_column", 286, 434), Wanted("qr", "qr", "left_column", 246, 276)]
    after = [*before, Wanted("coupon", "coupon", "above_band", 424, 150)]
    assert arranged(PHONE, before).places.items() <= arranged(PHONE, after).places.items()
