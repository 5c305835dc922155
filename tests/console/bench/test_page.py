from pathlib import Path

import pytest

from console.bench.claim import Claim, Figure, Section
from console.bench.machine import machine
from console.bench.page import marks, written
from console.bench.run import NAMES
from console.errors import ConsoleError
from console.words.bench import COMPOSE_MS, COMPOSE_RATIO
from tests.support import house


def section(measured: float) -> Section:
    ratio = Claim("compose.ratio", COMPOSE_RATIO(), measured, 0.25, "x")
    return Section("compose", (ratio,), (Figure("compose.ms", COMPOSE_MS(), None, "ms"),))


def page(folder: Path) -> Path:
    path = folder / "performance.md"
    begin, end = marks("compose")
    path.write_text(f"before\n{begin}{end}\nafter\n", encoding="utf-8")
    return path


def test_figures_stand_between_their_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    path = page(tmp_path)
    written(path, [section(0.5)], machine())
    written(path, [section(0.125)], machine())
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "| 0.125 x | 0.25 x | holds |" in text
    assert "0.5 x" not in text
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_promise_is_written_as_one(tmp_path: Path) -> None:
    path = page(tmp_path)
    written(path, [section(0.3)], machine())
    assert "**does not hold**" in path.read_text(encoding="utf-8")


def test_a_page_without_a_place_is_left_alone(tmp_path: Path) -> None:
    path = page(tmp_path)
    before = path.read_bytes()
    with pytest.raises(ConsoleError):
        written(path, [section(0.1), Section("air", ())], machine())
    assert path.read_bytes() == before
    with pytest.raises(ConsoleError):
        written(tmp_path / "absent.md", [], machine())


def test_the_projects_page_has_a_place_for_every_benchmark() -> None:
    text = house.read("docs/performance.md")
    assert all(mark in text for name in NAMES for mark in marks(name))
