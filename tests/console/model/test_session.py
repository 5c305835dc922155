"""A session: when pictures are wanted, and what is worth writing down."""

import msgspec
import pytest

from console.model.session import Phase, Session


@pytest.mark.parametrize("phase", ["rehearsal", "standby", "live"])
def test_pictures_are_wanted_from_the_opening_on(phase: Phase) -> None:
    assert Session(phase=phase).running


@pytest.mark.parametrize("phase", ["idle", "ended", "ended_unexpectedly"])
def test_nothing_is_wanted_before_and_after(phase: Phase) -> None:
    assert not Session(phase=phase).running


def test_what_is_as_always_is_not_written() -> None:
    assert msgspec.json.encode(Session()) == b"{}"
    assert msgspec.json.encode(Session(epoch=2)) == b'{"epoch":2}'
