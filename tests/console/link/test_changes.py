"""What differs between two States leads from the one to the other, through bytes, and is as small as it can be."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.link.changes import applied, changes, names_applied, names_changes
from console.link.protocol import Changes, Slice, downward, encoded
from console.model.comment import Comment
from console.model.moment import At
from console.model.product import Money, Product
from console.model.show import Show
from console.model.state import Audience, State
from tests.support.nouns import structs

NOW = At(1, 2, 3)
COMMENTS = {f"c{number}": Comment(id=f"c{number}", text="x", at_us=number) for number in range(300)}
TALKED = State(revision=4, comments=COMMENTS)


def over_the_wire(before: State, after: State) -> State:
    message = downward(encoded(Changes(before.revision, after.revision, NOW, changes(before, after))))
    assert isinstance(message, Changes)
    return applied(before, message.revision, message.slices)


def in_order(value: Any) -> Any:
    """The same with the order of every collection, which equality of dicts does not see."""
    if isinstance(value, msgspec.Struct):
        return [(name, in_order(getattr(value, name))) for name in value.__struct_fields__]
    if isinstance(value, dict):
        return [(key, in_order(one)) for key, one in value.items()]
    return [in_order(one) for one in value] if isinstance(value, tuple | list) else value


def product(name: str) -> Product:
    return Product(number=1, name=name, price=Money(minor=1))


@settings(max_examples=60, deadline=None)
@given(structs(State), structs(State))
def test_any_state_leads_to_any_other(before: State, after: State) -> None:
    assert in_order(over_the_wire(before, after)) == in_order(after)


def test_nothing_is_said_of_equal_states() -> None:
    assert changes(TALKED, replace(TALKED, comments=dict(COMMENTS), audience=Audience())) == ()


def test_new_rows_at_the_end_need_no_order() -> None:
    newer = {key: row for key, row in COMMENTS.items() if key != "c0"} | {"n": Comment(id="n", text="y", at_us=9)}
    (one,) = changes(TALKED, replace(TALKED, comments=newer))
    assert (one.path, list(one.put), one.gone, one.order) == ("comments", ["n"], ("c0",), None)


def test_a_row_that_changed_stays_in_its_place() -> None:
    other = COMMENTS | {"c7": replace(COMMENTS["c7"], flags=("ng",))}
    (one,) = changes(TALKED, replace(TALKED, comments=other))
    assert (list(one.put), one.order) == (["c7"], None)
    assert list(over_the_wire(TALKED, replace(TALKED, comments=other)).comments) == list(COMMENTS)


def test_another_order_alone_is_told() -> None:
    turned = dict(reversed(COMMENTS.items()))
    (one,) = changes(TALKED, replace(TALKED, comments=turned))
    assert one.order == tuple(turned)
    assert not one.put
    assert list(over_the_wire(TALKED, replace(TALKED, comments=turned)).comments) == list(turned)


def test_one_product_of_a_show_travels_alone() -> None:
    before = State(show=Show(products={"a": product("A"), "b": product("B")}, title="x"))
    after = replace(before, show=replace(before.show, products=before.show.products | {"b": product("C")}))
    (one,) = changes(before, after)
    assert (one.path, list(one.put)) == ("show.products", ["b"])


def test_one_number_of_a_part_travels_alone() -> None:
    before = State(audience=Audience(viewers=1))
    assert [one.path for one in changes(before, State(audience=Audience(viewers=2)))] == ["audience.viewers"]


@pytest.mark.parametrize(
    "wrong",
    [
        Slice("nothing", whole=msgspec.Raw(b"\xc0")),
        Slice("show.nothing", put={}),
        Slice("session", whole=msgspec.Raw(b"\xc0")),
        Slice("comments", put={"x": msgspec.Raw(b"\x01")}),
        Slice("comments", order=("other",)),
        Slice("comments.c1", whole=msgspec.Raw(b"\xc0")),
        Slice("session"),
        Slice("", whole=msgspec.Raw(b"\xc0")),
    ],
)
def test_changes_that_do_not_fit_are_refused(wrong: Slice) -> None:
    with pytest.raises(msgspec.DecodeError):
        applied(TALKED, 5, (wrong,))


def test_words_by_overlay_come_back_as_they_were() -> None:
    audience = Audience(words={"ticker": "本番"})
    assert over_the_wire(State(), State(audience=audience)).audience == audience


BOOKS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", "みかん", "Emi"]))


@given(BOOKS, BOOKS)
def test_what_changed_in_the_book_of_names_leads_from_the_one_to_the_other(before: Any, after: Any) -> None:
    message = downward(encoded(Changes(1, 1, NOW, names=names_changes(before, after))))
    assert isinstance(message, Changes)
    assert names_applied(before, message.names) == after


def test_of_a_thousand_names_only_the_new_one_travels() -> None:
    before = {f"viewer {number}": "みかん" for number in range(1_000)}
    after = {**before, "new": "Emi"}
    del after["viewer 3"]
    change = names_changes(before, after)
    assert change is not None
    assert (change.put, change.gone) == ({"new": "Emi"}, ("viewer 3",))


def test_a_book_that_says_the_same_is_no_news() -> None:
    book = {"a": "Emi"}
    assert names_changes(book, book) is None
    assert names_changes(book, dict(book)) is None


def test_where_only_names_changed_the_state_stays_the_same_object() -> None:
    assert applied(TALKED, TALKED.revision, ()) is TALKED
