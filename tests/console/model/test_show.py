"""A Show survives being taken apart into plain values."""

import msgspec
from hypothesis import HealthCheck, given, settings

from console.model.show import Show
from tests.support.nouns import structs


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(show=structs(Show))
def test_a_show_comes_back_from_plain_values_as_it_was(show: Show) -> None:
    assert msgspec.convert(msgspec.to_builtins(show), Show) == show


def test_a_show_has_a_rendition_unless_told_otherwise() -> None:
    assert list(Show().renditions) == ["main"]
    assert Show(renditions={}).renditions == {}
