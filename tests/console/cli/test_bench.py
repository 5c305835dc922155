from pathlib import Path

import pytest

from console.bench import run
from console.cli import bench
from console.cli.main import run as honban


def test_the_names_are_those_of_the_benchmarks() -> None:
    assert bench.NAMES == run.NAMES


@pytest.mark.parametrize("option", [("--seconds", "0"), ("--seconds", "nan"), ("--rounds", "0")])
def test_numbers_out_of_range_are_refused_in_one_sentence(
    option: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert honban(["bench", "compose", *option]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert option[0] in said.err
    assert "Traceback" not in said.err


def test_without_ffmpeg_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert honban(["bench", "cpu"]) == 2
    assert "ffmpeg" in capsys.readouterr().err
