"""A recording goes on in the next file after a death, ends for good on a full disk, and never holds anybody up."""

from collections.abc import Iterator

import pytest

from console.errors import ConsoleError
from console.model.commands import EndSession, StartRecording, StartSession, StopRecording
from console.model.facts import Fact, RecordingEnded, RecordingStarted
from console.output.recorder_figures import Figures
from console.supervise.recording import RecordingSupervisor
from console.supervise.renditions import Encode
from console.wire.flv import Tag
from tests.support.guards import Expect
from tests.support.publishing import HEADERS, tick_tags
from tests.support.shows import TROUBLE
from tests.support.stage import Stage, fake_encode, staged


class FakeTape:
    """A recorder without a disk."""

    def __init__(self, path: str, headers: tuple[Tag, ...]) -> None:
        self.path, self.headers = path, headers
        self.tags: list[Tag] = []
        self.facts: list[Fact] = [RecordingStarted(path)]
        self.ended = self.stopped = False
        self.figures = Figures()

    def put(self, tag: Tag) -> None:
        self.tags.append(tag)

    def poll(self) -> list[Fact]:
        facts, self.facts = self.facts, []
        return facts

    def stop(self, *, timeout_s: float = 2.0) -> None:
        if not self.ended:
            self.facts.append(RecordingEnded())
        self.ended = self.stopped = True

    def dies(self) -> None:
        self.facts.append(RecordingEnded(TROUBLE, restart=True))
        self.ended = True

    def meets_a_full_disk(self) -> None:
        self.facts.append(RecordingEnded(TROUBLE))
        self.ended = True


class Studio:
    """The stage, an encode, and every tape."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.tapes: list[FakeTape] = []
        self._seen = 0
        self.problem: Exception | None = None
        self.made = [fake_encode()]
        self.encodes: dict[str, Encode] = {"main": self.made[0]}
        self.recording = stage.cast(RecordingSupervisor(stage.ground, self._make, lambda: self.encodes))

    def begin(self) -> FakeTape:
        self.stage.do(StartSession("s1"), StartRecording("/films/show.mkv"))
        return self.next_tape()

    def next_tape(self) -> FakeTape:
        """Looks until there is one more than when it was asked last."""
        looks = 0
        while len(self.tapes) == self._seen or self.recording._reel is None:
            self.stage.look()
            self.stage.until(lambda: self.recording._opening is None)
            looks += 1
            assert looks < 300
        self.stage.look()
        self._seen = len(self.tapes)
        return self.tapes[-1]

    def _make(self, path: str, headers: tuple[Tag, ...]) -> FakeTape:
        if self.problem is not None:
            raise self.problem
        self.tapes.append(FakeTape(f"{path}.{len(self.tapes) + 1}", headers))
        return self.tapes[-1]


@pytest.fixture
def studio() -> Iterator[Studio]:
    with staged() as stage:
        studio = Studio(stage)
        yield studio
    for encode in studio.made:
        encode.feed.close()
        encode.worker.stop()


def test_a_wanted_recording_gets_headers_and_every_tag_from_then_on(studio: Studio) -> None:
    tape = studio.begin()
    tags = tick_tags(0)
    studio.encodes["main"].fan(tags)
    assert tape.headers == HEADERS
    assert tape.tags == tags
    assert studio.stage.state.recording.phase == "recording"


def test_a_stop_closes_the_file(studio: Studio) -> None:
    tape = studio.begin()
    studio.stage.do(StopRecording())
    studio.stage.until(lambda: tape.stopped)
    studio.stage.look(2)
    assert studio.stage.state.recording.phase == "stopped"
    studio.encodes["main"].fan(tick_tags(0))
    assert tape.tags == []


def test_after_a_death_it_goes_on_in_the_next_file(studio: Studio) -> None:
    studio.begin().dies()
    studio.stage.look()
    assert studio.stage.faults() == {"recording": "trouble"}
    second = studio.next_tape()
    assert studio.stage.state.recording.files == ("/films/show.mkv.1", "/films/show.mkv.2")
    assert studio.stage.faults() == {}
    second.figures = Figures(seconds=5.0)
    studio.stage.look()
    assert [one.seconds for one in studio.recording.figures] == [0.0, 5.0]


def test_one_that_dies_again_and_again_fills_no_folder(studio: Studio) -> None:
    studio.begin()
    for _ in range(600):
        if not studio.tapes[-1].ended:
            studio.tapes[-1].dies()
        studio.stage.look()
    assert len(studio.tapes) < 16, "a minute of it, at intervals of up to ten seconds"


def test_a_full_disk_ends_it_until_a_person_starts_it_again(studio: Studio) -> None:
    studio.begin().meets_a_full_disk()
    studio.stage.look(100)
    assert len(studio.tapes) == 1
    assert not studio.stage.state.recording.wanted
    assert studio.stage.faults() == {"recording": "trouble"}
    studio.stage.do(StartRecording("/films/next.mkv"))
    studio.next_tape()
    assert studio.stage.faults() == {}


def test_a_folder_that_cannot_be_written_is_said(studio: Studio) -> None:
    studio.problem = ConsoleError(TROUBLE)
    studio.stage.do(StartSession("s1"), StartRecording("/nowhere/x.mkv"))
    studio.stage.until(lambda: studio.stage.faults() == {"recording": "trouble"})
    assert not studio.stage.state.recording.wanted


def test_a_bug_while_it_begins_is_said_and_nothing_stays_stuck(studio: Studio, expect_warning: Expect) -> None:
    expect_warning("recording to /x.mkv")
    studio.problem = RuntimeError("bug")
    studio.stage.do(StartSession("s1"), StartRecording("/x.mkv"))
    studio.stage.until(lambda: studio.stage.faults() == {"recording": "recording_broke"})
    studio.problem = None
    studio.stage.do(StartRecording("/y.mkv"))
    studio.next_tape()


def test_another_encode_is_another_file_since_its_headers_are_others(studio: Studio) -> None:
    first = studio.begin()
    studio.made.append(fake_encode())
    studio.encodes = {"main": studio.made[-1]}
    second = studio.next_tape()
    assert first.stopped
    studio.made[0].fan(tick_tags(0))
    studio.made[1].fan(tick_tags(1))
    assert second.tags == tick_tags(1)
    assert studio.stage.state.recording.phase == "recording"


def test_the_last_tags_of_a_session_are_in_its_file(studio: Studio) -> None:
    tape, encode = studio.begin(), studio.made[0]
    encode.encoder.last_words = tick_tags(9)  # type: ignore[attr-defined]
    encode.is_over = True
    studio.stage.do(EndSession())
    encode.feed.close()
    studio.stage.until(lambda: tape.stopped)
    assert tape.tags == tick_tags(9)


def test_a_stop_and_a_start_at_once_leave_no_doubt_which_file_is_recorded(studio: Studio) -> None:
    studio.begin()
    studio.stage.do(StopRecording(), StartRecording("/films/other.mkv"))
    second = studio.next_tape()
    studio.stage.look(3)
    assert second.path == "/films/other.mkv.2"
    assert studio.stage.state.recording.phase == "recording"
    assert studio.stage.state.recording.files[-1] == second.path


def test_what_should_worry_people_is_a_fault_once_a_second_and_goes_with_the_file(studio: Studio) -> None:
    tape = studio.begin()
    for dropped in range(20):
        tape.figures = Figures(dropped=dropped, is_dropping=True)
        studio.stage.look()
    assert studio.stage.faults() == {"recording/dropped": "recording_falls_behind"}
    assert sum("falls_behind" in str(entry.event) for entry in studio.stage.entries) == 2
    studio.stage.do(StopRecording())
    assert studio.stage.faults() == {}


def test_figures_begin_anew_with_a_session(studio: Studio) -> None:
    studio.begin()
    studio.stage.do(EndSession())
    studio.stage.look(3)
    assert len(studio.recording.figures) == 1
    studio.stage.do(StartSession("s2"))
    assert studio.recording.figures == []
