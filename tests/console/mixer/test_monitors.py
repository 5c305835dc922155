"""Small pictures for people who look."""

import gc
import itertools
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.media.child import Child
from console.media.colour import yuv_of_hex
from console.media.picture import Picture, flat
from console.media.ring import RingReader
from console.mixer.monitors import PREVIEW, PROGRAM, Monitors, of_scene, of_source
from console.mixer.plan import View
from console.mixer.scene_painter import SLATE
from console.model.canvas import Canvas
from console.model.scene import Placement
from tests.support import child_targets
from tests.support.guards import Expect
from tests.support.pictures import blank, same

SHAPE = Canvas(720, 1280)
RATE = Fraction(30)
RED, BLUE = flat(720, 1280, "#E5484D"), flat(1280, 720, "#0090FF")
SMALL_RED = flat(360, 640, "#E5484D")


class Desk:
    """Monitors and the ticks that draw them."""

    def __init__(self, folder: Path) -> None:
        self.monitors = Monitors(folder)
        self.pictures: dict[str, Picture] = {"cam": RED}
        self.scenes = {"near": (Placement(source="cam"),), "far": (Placement(source="wall"),)}
        self._ticks = itertools.count()

    def look(self, monitor: str, viewer: str = "seat", shape: Canvas = SHAPE) -> RingReader:
        return RingReader(self.monitors.attach(monitor, viewer=viewer, shape=shape))

    def tick(self, program: Picture | None = RED, preview: View | None = None, rate: Fraction = RATE) -> None:
        view = View((Placement(source="cam"),)) if preview is None else preview
        media_us = next(self._ticks) * 33_333
        self.monitors.draw(view, self.pictures, program, media_us=media_us, rate=rate, scenes=self.scenes)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.monitors.close()
    assert not list(tmp_path.iterdir())


def seen(reader: RingReader) -> Picture:
    picture = reader.newest()
    assert picture is not None
    return picture


def test_program_is_what_was_composed_made_small(desk: Desk) -> None:
    reader = desk.look(PROGRAM)
    assert reader.newest() is None
    desk.tick(RED)
    desk.tick(BLUE)
    assert seen(reader).pts_us == 33_333
    desk.tick(RED)
    assert same(seen(reader), SMALL_RED)


def test_memory_that_is_written_again_is_looked_at_again(desk: Desk) -> None:
    """The encoder's pictures go round: the same object holds another picture a few ticks later."""
    reader, memory = desk.look(PROGRAM), blank(720, 1280, 10)
    desk.tick(memory)
    memory.y[:] = 20
    desk.tick(memory)
    assert set(seen(reader).y.ravel().tolist()) == {20}


def test_where_nothing_was_composed_program_stays(desk: Desk) -> None:
    reader = desk.look(PROGRAM)
    desk.tick(RED)
    desk.tick(None)
    assert (reader.number, seen(reader).pts_us) == (1, 0)


def test_preview_shows_its_scene_whatever_program_shows(desk: Desk) -> None:
    reader = desk.look(PREVIEW)
    desk.tick(BLUE)
    assert same(seen(reader), SMALL_RED)
    desk.tick(RED, View())
    assert same(seen(reader), flat(360, 640))


def test_preview_is_composed_apart_from_program(desk: Desk) -> None:
    """Two compositors: what one keeps of a transition or of resized pictures is nothing to the other."""
    readers = [desk.look(PROGRAM), desk.look(PREVIEW)]
    program = flat(720, 1280, "#30A46C")
    untouched = flat(720, 1280, "#30A46C")
    desk.tick(program)
    assert same(program, untouched)
    assert same(seen(readers[0]), flat(360, 640, "#30A46C"))
    assert same(seen(readers[1]), SMALL_RED)


def test_a_source_is_shown_whole_with_bars_beside(desk: Desk) -> None:
    desk.pictures["cam"] = BLUE
    picture = None
    reader = desk.look(of_source("cam"))
    desk.tick()
    picture = seen(reader)
    blue, black = yuv_of_hex("#0090FF")[0], yuv_of_hex("#000000")[0]
    assert (picture.width, picture.height) == (360, 640)
    assert {int(picture.y[320, x]) for x in (0, 180, 359)} == {blue}
    assert {int(picture.y[y, 180]) for y in (0, 200, 440, 639)} == {black}


def test_a_source_that_turns_leaves_no_trace_of_how_it_stood(desk: Desk) -> None:
    reader = desk.look(of_source("cam"))
    for picture, expected in ((RED, SMALL_RED), (flat(1280, 720), flat(360, 640)), (RED, SMALL_RED)):
        desk.pictures["cam"] = picture
        desk.tick()
        assert same(seen(reader), expected)


def test_a_lost_source_is_a_slate_and_an_unchanged_one_is_not_drawn_again(desk: Desk) -> None:
    reader = desk.look(of_source("cam"))
    desk.tick()
    desk.tick()
    assert reader.number == 1
    del desk.pictures["cam"]
    desk.tick()
    desk.tick()
    assert reader.number == 2
    assert int(seen(reader).y[320, 180]) == yuv_of_hex(SLATE)[0]


def test_a_source_called_program_is_not_program(desk: Desk) -> None:
    desk.pictures["program"] = BLUE
    readers = desk.look(PROGRAM), desk.look(of_source("program"), shape=Canvas(1280, 720))
    desk.tick()
    assert same(seen(readers[0]), SMALL_RED)
    assert same(seen(readers[1]), flat(640, 360, "#0090FF"))


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (Canvas(1080, 1920), (360, 640)),
        (Canvas(1920, 1080), (640, 360)),
        (Canvas(1080, 1080), (640, 640)),
        (Canvas(320, 240), (320, 240)),
        (Canvas(2, 4000), (2, 640)),
    ],
)
def test_a_monitor_is_small_even_and_of_the_canvas_shape(desk: Desk, shape: Canvas, size: tuple[int, int]) -> None:
    reader = desk.look(PROGRAM, shape=shape)
    desk.tick(flat(shape.width, shape.height))
    picture = seen(reader)
    assert (picture.width, picture.height) == size


@pytest.mark.parametrize(("rate", "drawn"), [(Fraction(30), 8), (Fraction(30_000, 1001), 8), (Fraction(60), 4)])
def test_it_is_drawn_thirty_times_a_second_at_most(desk: Desk, rate: Fraction, drawn: int) -> None:
    reader = desk.look(PROGRAM)
    for _ in range(8):
        desk.tick(rate=rate)
    assert reader.number == drawn


def test_two_viewers_share_a_ring_and_the_last_takes_it_away(desk: Desk, tmp_path: Path) -> None:
    first = desk.monitors.attach(PROGRAM, viewer="one", shape=SHAPE)
    assert desk.monitors.attach(PROGRAM, viewer="two", shape=SHAPE) == first
    assert desk.monitors.attach(PROGRAM, viewer="two", shape=Canvas(100, 100)) == first
    desk.monitors.detach(PROGRAM, viewer="two")
    desk.monitors.detach(PROGRAM, viewer="two")
    assert first.exists()
    reader = RingReader(first)
    desk.monitors.detach(PROGRAM, viewer="one")
    assert not first.exists()
    desk.tick()
    assert reader.number == 0, "what nobody looks at is not drawn"
    assert desk.monitors.attach(PROGRAM, viewer="one", shape=SHAPE) != first


def test_who_leaves_looks_at_nothing_any_more(desk: Desk, tmp_path: Path) -> None:
    for monitor in (PROGRAM, PREVIEW, of_source("cam")):
        desk.look(monitor, "gone")
    desk.look(PROGRAM, "stays")
    desk.monitors.leave("gone")
    desk.monitors.leave("never came")
    assert len(list(tmp_path.iterdir())) == 1


def test_without_room_the_viewer_is_told_and_the_others_go_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    reader = desk.look(PROGRAM)
    with monkeypatch.context() as patch:
        patch.setattr("console.media.ring._reserve", full)
        with pytest.raises(ConsoleError) as refusal:
            desk.look(PREVIEW)
    assert refusal.value.message.code == "monitor_without_room"
    desk.tick()
    assert reader.number == 1


def test_a_monitor_that_breaks_does_not_break_the_others(desk: Desk, expect_warning: Expect) -> None:
    expect_warning("monitor preview broke")
    readers = desk.look(PREVIEW), desk.look(PROGRAM)
    broken = View((Placement(source="cam", box=None),))  # type: ignore[arg-type]
    desk.tick(preview=broken)
    desk.tick(preview=broken)
    assert [reader.number for reader in readers] == [0, 2]


def test_a_seat_in_another_process_sees_it_and_no_file_is_left(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    path = desk.monitors.attach(PROGRAM, viewer="seat", shape=SHAPE)
    child = Child("seat", child_targets.look_at_ring, str(path))
    try:
        answers = []
        for program in (None, flat(720, 1280, "#FFFFFF"), flat(720, 1280)):
            desk.tick(program)
            child.pipe.send("look")
            assert child.pipe.poll(10)
            answers.append(child.pipe.recv())
        assert answers == [None, (360, 640, 33_333, 235.0), (360, 640, 66_666, 16.0)]
        desk.monitors.close()
        assert not path.exists()
        child.pipe.send("look")
        assert child.pipe.recv() == answers[-1], "who looks keeps what was seen last"
    finally:
        child.stop()
        desk.monitors.close()
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_a_scene_is_seen_small_whatever_is_on_program(desk: Desk) -> None:
    reader = desk.look(of_scene("near"))
    desk.tick(BLUE)
    assert same(seen(reader), flat(136, 240, "#E5484D"))


def test_a_scene_whose_source_gives_nothing_is_a_slate_and_one_that_was_deleted_is_black(desk: Desk) -> None:
    reader = desk.look(of_scene("far"))
    desk.tick()
    assert same(seen(reader), flat(136, 240, SLATE))
    del desk.scenes["far"]
    for _ in range(4):
        desk.tick()
    assert same(seen(reader), flat(136, 240))


def test_a_scene_is_seen_ten_times_a_second_at_most(desk: Desk) -> None:
    reader = desk.look(of_scene("near"))
    for _ in range(30):
        desk.tick()
    assert 8 <= reader.number <= 10


@pytest.mark.parametrize("rate", [RATE, Fraction(60)])
def test_one_scene_is_drawn_in_a_tick_and_all_have_their_turn(desk: Desk, rate: Fraction) -> None:
    keys = [f"scene {number}" for number in range(8)]
    desk.scenes = {key: (Placement(source="cam"),) for key in keys}
    readers = [desk.look(of_scene(key)) for key in keys]
    for tick in range(1, 41):
        desk.tick(rate=rate)
        assert sum(reader.number for reader in readers) == tick
    assert [reader.number for reader in readers] == [5] * 8


def test_scenes_go_on_when_media_time_begins_anew(desk: Desk) -> None:
    reader = desk.look(of_scene("near"))
    for _ in range(100):
        desk.tick()
    number = reader.number
    desk._ticks = itertools.count()
    for _ in range(10):
        desk.tick()
    assert reader.number >= number + 2


def test_scenes_come_beside_the_other_monitors(desk: Desk) -> None:
    program, scene = desk.look(PROGRAM), desk.look(of_scene("near"))
    for _ in range(4):
        desk.tick()
    assert (program.number, scene.number) == (4, 1)


def test_a_wide_scene_has_the_shape_of_its_canvas(desk: Desk) -> None:
    reader = desk.look(of_scene("near"), shape=Canvas(1920, 1080))
    desk.tick()
    assert (seen(reader).width, seen(reader).height) == (240, 136)
