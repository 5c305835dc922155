from typing import get_args

import pytest

from console.doctor.check import Check, Finding, Level, Row
from console.doctor.verdict import Verdict, summary, verdict
from console.words.doctor import GROUP_MACHINE, TRY_AGAIN
from tests.support.doctor_looks import well


def row(name: str, level: Level, *, is_critical: bool = False) -> Row:
    return Row(Check(name, GROUP_MACHINE(), name, well, is_critical=is_critical), Finding(level, TRY_AGAIN()), 0.0)


@pytest.mark.parametrize(
    ("rows", "expected", "named"),
    [
        ([row("a", "pass"), row("b", "pass", is_critical=True)], "ready", None),
        ([row("a", "warn"), row("b", "pass")], "limited", "a"),
        ([row("a", "warn", is_critical=True), row("b", "fail")], "limited", "a, b"),
        ([row("a", "fail"), row("b", "fail", is_critical=True), row("c", "warn")], "not_ready", "b"),
    ],
)
def test_only_a_critical_failure_keeps_a_show_from_the_air(
    rows: list[Row], expected: Verdict, named: str | None
) -> None:
    assert verdict(rows) == expected
    assert summary(rows, lambda check: check.name).params.get("names") == named


def test_each_verdict_has_its_sentence() -> None:
    samples = [[row("a", "pass")], [row("a", "warn")], [row("a", "fail", is_critical=True)]]
    assert {verdict(rows) for rows in samples} == set(get_args(Verdict))
    assert len({summary(rows, str).code for rows in samples}) == 3
