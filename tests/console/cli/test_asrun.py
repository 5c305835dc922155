"""`honban asrun`: the rows of a session for people and for spreadsheets."""

import csv
from pathlib import Path

import pytest

from console.cli.asrun import time_code
from console.cli.main import run
from console.library.journal import FileJournal
from console.library.sessions import journal_path
from console.library.show_file import demo_show_folder, load_show
from console.media.clock import ManualClock
from console.model.commands import EndSession, TakeNext, WithdrawOffer
from console.model.facts import MediaStarted
from tests.support.desk import on_air


@pytest.fixture
def path() -> Path:
    """The journal of session s1."""
    desk = on_air(load_show(demo_show_folder()))
    desk.do(MediaStarted(), TakeNext(), WithdrawOffer("mug-live", "=1+1"), EndSession())
    place = journal_path("s1")
    journal = FileJournal(place, session="s1", clock=ManualClock(), report=lambda _: None)
    for entry, state in zip(desk.entries, desk.states[1:], strict=True):
        journal.write(entry, state)
    assert journal.close()
    return place


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        ("en", "On air", "00:00:00.00  desk    segment  開演前のカウントダウン"),
        ("ja", "オンエア", "00:00:00.00  操作席    コーナー    開演前のカウントダウン"),
    ],
)
def test_what_was_on_air_is_told_in_the_readers_language(
    path: Path,
    language: str,
    heading: str,
    line: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HONBAN_LANGUAGE", language)
    assert run(["asrun", "s1"]) == 0
    out = capsys.readouterr().out
    assert heading in out.splitlines()[0]
    words = line.split()
    assert any(all(word in row for word in words) for row in out.splitlines())
    assert "Traceback" not in out


def test_a_file_holds_every_row_and_no_formula(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.csv"
    assert run(["asrun", str(path), "--csv", str(target)]) == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == len(capsys.readouterr().out.splitlines())
    assert rows[0][-1] == "Id"
    assert [row[6] for row in rows if row[5] == "withdrawn" and row[7] == "mug-live"] == ["'=1+1"]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.csv"]


def test_a_session_that_is_not_there_and_a_file_that_cannot_be_written_are_told(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["asrun", "nobody"]) == 2
    assert "no record of a session “nobody”" in capsys.readouterr().err
    assert run(["asrun", "../../etc"]) == 2
    assert run(["asrun", "s1", "--csv", str(tmp_path / "no" / "out.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_without_a_session_those_that_are_remembered_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["asrun"]) == 0
    assert "no record of a session yet" in capsys.readouterr().out
    journal_path("s7").parent.mkdir(parents=True, exist_ok=True)
    journal_path("s7").write_bytes(b"")
    assert run(["asrun"]) == 0
    assert capsys.readouterr().out.startswith("s7: last written 2")


@pytest.mark.parametrize(
    ("code_us", "words"),
    [
        (0, "00:00:00.00"),
        (754_567_000, "00:12:34.56"),
        (-1_000_000, "-00:00:01.00"),
        (360_000_000_000, "100:00:00.00"),
    ],
)
def test_a_time_code_counts_from_the_first_picture(code_us: int, words: str) -> None:
    assert time_code(code_us) == words
