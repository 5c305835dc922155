"""One snapshot, one writer, one order."""

import threading
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from console.core.store import replayed
from console.errors import Refused
from console.model.commands import LoadPreview, StartSession
from console.model.entry import Entry, Event, decode_event, encode_event
from console.model.facts import FaultRaised, NoticeGiven
from console.model.state import State
from tests.support import events
from tests.support.desk import Desk, on_air
from tests.support.invariants import broken, survives_the_journal
from tests.support.shows import TROUBLE


def test_a_change_has_the_next_revision_and_one_entry() -> None:
    desk = on_air()
    desk.do(LoadPreview("near"))
    assert [entry.revision for entry in desk.entries] == [1, 2]
    assert desk.entries[-1].event == LoadPreview("near")
    assert desk.state.revision == 2


def test_what_changes_nothing_gets_no_entry() -> None:
    desk = on_air()
    before = desk.do(LoadPreview("near"))
    assert desk.do(LoadPreview("near")) is before
    assert len(desk.entries) == 2


def test_an_entry_carries_the_moment_the_reducer_saw() -> None:
    desk = Desk()
    desk.wait(70_000)
    desk.do(StartSession("s1"))
    assert desk.state.session.started == desk.entries[0].at
    assert desk.entries[0].at.media_us == 71_000


def test_the_journal_has_an_entry_before_anyone_hears_of_it() -> None:
    desk = Desk()
    written: list[int] = []
    desk.store.listen(lambda before, after: written.append(len(desk.entries)))
    desk.do(StartSession("s1"), LoadPreview("near"))
    assert written == [1, 2]


def test_what_the_journal_refuses_to_take_has_not_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()

    def full(entry: Entry, state: State) -> None:
        raise OSError("full")

    monkeypatch.setattr(desk, "write", full)
    with pytest.raises(OSError, match="full"):
        desk.do(StartSession("s1"))
    assert desk.state.revision == 0


def test_listeners_hear_of_changes_in_order_even_if_one_of_them_dispatches() -> None:
    desk = Desk()
    heard: list[tuple[int, int]] = []

    def eager(before: State, after: State) -> None:
        if not after.faults:
            desk.store.dispatch(FaultRaised("disk", TROUBLE))
            assert desk.state.faults, "what was dispatched stands at once"

    desk.store.listen(eager)
    desk.store.listen(lambda before, after: heard.append((before.revision, after.revision)))
    desk.do(StartSession("s1"))
    assert heard == [(0, 1), (1, 2)]


def test_a_listener_that_fails_leaves_the_next_change_audible() -> None:
    desk = Desk()
    heard: list[int] = []

    def failing(before: State, after: State) -> None:
        if after.revision == 1:
            raise ZeroDivisionError

    desk.store.listen(failing)
    desk.store.listen(lambda before, after: heard.append(after.revision))
    with pytest.raises(ZeroDivisionError):
        desk.do(StartSession("s1"))
    desk.do(LoadPreview("near"))
    assert heard == [2]


def test_another_thread_may_not_write() -> None:
    desk = Desk()
    caught: list[BaseException] = []

    def intrude() -> None:
        try:
            desk.store.dispatch(NoticeGiven(TROUBLE))
        except AssertionError as error:
            caught.append(error)

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join(5)
    assert caught
    assert desk.entries == []


def test_replay_takes_up_where_the_snapshot_was_written() -> None:
    desk = on_air()
    desk.do(LoadPreview("near"), NoticeGiven(TROUBLE))
    for snapshot in desk.states:
        assert replayed(snapshot, desk.entries) == desk.state


@given(events.FACTS)
def test_a_fact_is_the_same_after_the_journal(event: Event) -> None:
    assert decode_event(encode_event(event)) == event


class AnySequence(RuleBasedStateMachine):
    """Whatever is said in whatever order, the State stays sound and the journal tells the same story."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()

    @rule(command=events.COMMANDS)
    def command(self, command: Event) -> None:
        before, written = self.desk.state, len(self.desk.entries)
        try:
            self.desk.do(command)
        except Refused:
            assert self.desk.state is before
            assert len(self.desk.entries) == written

    @rule(fact=events.FACTS)
    def fact(self, fact: Event) -> None:
        self.desk.do(fact)

    @rule(us=st.integers(0, 5_000_000))
    def time_passes(self, us: int) -> None:
        self.desk.wait(us)

    @rule(by_us=st.integers(-(10**10), 10**10))
    def somebody_sets_the_clock(self, by_us: int) -> None:
        self.desk.clock.step_wall(by_us)

    @rule()
    def the_media_clock_begins_again(self) -> None:
        self.desk.clocks.start_media(self.desk.clock.monotonic_us())

    @precondition(lambda self: not self.desk.state.session.running)
    @rule()
    def a_session_starts(self) -> None:
        try:
            self.desk.do(StartSession("again"))
        except Refused:
            assert not self.desk.state.show.scenes

    @invariant()
    def nothing_is_broken(self) -> None:
        assert broken(self.desk.state) == []

    @invariant()
    def the_newest_state_survives_the_journal(self) -> None:
        assert survives_the_journal(self.desk.state)

    def teardown(self) -> None:
        written = [Entry(e.revision, e.at, decode_event(encode_event(e.event))) for e in self.desk.entries]
        assert all(before.revision + 1 == after.revision for before, after in pairwise(self.desk.states))
        for snapshot in self.desk.states[:: max(1, len(self.desk.states) // 5)]:
            loaded = msgspec.json.decode(msgspec.json.encode(snapshot), type=State)
            assert replayed(loaded, written) == self.desk.state


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=250, stateful_step_count=40, deadline=None)
