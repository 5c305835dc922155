"""Shows of older versions open for ever."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.library.show_file import load_show, save_show
from console.library.show_json import decoded
from console.library.show_migrations import FIRST, MIGRATIONS, migrated
from console.model.product import Coupon
from console.model.show import SCHEMA
from tests.support.nouns import PLAIN

OLD = Path(__file__).parents[2] / "data"
ANY = Path("show.json")


def opened(folder: Path, document: dict[str, Any]) -> Any:
    """The show that this version makes of it."""
    return decoded(json.dumps(document).encode(), folder)


def test_there_is_one_step_from_every_schema_to_the_next() -> None:
    assert list(MIGRATIONS) == list(range(FIRST, SCHEMA))


@pytest.mark.parametrize("schema", range(FIRST, SCHEMA))
def test_a_show_that_an_older_version_saved_opens_and_is_saved_in_this_schema(schema: int, tmp_path: Path) -> None:
    text = (OLD / f"show-{schema}" / "show.json").read_text(encoding="utf-8")
    (tmp_path / "show.json").write_text(text, encoding="utf-8")
    for product in json.loads(text)["products"].values():
        (tmp_path / product["picture"]).touch()
    (tmp_path / "logo.png").touch()
    show = load_show(tmp_path)
    assert len(show.products) == 6
    assert show.products["financier"].was_price is not None
    assert show.schema == SCHEMA
    save_show(tmp_path, show)
    assert json.loads((tmp_path / "show.json").read_text(encoding="utf-8"))["schema"] == SCHEMA
    assert load_show(tmp_path) == show


def test_what_was_said_of_a_coupons_end_joins_its_title() -> None:
    coupon = {"code": "A", "title": "春", "discount": "¥500 OFF", "quota": 9, "claimed": 3, "until": "21:30まで"}
    show = opened(ANY, {"schema": 1, "coupons": {"a": coupon}})
    assert show.coupons == {"a": Coupon(code="A", title="春 (21:30まで)", discount="¥500 OFF", quota=9)}


def test_a_card_without_tax_makes_its_product_one_without_tax() -> None:
    products = {key: {"number": n, "name": key, "price": {"minor": 1}} for n, key in enumerate("ab", 1)}
    card = {"name": "C", "kind": "product_card", "settings": {"product": "b", "tax_included": False}}
    show = opened(ANY, {"products": products, "overlays": {"c": card}})
    assert [show.products[key].tax_included for key in "ab"] == [True, False]
    every = {"name": "C", "kind": "product_card", "settings": {"tax_included": False}}
    show = opened(ANY, {"products": products, "overlays": {"c": every}})
    assert [show.products[key].tax_included for key in "ab"] == [False, False]


def test_a_document_is_not_changed_by_its_migration() -> None:
    document = {"coupons": {"a": {"code": "A", "claimed": 3, "until": "x", "title": "t"}}, "products": {"p": {}}}
    before = json.dumps(document)
    migrated(document, 1)
    assert json.dumps(document) == before


def test_an_unknown_field_is_told_whatever_the_schema() -> None:
    with pytest.raises(ConsoleError) as caught:
        opened(ANY, {"schema": 1, "coupons": {"a": {"code": "A", "title": "", "discount": "", "colour": "red"}}})
    assert caught.value.message.code == "show_unknown_field"
    assert caught.value.message.params == {"path": "coupons.a", "field": "colour"}


NAMES = st.sampled_from(["coupons", "products", "overlays", "settings", "kind", "until", "title", "claimed", "a"])
NESTED = st.recursive(
    PLAIN | st.just("product_card"), lambda inner: st.dictionaries(NAMES, inner, max_size=4), max_leaves=12
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, NESTED, max_size=4))
def test_a_document_of_any_shape_passes_through(document: dict[str, Any]) -> None:
    assert migrated(document, FIRST)["schema"] == SCHEMA
    with contextlib.suppress(ConsoleError):
        opened(ANY, document)
