from pathlib import Path

import pytest

from console.bench.bare_loop import bare_loop_late_us
from console.bench.footage import write_clip
from console.errors import ConsoleError
from console.model.canvas import Canvas

CANVAS = Canvas(288, 512)


def test_the_loop_tells_how_late_every_tick_was(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", CANVAS, seconds=1)
    late_us = bare_loop_late_us(CANVAS, clip, seconds=0.5)
    assert len(late_us) == 15
    assert min(late_us) >= 0


def test_a_loop_that_cannot_run_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.bench.bare_loop.SPARE_S", 0.0)
    clip = write_clip(tmp_path / "clip.mp4", CANVAS, seconds=1)
    with pytest.raises(ConsoleError):
        bare_loop_late_us(CANVAS, clip, seconds=0.01)
