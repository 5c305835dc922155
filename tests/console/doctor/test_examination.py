import multiprocessing
import time
from collections.abc import Callable

import pytest

from console.doctor.check import Check, Finding, Row
from console.doctor.examination import rows
from console.words.doctor import GROUP_MACHINE, SET_CLOCK
from tests.support import doctor_looks as looks


def check(look: Callable[..., Finding], *args: object, deadline_s: float = 10.0) -> Check:
    return Check(look.__name__, GROUP_MACHINE(), look.__name__, look, args, deadline_s=deadline_s)


def outcomes(*checks: Check) -> list[tuple[str, str]]:
    return [(row.finding.level, row.finding.said.code) for row in rows(checks)]


def test_each_check_makes_one_row_in_its_order() -> None:
    found = list(rows([check(looks.well, "3"), check(looks.poorly)]))
    assert [row.check.name for row in found] == ["well", "poorly"]
    assert found[0].finding.said.params == {"version": "3"}
    assert found[1].finding.advice == SET_CLOCK()


def test_what_raises_is_a_failed_row_of_its_own_with_the_reason_in_one_line() -> None:
    first, second = rows([check(looks.raises), check(looks.well)])
    assert first.finding.level == "fail"
    assert first.finding.said.params["reason"] == "ZeroDivisionError: by nothing"
    assert first.finding.advice is not None
    assert second.finding.level == "pass"


def test_the_worlds_fault_is_told_in_its_own_words() -> None:
    assert outcomes(check(looks.refuses)) == [("fail", "no_driver")]


def test_what_hangs_is_killed_at_its_deadline_and_the_others_are_looked_at() -> None:
    began = time.monotonic()
    assert outcomes(check(looks.hangs, deadline_s=0.3), check(looks.well)) == [
        ("fail", "check_hung"),
        ("pass", "library_good"),
    ]
    assert time.monotonic() - began < 10
    assert not multiprocessing.active_children()


def test_what_crashes_takes_only_itself_along() -> None:
    first, second = rows([check(looks.dies), check(looks.well)])
    assert (first.finding.said.code, first.finding.said.params) == ("check_crashed", {"code": 7})
    assert second.finding.level == "pass"


def test_one_crash_after_another_is_one_row_after_another() -> None:
    assert outcomes(check(looks.dies), check(looks.dies), check(looks.well)) == [
        ("fail", "check_crashed"),
        ("fail", "check_crashed"),
        ("pass", "library_good"),
    ]


def test_checks_share_a_child_that_is_not_the_program() -> None:
    first, second = rows([check(looks.where), check(looks.where)])
    assert first.finding.said.params == second.finding.said.params
    assert first.finding.said.params["version"] != str(multiprocessing.current_process().pid)


def test_a_check_can_neither_write_to_the_terminal_nor_ask_at_it(capfd: pytest.CaptureFixture[str]) -> None:
    (row,) = rows([check(looks.chatters)])
    assert row.finding.said.params["version"] == "no terminal, ''"
    assert "CHATTER" not in "".join(capfd.readouterr())


def test_a_reader_who_leaves_early_leaves_no_child_behind() -> None:
    examination = rows([check(looks.well), check(looks.hangs)])
    assert isinstance(next(examination), Row)
    examination.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()
