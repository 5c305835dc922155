"""From ticks to tags: nothing lost, nothing late, nothing torn."""

import threading
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pytest

from console.errors import ConsoleError
from console.media.feed import DEPTH, SOUNDS_KEPT, Feed
from console.media.sound import silence
from console.media.timebase import sample_at
from console.media.worker import Worker
from console.model.canvas import Canvas
from console.output import video_codec
from console.output.encoder import Encoder
from console.output.video_codec import PRESETS
from console.wire import amf
from console.wire.flv import Tag, TagKind
from tests.support import ticks
from tests.support.hearing import beep_starts

FRAME = 1024


class Desk:
    """An encoder on this thread, with what it gave out."""

    def __init__(
        self, rate: Fraction = ticks.RATE, *, canvas: Canvas = ticks.SMALL, burst: int = 1, **changes: object
    ) -> None:
        self.feed = ticks.feed(rate, canvas, burst=burst)
        self.tags: list[Tag] = []
        self.deliveries: list[int] = []
        rendition = ticks.rendition(canvas=canvas, **changes)
        self.encoder = Encoder(rendition, rate, self.feed, self._sink, name="libx264")
        self.next = 0

    def _sink(self, tags: list[Tag]) -> None:
        self.tags += tags
        self.deliveries.append(len(tags))

    def tick(self, count: int = 1, *, noisy: bool = False) -> None:
        for _ in range(count):
            ticks.offer(self.feed, self.next, noisy=noisy)
            self.next += 1
            self.turn()

    def turn(self) -> None:
        burst = self.feed.take(timeout_s=0)
        assert burst is not None
        self.encoder._encode(burst)

    def finish(self) -> None:
        self.feed.close()
        self.encoder.run(threading.Event())

    def of(self, kind: TagKind) -> list[Tag]:
        return [tag for tag in self.tags if tag.kind is kind]

    def shown(self) -> list[int | None]:
        return list(ticks.numbers_in(ticks.pictures_in(ticks.flv(self.encoder.headers, self.tags))))


def test_every_picture_and_every_sample_arrives_in_order() -> None:
    desk = Desk()
    desk.tick(90)
    desk.finish()
    assert desk.shown() == list(range(90))
    times = [tag.dts_ms for tag in desk.tags]
    assert times == sorted(times)
    assert times[0] == 0
    assert len(desk.of(TagKind.AUDIO)) == -(-sample_at(90, ticks.RATE) // FRAME)


def test_beeps_keep_their_place_under_the_pictures() -> None:
    desk = Desk()
    desk.tick(90)
    desk.finish()
    starts = beep_starts(ticks.sound_in(ticks.flv(desk.encoder.headers, desk.tags)))
    # Why: the first 21 ms of a stream fade in.
    assert [abs(start - second * 48_000) < 48 for second, start in zip((1, 2), starts[-2:], strict=True)] == [
        True
    ] * 2


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(("rate", "most"), [(Fraction(30), 1), (Fraction(30_000, 1001), 1), (Fraction(60), 3)])
def test_a_picture_leaves_soon_after_its_tick(preset: str, rate: Fraction, most: int) -> None:
    desk = Desk(rate, preset=preset)
    late = []
    for number in range(60):
        desk.tick()
        late.append(number + 1 - len(desk.of(TagKind.VIDEO)))
    assert max(late) <= most
    times = [tag.dts_ms for tag in desk.tags]
    assert times == sorted(times)


def test_a_burst_is_encoded_in_order_and_wakes_the_senders_once() -> None:
    desk = Desk(burst=3)
    for number in range(31):
        ticks.offer(desk.feed, number)
        if number % 3 == 0:
            desk.turn()
    assert len(desk.deliveries) == 11
    desk.finish()
    assert desk.shown() == list(range(31))
    times = [tag.dts_ms for tag in desk.tags]
    assert times == sorted(times)


def test_headers_are_one_metadata_and_two_sequence_headers_at_time_zero() -> None:
    headers = Desk().encoder.headers
    assert [(tag.kind, tag.header, tag.dts_ms) for tag in headers] == [
        (TagKind.SCRIPT, False, 0),
        (TagKind.VIDEO, True, 0),
        (TagKind.AUDIO, True, 0),
    ]
    name, facts = amf.decode(headers[0].body)
    assert name == "onMetaData"
    assert isinstance(facts, amf.EcmaArray)
    assert facts.items() >= {"width": 192.0, "height": 128.0, "videocodecid": 7.0, "audiocodecid": 10.0}.items()


def test_the_stream_says_that_it_is_bt709_limited() -> None:
    desk = Desk()
    desk.tick(3)
    desk.finish()
    frame = ticks.pictures_in(ticks.flv(desk.encoder.headers, desk.tags))[0]
    assert (frame.colorspace, frame.color_range, frame.color_primaries, frame.color_trc) == (1, 1, 1, 1)
    assert frame.key_frame


def test_a_keyframe_comes_every_two_seconds() -> None:
    desk = Desk()
    desk.tick(190, noisy=True)
    desk.finish()
    keys = [number for number, tag in enumerate(desk.of(TagKind.VIDEO)[:190]) if tag.keyframe]
    assert keys == [0, 60, 120, 180]


def test_a_tick_without_a_picture_shows_the_last_one_again() -> None:
    desk = Desk()
    desk.tick(3)
    for number in (3, 4):
        desk.feed.offer(number, None, ticks.sound_of(number))
        desk.turn()
    desk.next = 5
    desk.tick(2)
    desk.finish()
    assert desk.shown() == [0, 1, 2, 2, 2, 5, 6]
    assert desk.encoder.figures.pictures == 7
    assert [tag.dts_ms for tag in desk.of(TagKind.VIDEO)[:7]] == [0, 33, 67, 100, 133, 167, 200]


def test_sound_before_the_first_picture_is_kept_and_keeps_flowing() -> None:
    desk = Desk()
    for number in range(30):
        desk.feed.offer(number, None, ticks.sound_of(number))
        desk.turn()
    assert not desk.of(TagKind.VIDEO)
    assert len(desk.of(TagKind.AUDIO)) >= 43
    desk.next = 30
    desk.tick(10)
    desk.finish()
    assert desk.shown() == list(range(30, 40))
    assert desk.of(TagKind.VIDEO)[0].dts_ms == 1000
    assert desk.of(TagKind.VIDEO)[0].keyframe


def test_a_picture_that_finds_no_room_is_counted_and_its_sound_kept() -> None:
    desk = Desk()
    desk.tick(5)
    for number in range(5, 20):
        ticks.offer(desk.feed, number)
    assert desk.encoder.figures.skipped == 15 - DEPTH
    for _ in range(DEPTH):
        desk.turn()
    desk.next = 20
    desk.tick(10)
    desk.finish()
    assert desk.shown() == [*range(5 + DEPTH), *range(20, 30)]
    assert desk.of(TagKind.VIDEO)[5 + DEPTH].dts_ms == 667
    assert len(desk.of(TagKind.AUDIO)) == -(-sample_at(30, ticks.RATE) // FRAME)


def test_sound_of_skipped_pictures_at_the_very_end_is_not_lost() -> None:
    desk = Desk()
    for number in range(20):
        ticks.offer(desk.feed, number)
    desk.finish()
    assert desk.shown() == list(range(DEPTH))
    assert len(desk.of(TagKind.AUDIO)) == -(-sample_at(20, ticks.RATE) // FRAME)


def test_after_a_long_standstill_sound_is_still_under_its_pictures() -> None:
    desk = Desk()
    standstill = DEPTH + SOUNDS_KEPT + 90
    for number in range(standstill):
        ticks.offer(desk.feed, number)
    for _ in range(DEPTH):
        desk.turn()
    desk.next = standstill
    desk.tick(30)
    desk.finish()
    audio, video = desk.of(TagKind.AUDIO), desk.of(TagKind.VIDEO)
    assert abs(audio[-1].dts_ms - video[29 + DEPTH].dts_ms) < 60
    gaps = [after.dts_ms - before.dts_ms for before, after in pairwise(audio)]
    assert [round(gap / 100) for gap in gaps if gap > 22] == [30], "one gap of three seconds, where sound was lost"


def test_memory_goes_round_and_none_is_lost() -> None:
    desk = Desk()
    desk.tick(50)
    blanks = [desk.feed.blank() for _ in range(DEPTH + 3)]
    assert blanks.count(None) == 1, "all are free but the one that may be shown again"


def test_the_bitrate_falls_and_rises_without_a_new_stream() -> None:
    desk = Desk(video_kbps=2000)

    def bytes_of(pictures: int) -> int:
        before = sum(len(tag.body) for tag in desk.of(TagKind.VIDEO))
        desk.tick(pictures, noisy=True)
        return sum(len(tag.body) for tag in desk.of(TagKind.VIDEO)) - before

    bytes_of(60)
    much = bytes_of(60)
    desk.encoder.set_kbps(500)
    bytes_of(90)
    little = bytes_of(60)
    desk.encoder.set_kbps(2000)
    bytes_of(90)
    again = bytes_of(60)
    assert little < much / 2
    assert again > little * 2
    assert desk.encoder.figures.kbps == 2000
    desk.finish()
    assert len(ticks.pictures_in(ticks.flv(desk.encoder.headers, desk.tags))) == 420


def test_headers_are_the_same_from_the_cheapest_preset_to_the_best() -> None:
    assert len({Desk(preset=preset).encoder.headers for preset in PRESETS}) == 1


def test_an_overload_makes_it_cheaper_and_no_picture_breaks() -> None:
    desk = Desk(preset="faster")
    desk.tick(20, noisy=True)
    for number in range(20, 40):
        ticks.offer(desk.feed, number, noisy=True)
    for _ in range(DEPTH):
        desk.turn()
    desk.next = 40
    desk.tick(80, noisy=True)
    assert desk.encoder.figures.preset == "veryfast"
    desk.finish()
    shown = desk.shown()
    assert shown == [*range(20 + DEPTH), *range(40, 120)]
    keys = [n for n, tag in zip(shown, desk.of(TagKind.VIDEO), strict=False) if tag.keyframe]
    assert keys[0] == 0
    assert any(20 <= (key or 0) <= 41 for key in keys)


def test_it_becomes_cheaper_down_to_the_cheapest_and_no_further() -> None:
    desk = Desk(preset="faster")
    for round_ in range(5):
        for number in range(round_ * 100, round_ * 100 + 30):
            ticks.offer(desk.feed, number)
        for _ in range(DEPTH):
            desk.turn()
        desk.next = round_ * 100 + 30
        desk.tick(40)
    assert desk.encoder.figures.preset == "ultrafast"
    desk.finish()
    assert None not in desk.shown()


def test_a_full_feed_is_an_overload_before_a_picture_is_lost() -> None:
    desk = Desk(preset="veryfast")
    for number in range(DEPTH - 1):
        ticks.offer(desk.feed, number)
    desk.next = DEPTH - 1
    desk.tick(130)
    assert desk.encoder.figures.skipped == 0
    assert desk.encoder.figures.preset == "ultrafast"


def test_a_preset_with_other_headers_is_refused_once(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(preset="superfast")
    monkeypatch.setattr(video_codec, "X264_PARAMS", "bframes=0:cabac=0")
    for number in range(20):
        ticks.offer(desk.feed, number)
    for _ in range(DEPTH):
        desk.turn()
    desk.next = 20
    desk.tick(40)
    assert desk.encoder.figures.preset == "superfast"
    desk.finish()
    assert None not in desk.shown()


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("no such encoder", {}),
        ("aac", {}),
        ("libx264", {"canvas": Canvas(0, 0)}),
        ("libx264", {"canvas": Canvas(191, 127)}),
        ("libx264", {"canvas": Canvas(100_000, 100_000)}),
        ("libx264", {"preset": "nonsense"}),
        ("libx264", {"video_kbps": 10**9}),
    ],
)
def test_settings_that_no_encoder_takes_are_refused_in_words(name: str, changes: dict[str, object]) -> None:
    with pytest.raises(ConsoleError) as refused:
        Encoder(ticks.rendition(**changes), ticks.RATE, ticks.feed(), lambda _: None, name=name)
    assert refused.value.message.code == "encoder_refused"


def test_encoders_of_other_kinds_get_memory_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(video_codec, "X264", "another")
    desk = Desk()
    desk.tick(5)
    desk.finish()
    frames = ticks.pictures_in(ticks.flv(desk.encoder.headers, desk.tags))
    assert list(ticks.numbers_in(frames)) == list(range(5))
    y, u, v = (frames[4].to_ndarray(format="yuv420p")[rows, 5] for rows in (5, 130, 165))
    assert (abs(int(y) - 100) <= 2, abs(int(u) - 90) <= 2, abs(int(v) - 160) <= 2) == (True, True, True)


@pytest.fixture
def working() -> Iterator[tuple[Feed, list[Tag], Encoder, Worker]]:
    """An encoder on its own thread."""
    feed, tags = ticks.feed(), list[Tag]()
    encoder = Encoder(ticks.rendition(), ticks.RATE, feed, tags.extend, name="libx264")
    worker = Worker("encoder", encoder.run).start()
    yield feed, tags, encoder, worker
    assert worker.stop()
    assert worker.failure is None


def test_closing_the_feed_flushes_the_last_tags(working: tuple[Feed, list[Tag], Encoder, Worker]) -> None:
    feed, tags, encoder, worker = working
    for number in range(DEPTH):
        ticks.offer(feed, number)
    feed.close()
    worker._thread.join(5)
    assert not worker.alive
    shown = list(ticks.numbers_in(ticks.pictures_in(ticks.flv(encoder.headers, tags))))
    assert shown == list(range(DEPTH))
    assert encoder.figures.bytes == sum(len(tag.body) for tag in tags)


def test_stopping_the_worker_ends_it_while_the_feed_is_open(
    working: tuple[Feed, list[Tag], Encoder, Worker],
) -> None:
    feed, tags, _, worker = working
    ticks.offer(feed, 0)
    assert worker.stop()
    feed.offer(1, None, silence(1600))
    assert all(tag.dts_ms < 60 for tag in tags)
