import subprocess
import sys

import pytest

from console.cli.columns import coloured, padded, plain, width
from tests.support import house


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("カメラ", 6), ("ｶﾒﾗ", 3), ("か\u3099", 2), ("A級", 3)]
)
def test_wide_letters_take_two_cells(text: str, cells: int) -> None:
    assert width(text) == cells
    assert width(padded(text, 8)) == 8


def test_a_long_text_is_not_cut() -> None:
    assert padded("カメラ", 2) == "カメラ"


def test_a_name_cannot_steer_the_terminal() -> None:
    shown = plain("Cam\x1b]0;pwned\x07\n\u202eabc\x9b31m")
    assert shown == "Cam�]0;pwned� �abc�31m"


def test_colours_are_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert coloured("x", 31) == "x"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert coloured("x", 31) == "\x1b[31mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert coloured("x", 31) == "x"


def test_a_reader_who_stops_reading_is_no_failure_and_nothing_is_cut_short() -> None:
    program = (
        "import sys; from console.cli.columns import say; said = iter(map(str, range(100_000)));"
        "say(said); sys.exit(7 if next(said, None) is None else 1)"
    )
    talking = subprocess.Popen(
        [sys.executable, "-c", program], cwd=house.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert talking.stdout is not None
    assert talking.stdout.readline() == b"0\n"
    talking.stdout.close()
    assert talking.stderr is not None
    assert talking.stderr.read() == b""
    talking.stderr.close()
    assert talking.wait(20) == 7
