"""Whatever brand a shop has, its text can be read."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from console.model.overlay import Theme
from overlays.theme import accent_of, contrast, ink_of, ink_on, mixed

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(colours)
def test_text_on_a_colour_has_the_contrast_of_large_text(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 3.0


@given(colours, st.sampled_from(["#FFFFFF", "#14161A", "#F4EDE0"]))
def test_the_brand_as_text_can_be_read_on_the_card(brand: str, card: str) -> None:
    theme = Theme(brand=brand, card=card)
    assert contrast(accent_of(theme), card) >= 4.5
    assert contrast(accent_of(theme, large=True), card) >= 3.0
    assert contrast(ink_of(theme), card) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == 21.0
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


def test_a_brand_that_can_be_read_stays_as_it_is() -> None:
    theme = msgspec.structs.replace(Theme(), brand="#B3261E")
    assert accent_of(theme) == "#B3261E"


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mixed("#FF0000", "#0000FF", share) for share in (0.0, 0.5, 1.0)] == ["#0000FF", "#800080", "#FF0000"]
