from pathlib import Path

from console.bench.footage import write_clip
from console.model.canvas import Canvas
from console.rehearsal.analyse import judge_file


def test_the_clip_can_be_judged(tmp_path: Path) -> None:
    seen = judge_file(write_clip(tmp_path / "clip.mp4", Canvas(288, 512), seconds=4))
    assert (seen.ticks.seen, seen.ticks.missing, seen.ticks.unread) == (120, 0, 0)
    assert seen.lip_sync.flashes >= 3
    assert seen.lip_sync.p95_ms is not None
    assert seen.lip_sync.p95_ms < 5
    assert seen.pictures.is_bt709
