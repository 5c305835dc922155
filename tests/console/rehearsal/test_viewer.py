from pathlib import Path

from console.rehearsal.viewer import Viewer
from console.words.rehearsal import STREAM_UNREADABLE
from tests.support.footage import write_footage

SIZE = (180, 320)


def test_while_it_is_late_only_keyframes_are_decoded_and_nothing_counts_as_missing(tmp_path: Path) -> None:
    path = write_footage(
        tmp_path / "a.flv", ticks=list(range(90)), size=SIZE, x264_params="bframes=0:keyint=30:scenecut=0"
    )
    answers = iter([False, True, False])  # asked once a keyframe
    viewer = Viewer(is_late=lambda: next(answers))
    viewer.watch(str(path))
    received = viewer.received()
    assert (received.pictures.count, received.pictures.decoded) == (90, 61)
    assert (received.ticks.seen, received.ticks.missing, received.ticks.unread) == (61, 0, 29)


def test_a_second_stream_begins_where_the_first_ended(tmp_path: Path) -> None:
    path = write_footage(tmp_path / "a.flv", ticks=list(range(60)), size=SIZE)
    viewer = Viewer()
    viewer.watch(str(path))
    viewer.watch(str(path))
    received = viewer.received()
    assert (received.ticks.seen, received.ticks.missing, received.ticks.repeated) == (120, 0, 0)
    assert (received.pictures.gaps, received.pictures.longest_gap_ms) == (0, 0)
    seen_s = [thumbnail.at_s for thumbnail in received.thumbnails]
    assert (len(seen_s), seen_s == sorted(seen_s), round(seen_s[-1])) == (20, True, 4)


def test_a_stream_nobody_can_read_is_a_problem_until_a_good_one_comes(tmp_path: Path) -> None:
    bad = tmp_path / "bad.flv"
    bad.write_bytes(b"FLV\x01\x05" + bytes(500))
    viewer = Viewer()
    viewer.watch(str(bad))
    problem = viewer.received().problem
    assert problem is not None
    assert problem.code == STREAM_UNREADABLE.code
    viewer.watch(str(write_footage(tmp_path / "a.flv", ticks=[1, 2, 3], size=SIZE)))
    assert (viewer.received().problem, viewer.received().ticks.seen) == (None, 3)


def test_thumbnails_are_left_out_where_nobody_wants_them(tmp_path: Path) -> None:
    viewer = Viewer()
    viewer.watch(str(write_footage(tmp_path / "a.mkv", ticks=[1, 2, 3], size=SIZE)))
    assert viewer.received(with_thumbnails=False).thumbnails == ()
    assert len(viewer.received().thumbnails) == 1
