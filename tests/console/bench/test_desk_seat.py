"""A real seat at a real engine, measured."""

import shutil
from pathlib import Path

import pytest

from console.bench.desk_engine import RehearsingEngine
from console.bench.desk_screen import screen
from console.bench.desk_seat import MeasuredSeat, all_of
from console.link.probing import Wish

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no screen to open a window on"),
]


def test_a_seat_is_opened_takes_by_its_key_shows_each_comment_and_is_killed(tmp_path: Path) -> None:
    with screen(1280, 800) as display, RehearsingEngine(tmp_path, comments_a_second=20.0) as engine:
        engine.rehearse("measured")
        wish = Wish(str(tmp_path / "notes"), 1280, 800, ("source/table",), ("test", "towel-close"))
        with MeasuredSeat(engine, display, wish) as seat:
            assert 0 < seat.attached_s < 40
            began_us = engine.show_us
            watched = seat.watch(6.0)
        assert watched.cpu_s > 0
        frames = all_of(watched, lambda note: note.frames_ms)
        computed = all_of(watched, lambda note: note.frames_cpu_ms)
        assert 0 < sum(computed) <= sum(frames) * 1.01
        assert all(one > 0 for one in all_of(watched, lambda note: note.visible_ms))
        assert all(take.ticks > 0 for note in watched.notes for take in note.takes)
        assert sum(len(note.takes) for note in watched.notes) > 0
        assert len(watched.notes[-1].pictures) == 3
        seen = {comment for note in watched.notes for comment in note.comments}
        kept = [one.id for one in engine.comments().values() if began_us < one.at_us < began_us + 4_000_000]
        assert len(kept) > 40
        assert seen.issuperset(kept)
        assert engine.end().composed > 100
