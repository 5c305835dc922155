"""Reducers of the recording."""

from msgspec.structs import replace

from console.core.faults import cleared, raised
from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import StartRecording, StopRecording
from console.model.facts import RecordingEnded, RecordingStarted
from console.model.moment import At
from console.model.recording import Recording
from console.model.state import State
from console.words.core import NO_SESSION, NO_SUCH_RENDITION, RECORDING_RUNS

FAULT = "recording"


@reduces(StartRecording)
def start_recording(state: State, command: StartRecording, at: At) -> State:
    """A recording is wanted; there is one at a time. While the last one still closes, this one waits."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    if command.rendition not in state.show.renditions:
        raise Refused(NO_SUCH_RENDITION(rendition=command.rendition))
    if state.recording.wanted:
        raise Refused(RECORDING_RUNS(path=state.recording.path))
    wanted = replace(state.recording, wanted=True, since_us=0, path=command.path, rendition=command.rendition)
    return replace(state, recording=_dismissed(wanted))


@reduces(StopRecording)
def stop_recording(state: State, command: StopRecording, at: At) -> State:
    """No recording is wanted; that an earlier one failed has been read."""
    return cleared(replace(state, recording=_dismissed(replace(state.recording, wanted=False, since_us=0))), FAULT)


@reduces(RecordingStarted)
def recording_started(state: State, fact: RecordingStarted, at: At) -> State:
    """One file more."""
    known = state.recording.files
    files = known if fact.path in known else (*known, fact.path)
    since_us = state.recording.since_us or at.wall_us
    recording = replace(state.recording, phase="recording", files=files, since_us=since_us, problem=None)
    return cleared(replace(state, recording=recording), FAULT)


@reduces(RecordingEnded)
def recording_ended(state: State, fact: RecordingEnded, at: At) -> State:
    """Closed as asked, or for a reason that people are told. What cannot go on is no longer wanted."""
    if fact.problem is None:
        return cleared(replace(state, recording=replace(state.recording, phase="stopped")), FAULT)
    wanted = state.recording.wanted and fact.restart
    failed = replace(state.recording, phase="failed", wanted=wanted, problem=fact.problem)
    return raised(replace(state, recording=failed), FAULT, fact.problem, at)


def _dismissed(recording: Recording) -> Recording:
    return replace(recording, phase="stopped", problem=None) if recording.phase == "failed" else recording
