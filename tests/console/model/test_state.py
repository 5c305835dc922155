"""A State survives being written down."""

import msgspec
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from console.core.reducing import reduced
from console.model.commands import StartSession
from console.model.destination import Destination
from console.model.facts import DestinationLive, DestinationStopped
from console.model.moment import At
from console.model.show import Show
from console.model.state import REHEARSAL, State
from tests.support.arming import END, GO_LIVE
from tests.support.nouns import structs
from tests.support.shows import SHOW

AT = At(wall_us=0, show_us=0, media_us=0)
NEWCOMER = State(show=replace(SHOW, destinations={}))
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@QUICK
@given(state=structs(State))
def test_a_state_comes_back_from_json_as_it_was(state: State) -> None:
    assert msgspec.json.decode(msgspec.json.encode(state), type=State) == state


@QUICK
@given(state=structs(State))
def test_a_state_comes_back_from_msgpack_as_it_was(state: State) -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=State) == state


def test_a_rehearsal_of_a_show_without_destinations_has_a_made_up_one() -> None:
    state = reduced(NEWCOMER, StartSession("s", rehearsal=True), AT)
    for event in GO_LIVE:
        state = reduced(state, event, AT)
    assert state.sent_to == {REHEARSAL: Destination(REHEARSAL, "", "", rendition=next(iter(SHOW.renditions)))}
    assert state.destinations[REHEARSAL].wanted


def test_it_can_still_say_that_it_stopped_when_the_rehearsal_is_over() -> None:
    state = reduced(NEWCOMER, StartSession("s", rehearsal=True), AT)
    for event in (*GO_LIVE, DestinationLive(REHEARSAL), *END, DestinationStopped(REHEARSAL)):
        state = reduced(state, event, AT)
    assert state.destinations[REHEARSAL].phase == "stopped"
    assert not state.destinations[REHEARSAL].wanted


def test_the_next_real_session_knows_nothing_of_it() -> None:
    state = NEWCOMER
    for event in (StartSession("s", rehearsal=True), *GO_LIVE, *END, StartSession("t")):
        state = reduced(state, event, AT)
    assert state.sent_to == {}
    assert state.destinations == {}


def test_a_show_with_destinations_rehearses_with_those() -> None:
    state = reduced(State(show=SHOW), StartSession("s", rehearsal=True), AT)
    assert state.sent_to == SHOW.destinations


def test_nothing_is_made_up_without_a_rendition_to_send() -> None:
    state = State(show=replace(SHOW, destinations={}, renditions={}))
    assert reduced(state, StartSession("s", rehearsal=True), AT).sent_to == {}
    assert State(show=Show()).sent_to == {}
