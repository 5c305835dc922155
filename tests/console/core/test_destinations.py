"""Where the stream goes: commands want, facts report."""

import pytest

from console.model.commands import (
    Arm,
    Command,
    Edit,
    EndSession,
    GoLive,
    OpenShow,
    RetryDestination,
    SetEditOnAir,
    StartDestination,
    StopDestination,
)
from console.model.destination import DestinationStatus
from console.model.facts import (
    ClockStepped,
    DestinationConnecting,
    DestinationFailed,
    DestinationLive,
    DestinationStopped,
    Fact,
    KeyStored,
)
from tests.support.arming import END, GO_LIVE
from tests.support.desk import Desk, on_air
from tests.support.shows import SHOW, TROUBLE

REJECTED = DestinationFailed("yt", TROUBLE, final=True)
FAILED = DestinationFailed("yt", TROUBLE, retry_in_us=4_000_000)


def status(desk: Desk) -> DestinationStatus:
    return desk.state.destinations["yt"]


def live() -> Desk:
    desk = on_air()
    desk.do(*GO_LIVE, DestinationConnecting("yt"), DestinationLive("yt"))
    return desk


def test_going_live_wants_every_destination() -> None:
    state = on_air().do(*GO_LIVE)
    assert state.session.phase == "live"
    assert {key for key, s in state.destinations.items() if s.wanted} == {"yt", "tt"}


def test_going_live_again_changes_nothing() -> None:
    desk = live()
    before = desk.state.destinations
    assert desk.do(*GO_LIVE).destinations == before


@pytest.mark.parametrize("command", [GoLive(), StartDestination("yt")])
def test_nothing_goes_public_without_a_session(command: Command) -> None:
    assert Desk().refused(command).code == "no_session"
    ended = live()
    ended.do(*END)
    assert ended.refused(command).code == "no_session"


@pytest.mark.parametrize("command", [StartDestination, StopDestination, RetryDestination])
def test_only_destinations_of_the_show_are_commanded(command: type[StartDestination]) -> None:
    assert on_air().refused(command("nobody")).code == "no_such_destination"


def test_a_failure_is_retried_at_its_time_and_said() -> None:
    desk = on_air()
    desk.do(*GO_LIVE, DestinationConnecting("yt"), FAILED)
    assert (status(desk).phase, status(desk).attempts) == ("retrying", 1)
    assert status(desk).retry_at_us == desk.clock.wall_us() + 4_000_000
    fault = desk.state.faults["destination/yt"]
    assert (fault.message, fault.action) == (TROUBLE, "RetryDestination")


def test_a_rejection_before_the_first_success_is_final() -> None:
    desk = on_air()
    desk.do(*GO_LIVE, DestinationConnecting("yt"), REJECTED)
    assert status(desk).phase == "rejected"


def test_a_rejection_after_the_first_success_is_retried() -> None:
    desk = live()
    desk.do(REJECTED)
    assert status(desk).phase == "retrying"


def test_coming_back_is_counted_and_ends_the_fault() -> None:
    desk = live()
    desk.do(FAILED, DestinationConnecting("yt"), FAILED, DestinationConnecting("yt"), DestinationLive("yt"))
    assert (status(desk).reconnects, status(desk).attempts, status(desk).retry_at_us) == (1, 0, 0)
    assert desk.state.faults == {}


def test_retry_makes_the_next_attempt_due_now() -> None:
    desk = live()
    desk.do(FAILED, RetryDestination("yt"))
    assert status(desk).retry_at_us == desk.clock.wall_us()


@pytest.mark.parametrize("step_us", [3_600_000_000, -3_600_000_000])
def test_a_clock_set_by_an_hour_makes_nobody_wait_an_hour(step_us: int) -> None:
    desk = live()
    desk.do(FAILED)
    due_in_us = status(desk).retry_at_us - desk.clock.wall_us()
    desk.clock.step_wall(step_us)
    desk.do(ClockStepped(desk.clocks.wall_step_us()))
    assert status(desk).retry_at_us - desk.clock.wall_us() == due_in_us - 1_000


@pytest.mark.parametrize("command", [RetryDestination("yt"), StartDestination("yt"), GoLive()])
def test_a_rejected_destination_is_tried_anew_when_told(command: Command) -> None:
    desk = on_air()
    desk.do(*GO_LIVE, REJECTED, Arm("go_live"), command)
    assert (status(desk).wanted, status(desk).phase) == (True, "stopped")


def test_retrying_what_is_stopped_is_refused_and_what_is_live_is_left_alone() -> None:
    desk = live()
    before = desk.state
    assert desk.do(RetryDestination("yt")) is before
    desk.do(StopDestination("yt"))
    assert desk.refused(RetryDestination("yt")).code == "destination_not_wanted"


def test_a_stop_waits_for_the_publisher() -> None:
    desk = live()
    desk.do(StopDestination("yt"))
    assert (status(desk).wanted, status(desk).phase) == (False, "live")
    desk.do(DestinationStopped("yt"))
    assert status(desk).phase == "stopped"


@pytest.mark.parametrize("command", [StopDestination("yt"), EndSession()])
@pytest.mark.parametrize("failure", [FAILED, REJECTED])
def test_what_waits_or_is_rejected_stops_at_once_since_it_has_no_publisher(
    command: Command, failure: DestinationFailed
) -> None:
    desk = on_air()
    desk.do(*GO_LIVE, failure, Arm("end"), command)
    assert (status(desk).phase, desk.state.faults) == ("stopped", {})


@pytest.mark.parametrize("failure", [FAILED, REJECTED])
def test_a_failure_while_stopping_is_the_stop(failure: DestinationFailed) -> None:
    desk = live()
    desk.do(StopDestination("yt"), failure)
    assert (status(desk).phase, status(desk).attempts, desk.state.faults) == ("stopped", 0, {})


@pytest.mark.parametrize("kind", [DestinationConnecting, DestinationLive, DestinationStopped])
def test_a_word_about_a_destination_of_another_show_is_not_heard(kind: type[DestinationLive]) -> None:
    desk = live()
    ended = desk.do(*END, OpenShow(type(SHOW)(title="other")))
    late: list[Fact] = [kind("yt"), DestinationFailed("yt", TROUBLE)]
    assert desk.do(*late) is ended


def test_one_failing_destination_leaves_the_other_alone() -> None:
    desk = live()
    desk.do(DestinationLive("tt"))
    other = desk.state.destinations["tt"]
    desk.do(FAILED, REJECTED, StopDestination("yt"))
    assert desk.state.destinations["tt"] is other


def test_with_another_key_a_rejection_is_final_again() -> None:
    desk = live()
    desk.do(SetEditOnAir(on=True), Edit("destinations", "yt", {"key": "new"}, base=desk.state.revision), REJECTED)
    assert status(desk).phase == "rejected"


def test_a_key_that_was_stored_is_tried_at_once_by_what_waits_and_disturbs_nothing_that_is_sent() -> None:
    desk = live()
    before = status(desk)
    desk.do(KeyStored("yt"), KeyStored("nobody"))
    assert status(desk) == before
    desk.do(FAILED, KeyStored("yt"))
    assert (status(desk).phase, status(desk).retry_at_us) == ("retrying", desk.clocks.now().wall_us)
    desk.do(REJECTED)
    assert status(desk).phase == "rejected"
    desk.do(KeyStored("yt"))
    assert (status(desk).phase, status(desk).wanted) == ("stopped", True)


def test_a_new_key_gives_a_rejected_destination_a_new_try() -> None:
    desk = on_air()
    desk.do(*GO_LIVE, REJECTED, Edit("destinations", "yt", {"key": "new"}, base=9))
    assert (status(desk).wanted, status(desk).phase) == (True, "stopped")


def test_another_name_proves_and_disproves_nothing() -> None:
    desk = live()
    desk.do(Edit("destinations", "yt", {"name": "Main"}, base=9))
    assert status(desk).proven
