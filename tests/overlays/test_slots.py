"""Graphics never overlap, never leave the canvas, and keep out of the platform's zones."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.drivers import overlay_driver
from console.model.canvas import Canvas
from console.ports.overlay import SlotName
from overlays import slots
from overlays.slots import Layout, Wanted, arranged, max_box, overlap, scale_of

PHONE, SCREEN = Canvas(), Canvas(width=1280, height=720)
KINDS = ("logo", "viewer_count", "product_card", "coupon", "pinned_answer", "qr")
NAMES: tuple[SlotName, ...] = tuple(slots.PORTRAIT)

even = st.integers(1, 700).map(lambda half: 2 * half)
canvases = st.builds(lambda w, h: Canvas(width=w, height=h), even.map(lambda n: n + 62), even.map(lambda n: n + 62))
wishes = st.lists(st.tuples(st.sampled_from((*KINDS, "stranger")), st.sampled_from(NAMES), even, even), max_size=9)


def wanted_of(rows: list[tuple[str, SlotName, int, int]]) -> list[Wanted]:
    return [Wanted(f"{n} {kind}", kind, slot, w, h) for n, (kind, slot, w, h) in enumerate(rows)]


def boxes(layout: Layout, wanted: list[Wanted]) -> list[slots.Box]:
    sizes = {one.id: (one.width, one.height) for one in wanted}
    return [(*place, *sizes[name]) for name, place in layout.places.items()]


@given(canvases, wishes)
def test_whatever_is_wanted_nothing_overlaps_and_nothing_leaves_the_canvas(
    canvas: Canvas, rows: list[tuple[str, SlotName, int, int]]
) -> None:
    wanted = wanted_of(rows)
    layout = arranged(canvas, wanted)
    placed = boxes(layout, wanted)
    assert not any(overlap(one, other) for one, other in combinations(placed, 2))
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
        for kind in KINDS
        if kind != "qr"
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


def test_a_slate_hides_the_others() -> None:
    layout = arranged(
        PHONE, [Wanted("logo", "logo", "top_left", 200, 60), Wanted("slate", "slate", "full", 720, 1280)]
    )
    assert layout == Layout({"slate": (0, 0)}, ("logo",))


def test_a_graphic_that_comes_later_moves_no_other() -> None:
    before = [Wanted("card", "product_card", "right_column", 286, 434), Wanted("qr", "qr", "left_column", 246, 276)]
    after = [*before, Wanted("coupon", "coupon", "above_band", 424, 150)]
    assert arranged(PHONE, before).places.items() <= arranged(PHONE, after).places.items()
