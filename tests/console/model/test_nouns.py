"""The nouns: values that survive being written down, and small things they know of themselves."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.model.base import Noun
from console.model.canvas import Canvas
from console.model.mix import Fade
from console.model.session import Phase, Session
from console.model.show import Show
from console.model.state import State
from tests.support.nouns import structs

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def nouns(kind: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """All Structs below one, in a stable order."""
    below = [found for one in kind.__subclasses__() for found in (one, *nouns(one))]
    return sorted(set(below), key=lambda one: one.__name__)


@QUICK
@given(state=structs(State))
def test_a_state_comes_back_from_json_as_it_was(state: State) -> None:
    assert msgspec.json.decode(msgspec.json.encode(state), type=State) == state


@QUICK
@given(state=structs(State))
def test_a_state_comes_back_from_msgpack_as_it_was(state: State) -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=State) == state


@QUICK
@given(show=structs(Show))
def test_a_show_comes_back_from_plain_values_as_it_was(show: Show) -> None:
    assert msgspec.convert(msgspec.to_builtins(show), Show) == show


def test_what_is_as_always_is_not_written() -> None:
    assert msgspec.json.encode(Session()) == b"{}"
    assert msgspec.json.encode(Session(epoch=2)) == b'{"epoch":2}'


@pytest.mark.parametrize("kind", nouns(Noun), ids=lambda kind: kind.__name__)
def test_every_noun_is_frozen_and_strict(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
    assert kind.__struct_config__.forbid_unknown_fields


@pytest.mark.parametrize(
    ("phase", "running"),
    [
        ("idle", False), ("rehearsal", True), ("standby", True),
        ("live", True), ("ended", False), ("ended_unexpectedly", False),
    ],
)  # fmt: skip
def test_pictures_are_wanted_from_the_opening_to_the_end(phase: Phase, running: bool) -> None:  # noqa: FBT001
    assert Session(phase=phase).running is running


def test_a_canvas_knows_which_way_it_stands() -> None:
    assert Canvas(720, 1280).portrait
    assert not Canvas(1280, 720).portrait
    assert not Canvas(720, 720).portrait


LEVEL = st.floats(0, 1)
TIME = st.integers(-(10**9), 10**12)


@given(start=LEVEL, end=LEVEL, since_us=TIME, duration_us=st.integers(0, 10**8), media_us=TIME)
def test_a_fade_never_leaves_its_two_levels(
    start: float, end: float, since_us: int, duration_us: int, media_us: int
) -> None:
    fade = Fade(start_level=start, end_level=end, since_us=since_us, duration_us=duration_us)
    level = fade.level(media_us)
    assert min(start, end) - 1e-12 <= level <= max(start, end) + 1e-12
    if media_us >= since_us + duration_us:
        assert level == end
    elif duration_us and media_us <= since_us:
        assert level == start


def test_a_fade_is_half_way_in_the_middle() -> None:
    fade = Fade(start_level=1.0, end_level=0.0, since_us=1_000, duration_us=500_000)
    assert fade.level(251_000) == pytest.approx(0.5)
