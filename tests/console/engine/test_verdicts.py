from pathlib import Path

from console.engine.verdicts import keep_verdict, verdict
from console.rehearsal.received import Received, Thumbnail
from tests.support.guards import Expect


def test_what_was_seen_comes_back_as_it_was_whatever_the_destination_is_called(tmp_path: Path) -> None:
    seen = Received(connections=2, seconds=3.5, thumbnails=(Thumbnail(1.0, b"jpeg"),))
    keep_verdict(str(tmp_path), "../本番/yt", seen)
    assert verdict(tmp_path, "../本番/yt") == seen
    assert [path.parent for path in tmp_path.parent.rglob("*.verdict")] == [tmp_path]


def test_nobody_could_say(tmp_path: Path, expect_warning: Expect) -> None:
    expect_warning("a verdict is lost")
    keep_verdict("", "yt", Received())
    keep_verdict(str(tmp_path / "gone"), "yt", Received())
    assert verdict(tmp_path, "yt") is None


def test_a_verdict_that_is_cut_off_is_none(tmp_path: Path) -> None:
    keep_verdict(str(tmp_path), "yt", Received(seconds=3.5))
    [path] = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:10])
    assert verdict(tmp_path, "yt") is None
