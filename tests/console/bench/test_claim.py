from typing import Any

import pytest

from console.bench.claim import Claim, Figure, Section, plain
from console.errors import Message

WHAT = Message("speed")


@pytest.mark.parametrize(
    ("measured", "holds"), [(0.2, True), (0.25, True), (0.2501, False), (None, False), (-3.0, True)]
)
def test_a_promise_holds_up_to_its_limit_and_never_unmeasured(measured: float | None, *, holds: bool) -> None:
    assert Claim("a.b", WHAT, measured, 0.25).holds is holds


def test_one_broken_promise_breaks_the_section() -> None:
    good, bad = Claim("a.b", WHAT, 1, 2), Claim("a.c", WHAT, 3, 2)
    assert Section("a", (good,)).holds
    assert not Section("a", (good, bad)).holds


def test_a_program_reads_the_verdict_and_the_number_of_every_promise() -> None:
    section = Section("a", (Claim("a.b", WHAT, 1 / 3, 2, "x"),), (Figure("a.c", WHAT, None, "ms"),))
    said: dict[str, Any] = plain(section, lambda message: message.code)
    assert said == {
        "name": "a",
        "holds": True,
        "claims": [{"key": "a.b", "what": "speed", "measured": 0.333, "limit": 2, "unit": "x", "holds": True}],
        "figures": [{"key": "a.c", "what": "speed", "value": None, "unit": "ms"}],
    }
