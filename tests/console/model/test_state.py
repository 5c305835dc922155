"""A State survives being written down."""

import msgspec
from hypothesis import HealthCheck, given, settings

from console.model.state import State
from tests.support.nouns import structs

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@QUICK
@given(state=structs(State))
def test_a_state_comes_back_from_json_as_it_was(state: State) -> None:
    assert msgspec.json.decode(msgspec.json.encode(state), type=State) == state


@QUICK
@given(state=structs(State))
def test_a_state_comes_back_from_msgpack_as_it_was(state: State) -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=State) == state
