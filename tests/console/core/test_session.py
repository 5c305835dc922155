"""One run of a show."""

import pytest
from msgspec.structs import replace

from console.core.session import forgotten
from console.core.store import replayed
from console.model.commands import EndSession, LoadPreview, ShowOverlay, StartRecording, StartSession
from console.model.facts import (
    ClockStepped,
    DestinationFailed,
    DestinationLive,
    Fact,
    FaultRaised,
    MediaRestarted,
    MediaStarted,
    RecordingStarted,
    SessionLost,
    SessionResumed,
    SourceRunning,
)
from console.model.show import Show
from tests.support.arming import END, GO_LIVE
from tests.support.desk import Desk, on_air
from tests.support.shows import SHOW, TROUBLE


def show_in_full_swing() -> Desk:
    desk = on_air()
    desk.do(*GO_LIVE, DestinationLive("yt"), DestinationFailed("tt", TROUBLE, final=True), ShowOverlay("qr"))
    desk.do(SourceRunning("cam"), StartRecording("a.mkv"), RecordingStarted("a.mkv"), FaultRaised("disk", TROUBLE))
    return desk


def test_a_session_opens_on_its_scene_with_its_graphics_and_nothing_public() -> None:
    state = on_air().state
    assert (state.session.phase, state.mix.program, state.mix.preview) == ("standby", "wide", None)
    assert state.overlays.keys() == {"card"}
    assert state.destinations == {}


def test_opening_graphics_do_not_wait_for_a_media_time_of_before() -> None:
    desk = Desk()
    desk.wait(3_600_000_000)
    card = desk.do(StartSession("s1")).overlays["card"]
    assert card.since_us < 0, "whatever the media clock said before the mixer began"


def test_opening_graphics_come_in_at_tick_0_and_those_of_a_resumed_session_stand() -> None:
    desk = on_air()
    first = desk.do(MediaStarted())
    assert first.session.on_air is not None
    assert first.overlays["card"].since_us == 0
    again = desk.do(SessionResumed(), MediaStarted())
    assert again.session.on_air == first.session.on_air
    assert again.overlays["card"].since_us < 0


def test_without_an_opening_scene_the_first_is_on_program() -> None:
    assert on_air(replace(SHOW, opening_scene="")).state.mix.program == "wide"


def test_opening_graphics_that_are_not_there_are_left_out() -> None:
    assert on_air(replace(SHOW, opening_overlays=("nothing", "qr"))).state.overlays.keys() == {"qr"}


@pytest.mark.parametrize(
    ("show", "command", "code"),
    [
        (Show(), StartSession("s"), "no_scenes"),
        (replace(SHOW, opening_scene="nowhere"), StartSession("s"), "no_such_scene"),
        (SHOW, StartSession("s", speed=2.0), "speed_only_in_rehearsal"),
        (SHOW, StartSession("s", rehearsal=True, speed=0.0), "speed_out_of_range"),
        (SHOW, StartSession("s", rehearsal=True, speed=-1.0), "speed_out_of_range"),
        (SHOW, StartSession("s", rehearsal=True, speed=float("nan")), "speed_out_of_range"),
        (SHOW, StartSession("s", rehearsal=True, speed=float("inf")), "speed_out_of_range"),
    ],
)
def test_a_session_that_makes_no_sense_does_not_start(show: Show, command: StartSession, code: str) -> None:
    assert Desk(show).refused(command).code == code


def test_there_is_one_session_at_a_time() -> None:
    desk = on_air()
    assert desk.refused(StartSession("s2")).code == "session_runs"
    desk.do(*END)
    assert desk.do(StartSession("s2")).session.id == "s2"


def test_a_rehearsal_that_goes_live_stays_a_rehearsal() -> None:
    desk = Desk()
    state = desk.do(StartSession("s1", rehearsal=True, speed=10.0), *GO_LIVE)
    assert state.session.phase == "rehearsal"
    assert state.destinations["yt"].wanted


def test_the_end_leaves_nothing_wanted() -> None:
    state = show_in_full_swing().do(*END)
    assert state.session.phase == "ended"
    assert not any(status.wanted for status in state.destinations.values())
    assert not state.recording.wanted
    assert (state.overlays, state.sources) == ({}, {})


def test_what_does_not_run_cannot_end() -> None:
    desk = Desk()
    assert desk.refused(EndSession()).code == "no_session"


def test_a_new_session_starts_with_a_clean_sheet_and_the_notices() -> None:
    desk = show_in_full_swing()
    desk.do(MediaRestarted(3_000_000), *END, StartSession("s2"))
    assert (desk.state.destinations, desk.state.recording.files, desk.state.session.epoch) == ({}, (), 0)
    assert len(desk.state.notices) == 1


def test_a_resumed_session_wants_what_was_wanted_and_forgets_what_was_known() -> None:
    state = show_in_full_swing().do(SessionResumed())
    assert state.destinations["yt"].wanted
    assert state.destinations["yt"].proven, "a server that still holds the old connection is no rejection"
    assert {status.phase for status in state.destinations.values()} == {"stopped"}
    assert (state.recording.wanted, state.recording.phase) == (True, "stopped")
    assert (state.sources, state.faults) == ({}, {})
    assert state.session.epoch == 1
    assert state.notices[-1].message.code == "session_resumed"


def test_what_a_resumed_engine_does_replays_from_before_the_crash() -> None:
    desk = show_in_full_swing()
    snapshot = desk.state
    desk.do(SessionResumed(), LoadPreview("near"), SourceRunning("cam"))
    assert replayed(snapshot, desk.entries) == desk.state


def test_a_session_lost_too_long_ago_is_over_and_nothing_is_public() -> None:
    state = show_in_full_swing().do(SessionLost())
    assert state.session.phase == "ended_unexpectedly"
    assert not any(status.wanted for status in state.destinations.values())
    assert not state.recording.wanted
    assert state.notices[-1].message.code == "session_lost"


@pytest.mark.parametrize("fact", [SessionResumed(), SessionLost()])
def test_what_had_ended_is_neither_resumed_nor_lost(fact: Fact) -> None:
    desk = on_air()
    desk.do(*END, fact)
    assert desk.state.session.phase == "ended"
    assert desk.state.notices == ()


def test_a_stall_begins_an_epoch_and_is_said_in_seconds() -> None:
    state = on_air().do(MediaRestarted(10_250_000))
    assert state.session.epoch == 1
    assert state.notices[-1].message.params == {"seconds": 10.2}


def test_a_stepped_clock_is_said_in_seconds() -> None:
    notice = Desk().do(ClockStepped(-3_600_250_000)).notices[-1]
    assert notice.message.code == "clock_stepped"
    assert notice.message.params == {"seconds": -3600.2}


def test_to_forget_twice_is_to_forget_once() -> None:
    state = show_in_full_swing().state
    assert forgotten(forgotten(state)) == forgotten(state)
