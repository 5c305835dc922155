"""Pictures through a mapped file: the newest whole one, and never a torn one."""

import gc
import stat
import struct
import tempfile
from pathlib import Path

import numpy as np
import pytest

from console.media.child import Child
from console.media.picture import Picture
from console.media.ring import RingReader, RingWriter, ring_folder, ring_path, sweep_rings
from tests.support import child_targets

WIDTH, HEIGHT, SLOTS = 8, 4, 6


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ring is."""
    return tmp_path / "ring"


@pytest.fixture
def writer(path: Path) -> RingWriter:
    """An empty ring."""
    return RingWriter(path, width=WIDTH, height=HEIGHT, slots=SLOTS)


def write(writer: RingWriter, value: int) -> None:
    """A picture of one value, shown at as many microseconds."""
    half = np.full((HEIGHT // 2, WIDTH // 2), value, np.uint8)
    writer.write(np.full((HEIGHT, WIDTH), value, np.uint8), half, half + 1, pts_us=value)


def values(picture: Picture | None) -> list[set[int]]:
    """What each plane holds."""
    assert picture is not None
    return [set(plane.ravel().tolist()) for plane in picture.planes]


def test_before_the_first_picture_there_is_none(writer: RingWriter, path: Path) -> None:
    assert RingReader(path).newest() is None


def test_a_picture_arrives_as_it_was_written(writer: RingWriter, path: Path) -> None:
    y = np.arange(WIDTH * HEIGHT, dtype=np.uint8).reshape(HEIGHT, WIDTH)
    u = np.arange(100, 108, dtype=np.uint8).reshape(HEIGHT // 2, WIDTH // 2)
    writer.write(y, u, u + 100, pts_us=-5)
    picture = RingReader(path).newest()
    assert picture is not None
    assert [plane.tolist() for plane in picture.planes] == [y.tolist(), u.tolist(), (u + 100).tolist()]
    assert (picture.width, picture.height, picture.pts_us) == (WIDTH, HEIGHT, -5)


def test_planes_with_a_stride_are_taken_as_they_are(writer: RingWriter, path: Path) -> None:
    wide = np.zeros((HEIGHT, WIDTH * 2), np.uint8)
    wide[:, :WIDTH] = 9
    half = np.zeros((HEIGHT // 2, WIDTH // 2), np.uint8)
    writer.write(wide[:, :WIDTH], half, half, pts_us=0)
    assert values(RingReader(path).newest())[0] == {9}


def test_the_same_object_comes_until_a_newer_picture_is_there(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    write(writer, 1)
    first = reader.newest()
    assert reader.newest() is first
    write(writer, 2)
    assert reader.newest() is not first
    assert values(reader.newest()) == [{2}, {2}, {3}]


def test_pictures_nobody_looked_at_are_counted(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    for value in (1, 2, 3):
        write(writer, value)
    reader.newest()
    assert reader.overwritten == 2
    write(writer, 4)
    reader.newest()
    assert reader.overwritten == 2
    assert reader.number == 4


def test_a_view_stays_whole_while_fewer_than_all_slots_but_one_are_newer(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    write(writer, 10)
    held = reader.newest()
    for value in range(11, 11 + SLOTS - 1):
        write(writer, value)
    assert values(held) == [{10}, {10}, {11}]


def test_every_reader_sees_the_same_pictures(writer: RingWriter, path: Path) -> None:
    readers = [RingReader(path) for _ in range(3)]
    write(writer, 5)
    assert [values(reader.newest()) for reader in readers] == [[{5}, {5}, {6}]] * 3


def test_a_slot_that_is_being_written_is_not_shown(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    write(writer, 1)
    first = reader.newest()
    write(writer, 2)
    number = 2
    at = writer._ring.slot_at(number)
    for torn in (2 * number - 1, 2 * (number + SLOTS) - 1, 2 * (number + SLOTS)):
        struct.pack_into("<Q", writer._ring.memory, at, torn)
        assert reader.newest() is first
    struct.pack_into("<Q", writer._ring.memory, at, 2 * number)
    assert values(reader.newest()) == [{2}, {2}, {3}]
    assert reader.overwritten == 0


def test_a_writer_that_died_half_way_leaves_the_last_whole_picture(writer: RingWriter, path: Path) -> None:
    write(writer, 1)
    with pytest.raises(ValueError, match="broadcast"):
        writer.write(np.zeros((3, 3), np.uint8), np.zeros((2, 4), np.uint8), np.zeros((2, 4), np.uint8), pts_us=2)
    assert values(RingReader(path).newest()) == [{1}, {1}, {2}]
    write(writer, 3)
    assert values(RingReader(path).newest()) == [{3}, {3}, {4}]


def test_a_reader_never_sees_a_torn_picture_of_a_writer_in_another_process(path: Path) -> None:
    child = Child("ring painter", child_targets.paint_ring, str(path), 320, 240)
    assert child.pipe.recv() == "ready"
    reader = RingReader(path)
    whole = 0
    while whole < 300:
        picture = reader.newest()
        if picture is None:
            continue
        copies = [plane.copy() for plane in picture.planes]
        if reader.number - picture.pts_us < SLOTS - 1:
            assert {value for copy in copies for value in (copy.min(), copy.max())} == {picture.pts_us % 251}
            whole += 1
    child.pipe.send("stop")
    child.stop(timeout_s=10)
    assert not path.exists()


def test_a_reader_keeps_what_it_sees_after_the_name_is_gone(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    writer.unlink()
    writer.unlink()
    write(writer, 1)
    assert values(reader.newest()) == [{1}, {1}, {2}]


def test_the_file_is_private_and_never_taken_from_somebody(writer: RingWriter, path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        RingWriter(path, width=WIDTH, height=HEIGHT)


def test_no_room_is_told_at_once_and_leaves_no_file(path: Path) -> None:
    with pytest.raises(OSError, match=r"space|large"):
        RingWriter(path, width=3840, height=2160, slots=2_000_000_000)
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"short",
        b"\0" * 1000,
        struct.pack("@4sIIIQ", b"HBr2", 8, 4, 6, 3),
        struct.pack("@4sIIIQ", b"HBr2", 8, 4, 0, 3),
        struct.pack("@4sIIIQ", b"HBr2", 2**31, 2**31, 2**31, 2**63) + b"\0" * 1000,
    ],
)
def test_a_file_that_is_no_ring_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"ring|empty"):
        RingReader(path)


def test_a_missing_file_is_an_os_error(path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        RingReader(path)


def test_the_folder_of_rings_can_be_written_to() -> None:
    probe = ring_folder() / "honban-test-probe"
    probe.touch()
    probe.unlink()


def test_without_memory_as_files_the_temporary_folder_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert ring_folder() == Path(tempfile.gettempdir())


def test_the_picture_of_a_moment_is_the_newest_not_later_than_it(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    for value in (10, 20):
        write(writer, value)
    assert reader.at(9) is None
    shown = reader.at(19)
    assert values(shown) == [{10}, {10}, {11}]
    assert reader.at(19) is shown
    assert values(reader.at(25)) == [{20}, {20}, {21}]
    assert reader.at(15) is reader.at(25)


def test_pictures_passed_over_on_the_way_to_a_moment_are_counted(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    for value in (10, 20, 30):
        write(writer, value)
    reader.at(30)
    assert reader.overwritten == 2


def test_pictures_too_fast_for_the_ring_are_shown_rather_than_none(writer: RingWriter, path: Path) -> None:
    reader = RingReader(path)
    for value in range(100, 120):
        write(writer, value)
    assert values(reader.at(5)) == [{117}, {117}, {118}]


def test_the_ring_of_a_writer_that_was_killed_is_swept_and_no_other(tmp_path: Path) -> None:
    alive = RingWriter(ring_path(tmp_path), width=WIDTH, height=HEIGHT)
    lost = Path(f"{ring_path(tmp_path)}.1")
    child = Child("ring painter", child_targets.paint_ring, str(lost), 320, 240)
    assert child.pipe.recv() == "ready"
    assert sweep_rings(tmp_path) == 0
    child.kill()
    (tmp_path / "honban-notes").write_text("not a ring")
    empty = ring_path(tmp_path)
    empty.touch()
    assert sweep_rings(tmp_path) == 1
    assert sorted(tmp_path.iterdir()) == sorted([alive.path, tmp_path / "honban-notes", empty])
    alive.unlink()


def test_a_writer_that_is_forgotten_holds_nothing(tmp_path: Path) -> None:
    RingWriter(ring_path(tmp_path), width=WIDTH, height=HEIGHT)
    gc.collect()
    assert sweep_rings(tmp_path) == 1
    assert sweep_rings(tmp_path / "none") == 0
