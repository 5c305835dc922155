"""One recording at a time."""

from console.model.commands import EndSession, StartRecording, StopRecording
from console.model.facts import RecordingEnded, RecordingStarted
from tests.support.desk import Desk, on_air
from tests.support.shows import TROUBLE


def test_a_recording_is_wanted_then_runs_then_ends() -> None:
    desk = on_air()
    wanted = desk.do(StartRecording("a.mkv")).recording
    assert (wanted.wanted, wanted.phase) == (True, "stopped")
    assert desk.do(RecordingStarted("a.mkv")).recording.phase == "recording"
    ended = desk.do(StopRecording(), RecordingEnded()).recording
    assert (ended.wanted, ended.phase, ended.files) == (False, "stopped", ("a.mkv",))


def test_there_is_one_recording_at_a_time() -> None:
    desk = on_air()
    desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv"))
    assert desk.refused(StartRecording("b.mkv")).params == {"path": "a.mkv"}


def test_one_that_still_closes_is_still_recording_when_the_next_is_wanted() -> None:
    desk = on_air()
    desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv"), StopRecording())
    closing = desk.do(StartRecording("b.mkv")).recording
    assert (closing.wanted, closing.phase, closing.path) == (True, "recording", "b.mkv")
    assert desk.do(RecordingEnded()).recording.phase == "stopped"
    assert desk.state.recording.wanted


def test_nothing_is_recorded_without_a_session_or_of_a_rendition_that_is_not() -> None:
    assert Desk().refused(StartRecording("a.mkv")).code == "no_session"
    assert on_air().refused(StartRecording("a.mkv", "nowhere")).code == "no_such_rendition"


def test_a_failure_that_can_go_on_is_wanted_still_and_its_fault_ends_with_the_next_file() -> None:
    desk = on_air()
    desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv"))
    broken = desk.do(RecordingEnded(TROUBLE, restart=True))
    assert (broken.recording.wanted, broken.recording.phase) == (True, "failed")
    assert broken.faults["recording"].message == TROUBLE
    again = desk.do(RecordingStarted("a-2.mkv"))
    assert (again.recording.files, again.faults) == (("a.mkv", "a-2.mkv"), {})


def test_a_failure_that_cannot_go_on_is_a_fault_until_somebody_stops_or_starts() -> None:
    desk = on_air()
    desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv"), RecordingEnded(TROUBLE))
    assert not desk.state.recording.wanted
    read = desk.do(StopRecording())
    assert (read.recording.phase, read.recording.problem, read.faults) == ("stopped", None, {})


def test_a_restart_is_not_wanted_by_itself() -> None:
    desk = on_air()
    desk.do(
        StartRecording("a.mkv"), RecordingStarted("a.mkv"), StopRecording(), RecordingEnded(TROUBLE, restart=True)
    )
    assert not desk.state.recording.wanted


def test_a_file_told_of_twice_is_one_file() -> None:
    desk = on_air()
    desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv"), RecordingStarted("a.mkv"))
    assert desk.state.recording.files == ("a.mkv",)


def test_the_end_ends_the_recording_and_its_files_stay_known() -> None:
    desk = on_air()
    recording = desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv"), EndSession()).recording
    assert (recording.wanted, recording.files) == (False, ("a.mkv",))


def test_its_time_runs_from_the_first_file_through_a_restart_until_it_is_stopped() -> None:
    desk = on_air()
    began_us = desk.do(StartRecording("a.mkv"), RecordingStarted("a.mkv")).recording.since_us
    assert began_us == desk.clocks.now().wall_us
    desk.wait(5_000_000)
    desk.do(RecordingEnded(TROUBLE, restart=True), RecordingStarted("a-2.mkv"))
    assert desk.state.recording.since_us == began_us
    desk.do(StopRecording(), RecordingEnded(), StartRecording("b.mkv"))
    assert desk.state.recording.since_us == 0
