"""Bad input: one sentence in the reader's language, exit code 2, nothing changed, no key quoted."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from console.cli.main import run
from tests.support.guards import HOME

KEY = "live_8842-abcd-efgh-ijkl"
SHOW = json.dumps(
    {
        "schema": 1,
        "sources": {"b": {"name": "B", "kind": "bars"}},
        "scenes": {"s": {"name": "S", "placements": [{"source": "b"}]}},
    }
)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONBAN_LANGUAGE", "en")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person stands: some good files and some bad ones."""
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "show.json").write_text(SHOW)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "show.json").write_text("{")
    (tmp_path / "empty").mkdir()
    (tmp_path / "words.txt").write_text("no certificate")
    monkeypatch.chdir(tmp_path)
    return tmp_path


BAD = [
    ["--show", "nowhere"],
    ["--show", "empty"],
    ["--show", "broken"],
    ["--show", "good"],
    ["--show", "good", "--record", "nowhere/x.mkv"],
    ["--show", "good", "--record", "good"],
    ["--show", "good", "--record", "x.mkv", "--seconds", "nan"],
    ["--show", "good", "--record", "x.mkv", "--seconds", "-5"],
    ["--show", "good", "--record", "x.mkv", "--seconds", "inf"],
    ["--show", "good", "--record", "x.mkv", "--bitrate", "0"],
    ["--show", "good", "--record", "x.mkv", "--canvas", "720x1281"],
    ["--show", "good", "--record", "x.mkv", "--canvas", "720x1280@0"],
    ["--show", "good", "--record", "x.mkv", "--canvas", "99999x99999@999"],
    ["--show", "good", "--record", "x.mkv", "--clip", "nowhere.mp4"],
    ["--show", "good", "--record", "x.mkv", "--clip", "a\0b"],
    ["--show", "good", "--to", f"http://a.example/app/{KEY}"],
    ["--show", "good", "--to", f"rtmp://user:{KEY}@a.example/app/k"],
    ["--show", "good", "--to", "rtmp://a.example/app"],
    ["--show", "good", "--to", f"rtmp://a.example/app/{KEY}", "--ca", "nowhere.pem"],
    ["--show", "good", "--to", f"rtmp://a.example/app/{KEY}", "--ca", "words.txt"],
    ["--show", "good", "--to", f"rtmp://a.example/app/{KEY}", "--ca", "empty"],
]


@pytest.mark.parametrize("options", BAD, ids=lambda options: " ".join(options).replace("\0", "0"))
def test_bad_input_is_one_sentence_and_changes_nothing(
    folder: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    assert run(["stream", *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.strip().endswith((".", ")."))
    assert KEY not in said.err
    assert sorted(folder.rglob("*")) == before
    assert not Path(os.environ[HOME]).exists()


@pytest.mark.parametrize(
    "options",
    [["--explode"], ["--too", f"rtmp://a.example/app/{KEY}"], [f"RTMP://a.example/app/{KEY}"], ["--bitrate", "x"]],
)
def test_unknown_options_show_the_usage_and_no_key(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["stream", *options])
    assert end.value.code == 2
    said = capsys.readouterr()
    assert "usage: honban" in said.err
    assert KEY not in said.err + said.out


@pytest.mark.parametrize("typed", [b"", b"\n\n", b"\xff\xfe\n", b"rtmp://a.example/app\t\n", b"\t\n"])
def test_destinations_from_standard_input_are_checked(
    folder: Path, typed: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
    assert run(["stream", "--show", "good", "--to", "-"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_rehearsal_checks_its_input_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rehearse", "--show", "broken"]) == 2
    assert run(["rehearse", "--show", "good", "--seconds", "nan"]) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert not Path(os.environ[HOME]).exists()


def test_the_sentence_is_in_the_readers_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HONBAN_LANGUAGE", "ja")
    assert run(["stream", "--clip", "nowhere.mp4", "--record", "x.mkv"]) == 2
    assert "ありません" in capsys.readouterr().err
