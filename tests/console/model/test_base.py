"""Every noun is frozen and strict."""

import msgspec
import pytest

from console.model import facts, state  # noqa: F401 - the State and what it is made of: all nouns there are
from console.model.base import Noun


def below(kind: type[msgspec.Struct]) -> set[type[msgspec.Struct]]:
    """All Structs that descend from one."""
    return {found for one in kind.__subclasses__() for found in (one, *below(one))}


NOUNS = sorted(
    (kind for kind in below(Noun) if kind.__module__.startswith("console.")), key=lambda kind: kind.__name__
)


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_a_noun_is_never_changed_and_knows_all_its_fields(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
    assert kind.__struct_config__.forbid_unknown_fields
    assert kind.__struct_config__.omit_defaults
