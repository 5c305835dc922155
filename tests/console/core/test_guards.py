"""What is public begins and ends on purpose only, whoever asks."""

import pytest

from console.core.session import forgotten
from console.model.commands import Arm, Command, Disarm, EndSession, GoLive, StartDestination, StartSession
from console.model.facts import ClockStepped, SessionResumed
from console.model.session import ARMED_US
from console.model.state import State
from tests.support.arming import END, GO_LIVE
from tests.support.desk import Desk, on_air


def live() -> Desk:
    desk = on_air()
    desk.do(*GO_LIVE)
    return desk


@pytest.mark.parametrize("command", [GoLive(), StartDestination("yt")])
def test_nothing_goes_public_unless_it_was_armed(command: Command) -> None:
    desk = on_air()
    assert desk.refused(command).code == "not_armed_to_go_live"
    state = desk.do(Arm("go_live"), command)
    assert state.destinations["yt"].wanted
    assert not state.session.armed


def test_what_is_live_does_not_end_unless_that_was_armed() -> None:
    desk = live()
    assert desk.refused(EndSession()).code == "not_armed_to_end"
    state = desk.do(*END)
    assert (state.session.phase, state.session.armed) == ("ended", "")


def test_one_destination_that_is_sent_to_is_guarded_like_a_live_show() -> None:
    desk = on_air()
    desk.do(Arm("go_live"), StartDestination("yt"))
    assert desk.refused(EndSession()).code == "not_armed_to_end"


def test_what_nobody_can_be_watching_ends_at_once() -> None:
    assert on_air().do(EndSession()).session.phase == "ended"


def test_a_rehearsal_is_rehearsed_with_its_guards() -> None:
    desk = Desk()
    desk.do(StartSession("s", rehearsal=True))
    assert desk.refused(GoLive()).code == "not_armed_to_go_live"
    desk.do(*GO_LIVE)
    assert desk.refused(EndSession()).code == "not_armed_to_end"


def test_while_live_one_destination_starts_again_without_arming() -> None:
    assert live().do(StartDestination("yt")).destinations["yt"].wanted


def test_what_is_armed_stays_so_for_a_minute_and_no_longer() -> None:
    desk = on_air()
    desk.do(Arm("go_live"))
    desk.wait(ARMED_US)
    assert desk.refused(GoLive()).code == "not_armed_to_go_live"
    desk.do(Arm("go_live"))
    desk.wait(ARMED_US - 1_000)
    assert desk.do(GoLive()).session.phase == "live"


def test_a_wall_clock_that_is_set_back_keeps_nothing_armed() -> None:
    desk = on_air()
    desk.do(Arm("go_live"))
    desk.clock.step_wall(-3_600_000_000)
    assert desk.refused(GoLive()).code == "not_armed_to_go_live"
    assert desk.do(ClockStepped(-3_600_000_000)).session.armed == ""


@pytest.mark.parametrize("armed", [Arm("end"), Arm("go_live")])
def test_what_is_armed_allows_nothing_else(armed: Arm) -> None:
    desk = on_air() if armed.action == "end" else live()
    desk.do(armed)
    desk.refused(GoLive() if armed.action == "end" else EndSession())


def test_it_is_allowed_once() -> None:
    desk = live()
    assert desk.refused(GoLive()).code == "not_armed_to_go_live"


def test_a_new_session_and_a_disarm_leave_nothing_armed() -> None:
    desk = on_air()
    assert desk.do(Arm("go_live"), Disarm()).session.armed == ""
    desk.refused(GoLive())
    desk.do(Arm("go_live"), EndSession(), StartSession("s2"))
    desk.refused(GoLive())


def test_without_a_session_nothing_can_be_armed_and_a_disarm_is_never_refused() -> None:
    desk = Desk()
    assert desk.refused(Arm("end")).code == "no_session"
    assert desk.do(Disarm()).session.armed == ""


def test_an_engine_that_goes_on_after_a_crash_has_nothing_armed() -> None:
    desk = on_air()
    state: State = forgotten(desk.do(Arm("go_live")))
    assert state.session.armed == ""
    assert desk.do(SessionResumed()).session.armed == ""
