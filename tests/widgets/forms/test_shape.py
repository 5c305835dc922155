"""What a form finds in the Structs of the house and in a stranger's."""

from typing import Literal

import msgspec
import pytest

from console.core.show_edits import KINDS
from console.drivers import rows
from console.model.audio import AudioMix
from console.model.overlay import Theme
from console.model.planning import Targets
from console.model.product import Product
from console.model.rundown import Cue, Segment
from console.model.show import Show
from widgets.forms.shape import Shape, default_of, emptiest, shapes_of
from widgets.forms.words import help_words, label

ENTITIES = (*KINDS.values(), AudioMix, Theme, Targets)


class Strange(msgspec.Struct):
    """How a stranger's graphic looks.

    And more that no form says.
    """

    how_many_rows: int
    side: Literal["left", "up"] = "up"
    speed_px: float | None = None
    both: int | str = 0


def by_name(struct: type[msgspec.Struct], owner: str = "") -> dict[str, Shape]:
    return {shape.name: shape for shape in shapes_of(struct, owner=owner)}


def every(struct: type[msgspec.Struct]) -> list[Shape]:
    """Shapes of a Struct and of all in it, but for what has an entry of its own or a page of its own."""
    shapes = [shape for shape in shapes_of(struct) if shape.key != "AudioMix.strips"]
    inside = [shape.struct for shape in shapes if shape.struct is not None and shape.kind != "money"]
    return shapes + [inner for one in inside for inner in every(one)]


def test_a_product_is_asked_for_money_words_and_numbers() -> None:
    found = by_name(Product)
    kinds = {
        name: found[name].kind for name in ("number", "price", "was_price", "aliases", "picture", "tax_included")
    }
    assert kinds == {
        "number": "number",
        "price": "money",
        "was_price": "money",
        "aliases": "lines",
        "picture": "file",
        "tax_included": "switch",
    }
    assert found["was_price"].optional
    assert not found["price"].optional
    assert "revision" not in found


def test_what_names_another_thing_is_chosen_among_them() -> None:
    assert (by_name(Segment)["scene"].kind, by_name(Segment)["scene"].names) == ("one_of", "scenes")
    assert (by_name(Cue)["show"].kind, by_name(Cue)["show"].names) == ("some_of", "overlays")
    assert by_name(Segment)["cues"].kind == "many"


def test_the_offer_of_a_script_is_words() -> None:
    script = by_name(Segment)["script"].struct
    assert script is not None
    assert by_name(script)["offer"].kind == "long"


def test_seconds_are_a_duration_and_other_units_stand_behind_their_numbers() -> None:
    assert by_name(Segment)["planned_s"].kind == "duration"
    assert by_name(KINDS["strips"])["gain_db"].unit == "dB"


def test_a_strangers_settings_make_a_form_too() -> None:
    found = by_name(Strange, owner="strange")
    assert found["how_many_rows"].kind == "number"
    assert (found["side"].kind, set(found["side"].choices)) == ("choice", {"left", "up"})
    assert (found["speed_px"].optional, found["speed_px"].unit) == (True, "px")
    assert found["both"].kind == "unknown"
    assert label("strange.how_many_rows", "en") == "How many rows"
    assert help_words("strange.x", "en", Strange) == "How a stranger's graphic looks."


@pytest.mark.parametrize("struct", ENTITIES)
def test_every_field_of_the_house_has_a_form_and_words_in_both_languages(struct: type[msgspec.Struct]) -> None:
    for shape in every(struct):
        assert shape.kind != "unknown", shape.key
        assert label(shape.key, "ja") != shape.name.replace("_", " ").capitalize(), shape.key


@pytest.mark.parametrize("group", ["honban.sources", "honban.overlays"])
def test_every_setting_of_the_houses_drivers_has_words(group: str) -> None:
    for kind, row in rows(group).items():
        assert row.driver is not None, row.reason
        for shape in shapes_of(row.driver.settings, owner=kind):
            assert shape.kind != "unknown"
            assert label(shape.key, "ja") != shape.name.replace("_", " ").capitalize(), shape.key


@pytest.mark.parametrize("struct", ENTITIES)
def test_an_empty_one_can_be_made_and_says_its_own_type(struct: type[msgspec.Struct]) -> None:
    empty = emptiest(struct)
    assert msgspec.convert(msgspec.to_builtins(empty), struct) == empty


def test_what_stands_beside_the_collections_can_be_asked_for_alone() -> None:
    found = shapes_of(Show, only=("ng_words", "safe_areas"))
    assert [(shape.name, shape.kind) for shape in found] == [("ng_words", "many"), ("safe_areas", "by_key")]
    assert default_of(found[0]) == ()
