"""Each destination has its own life: attempts, backoff, rejections, stopping, whatever the clock on the wall does."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from console.errors import ConsoleError
from console.model.commands import (
    Arm,
    Edit,
    RetryDestination,
    SetEditOnAir,
    StartDestination,
    StartSession,
    StopDestination,
)
from console.model.destination import DestinationStatus
from console.model.facts import DestinationConnecting, KeyStored
from console.output.attempt import Ending
from console.supervise import publication
from console.supervise.destinations import DestinationSupervisor
from console.supervise.renditions import Encode
from tests.support.arming import END, GO_LIVE
from tests.support.guards import Expect
from tests.support.shows import TROUBLE
from tests.support.stage import FakeEncoder, Stage, fake_encode, staged


class FakePublisher:
    """Keeps the promises of `console.output.publisher.Publisher`: one run, ended by `stop`, or as the test says."""

    made: list["FakePublisher"]
    on: "Line"

    def __init__(self, target, fan, headers, figures, *, live) -> None:  # type: ignore[no-untyped-def]
        self.target, self.figures, self._live = target, figures, live
        self._loop = asyncio.get_running_loop()
        self._end: asyncio.Future[Ending] = self._loop.create_future()
        self.made.append(self)

    def stop(self) -> None:
        """As a real one: from its own loop."""
        if not self._end.done():
            self._end.set_result(Ending(None))

    async def run(self) -> Ending:
        return await self._end

    def goes_live(self) -> None:
        self._loop.call_soon_threadsafe(self._live)

    def ends(self, ending: Ending) -> None:
        def end() -> None:
            if not self._end.done():
                self._end.set_result(ending)

        self._loop.call_soon_threadsafe(end)

    @property
    def ended(self) -> bool:
        return self._end.done()


class Vault:
    """Holds keys, or the caller."""

    def __init__(self) -> None:
        self.keys: dict[str, str | None] = {"yt": "key-of-one", "tt": "key-of-two"}
        self.hangs: threading.Event | None = None
        self.problem: Exception | None = None

    def secret(self, reference: str) -> str | None:
        if self.hangs is not None:
            self.hangs.wait(10)
        if self.problem is not None:
            raise self.problem
        return self.keys[reference]

    def keep(self, reference: str, secret: str) -> None:
        raise AssertionError

    def forget(self, reference: str) -> None:
        raise AssertionError


class Line:
    """The stage, the senders' thread and everything that was made."""

    def __init__(self, stage: Stage, senders: asyncio.AbstractEventLoop) -> None:
        self.stage, self.vault = stage, Vault()
        self.made: list[FakePublisher] = []
        self.encodes: dict[str, Encode] = {"main": fake_encode(), "small": fake_encode()}
        self.all_encodes = list(self.encodes.values())
        self.receivers: dict[str, str] = {}
        self.destinations = stage.cast(
            DestinationSupervisor(
                stage.ground,
                self.vault,
                senders,
                lambda: self.encodes,
                chance=lambda: 0.0,
                receiver=lambda key: self.receivers.get(key, ""),
            )
        )

    def status(self, key: str = "yt") -> DestinationStatus:
        return self.stage.state.destinations[key]

    def of(self, key: str) -> list[FakePublisher]:
        return [one for one in self.made if one.target.key == self.vault.keys[key]]

    def go_live(self) -> None:
        self.stage.do(StartSession("s1"), *GO_LIVE)
        self.stage.until(lambda: len(self.made) == 2)
        for publisher in self.made:
            publisher.goes_live()
        self.stage.until(lambda: {self.status("yt").phase, self.status("tt").phase} == {"live"})

    def fail(self, key: str = "yt", *, final: bool = False) -> None:
        """The newest attempt of a destination fails."""
        failures = self.status(key).attempts
        self.of(key)[-1].ends(Ending(TROUBLE, is_final=final))
        self.stage.until(lambda: self.status(key).attempts > failures)

    def looks_until_next(self, key: str = "yt") -> int:
        """Looks, ten a second, until another attempt is made."""
        count = len(self.stage.told(DestinationConnecting)), len(self.of(key))
        looks = 0
        while len(self.stage.told(DestinationConnecting)) == count[0]:
            self.stage.look()
            looks += 1
            assert looks < 500
        self.stage.until(lambda: len(self.of(key)) > count[1])
        return looks


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    senders = asyncio.new_event_loop()
    thread = threading.Thread(target=senders.run_forever, name="senders")
    thread.start()
    with staged() as stage:
        line = Line(stage, senders)
        monkeypatch.setattr(FakePublisher, "made", line.made, raising=False)
        monkeypatch.setattr(publication, "Publisher", FakePublisher)
        yield line
    if line.vault.hangs is not None:
        line.vault.hangs.set()
    for encode in line.all_encodes:
        encode.feed.close()
        encode.worker.stop()
    senders.call_soon_threadsafe(senders.stop)
    thread.join()
    senders.close()


def test_going_live_starts_every_destination_with_its_own_key(line: Line) -> None:
    line.go_live()
    assert sorted(one.target.key for one in line.made) == ["key-of-one", "key-of-two"]


def test_nothing_is_sent_before_there_is_an_encode(line: Line) -> None:
    encodes, line.encodes = line.encodes, {}
    line.stage.do(StartSession("s1"), *GO_LIVE)
    line.stage.look(5)
    assert line.made == []
    line.encodes = encodes
    line.stage.look()
    line.stage.until(lambda: len(line.made) == 2)


def test_one_that_fails_is_invisible_to_the_other(line: Line) -> None:
    line.go_live()
    line.fail("yt")
    assert line.status("tt").phase == "live"
    assert not line.of("tt")[0].ended


def test_retries_come_after_one_two_four_and_at_most_ten_seconds_for_ever(line: Line) -> None:
    line.go_live()
    waits = []
    for _ in range(7):
        line.fail()
        assert line.status().phase == "retrying"
        waits.append(line.looks_until_next())
    assert waits == [10, 20, 40, 80, 100, 100, 100]


def test_a_rejection_before_the_first_success_is_final_until_a_person_tries_again(line: Line) -> None:
    line.stage.do(StartSession("s1"), *GO_LIVE)
    line.stage.until(lambda: len(line.made) == 2)
    line.fail(final=True)
    assert line.status().phase == "rejected"
    line.stage.look(300)
    assert len(line.of("yt")) == 1
    line.stage.do(RetryDestination("yt"))
    line.stage.until(lambda: len(line.of("yt")) == 2)


def test_the_same_rejection_after_a_success_is_retried(line: Line) -> None:
    line.go_live()
    line.fail(final=True)
    assert line.status().phase == "retrying"
    assert line.looks_until_next() == 10
    line.of("yt")[-1].goes_live()
    line.stage.until(lambda: line.status().phase == "live")
    assert line.status().reconnects == 1
    assert line.stage.faults() == {}


def test_retry_now_waits_for_nothing(line: Line) -> None:
    line.go_live()
    for _ in range(4):
        line.fail()
        line.looks_until_next()
    line.fail()
    line.stage.do(RetryDestination("yt"))
    line.stage.until(lambda: len(line.of("yt")) == 6)


def test_one_that_waits_takes_a_new_key_at_once_and_one_that_is_live_goes_on(line: Line) -> None:
    line.go_live()
    for _ in range(4):
        line.fail()
        line.looks_until_next()
    line.fail()
    line.vault.keys["yt"] = "new-key"
    line.stage.do(KeyStored("yt"), KeyStored("tt"))
    line.stage.until(lambda: [one.target.key for one in line.of("yt")] == ["new-key"])
    assert not line.of("tt")[0].ended


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_wall_clock_that_is_set_neither_freezes_nor_floods_retries(line: Line, hours: int) -> None:
    line.go_live()
    line.fail()
    line.stage.clock.step_wall(hours * 3_600_000_000)
    assert line.looks_until_next() <= 10
    line.fail()
    assert line.looks_until_next() == 20


@pytest.mark.parametrize("when", ["connecting", "live", "retrying", "rejected"])
def test_stopping_works_in_every_state(line: Line, when: str) -> None:
    line.stage.do(StartSession("s1"), *GO_LIVE)
    line.stage.until(lambda: len(line.made) == 2)
    if when == "live":
        line.of("yt")[0].goes_live()
    elif when in {"retrying", "rejected"}:
        line.fail(final=when == "rejected")
    line.stage.until(lambda: line.status().phase == when)
    line.stage.do(StopDestination("yt"))
    line.stage.until(lambda: line.status().phase == "stopped")
    line.stage.look(120)
    assert len(line.of("yt")) == 1
    assert line.of("yt")[0].ended
    assert line.stage.faults() == {}
    assert not line.of("tt")[0].ended


def test_one_that_was_stopped_can_be_started_at_once(line: Line) -> None:
    line.go_live()
    line.fail()
    line.stage.do(StopDestination("yt"), StartDestination("yt"))
    line.stage.until(lambda: len(line.of("yt")) == 2)


def test_a_missing_key_is_final_and_said(line: Line) -> None:
    line.vault.keys["yt"] = None
    line.stage.do(StartSession("s1"), Arm("go_live"), StartDestination("yt"))
    line.stage.until(lambda: line.status().phase == "rejected")
    assert line.stage.faults() == {"destination/yt": "no_key"}
    assert line.made == []


def test_a_locked_vault_is_asked_again(line: Line) -> None:
    line.vault.problem = ConsoleError(TROUBLE)
    line.stage.do(StartSession("s1"), Arm("go_live"), StartDestination("yt"))
    line.stage.until(lambda: line.status().phase == "retrying")
    line.vault.problem = None
    assert line.looks_until_next() == 10


def test_a_vault_that_hangs_is_given_up_and_asked_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "VAULT_S", 0.05)
    line.vault.hangs = threading.Event()
    line.stage.do(StartSession("s1"), Arm("go_live"), StartDestination("yt"))
    line.stage.until(lambda: line.status().phase == "retrying")
    assert line.stage.faults() == {"destination/yt": "vault_silent"}
    line.vault.hangs.set()
    line.looks_until_next()


def test_stopping_does_not_wait_for_a_vault_that_hangs(line: Line) -> None:
    line.vault.hangs = threading.Event()
    line.stage.do(StartSession("s1"), Arm("go_live"), StartDestination("yt"))
    line.stage.do(StopDestination("yt"))
    line.stage.until(lambda: line.status().phase == "stopped", within_s=2)
    line.vault.hangs.set()
    line.stage.look(20)
    assert line.made == []


def test_a_bug_of_ours_is_retried_and_its_log_holds_no_key(line: Line, expect_warning: Expect) -> None:
    expect_warning("publishing broke: RuntimeError(?!.*key-of-one)")
    line.vault.problem = RuntimeError("key-of-one")
    line.stage.do(StartSession("s1"), Arm("go_live"), StartDestination("yt"))
    line.stage.until(lambda: line.status().phase == "retrying")
    assert line.stage.faults() == {"destination/yt": "publishing_broke"}
    assert "key-of-one" not in str(line.stage.state)


def test_another_server_or_key_ends_the_connection_and_makes_the_new_one(line: Line) -> None:
    line.go_live()
    line.stage.do(SetEditOnAir(True), Edit("destinations", "yt", {"server": "rtmp://other.example/live"}, 0))
    line.stage.until(lambda: len(line.of("yt")) == 2)
    assert line.of("yt")[0].ended
    assert line.of("yt")[1].target.server.host == "other.example"
    assert not line.of("tt")[0].ended


def test_another_encode_is_a_new_connection_since_its_headers_are_others(line: Line) -> None:
    line.go_live()
    line.all_encodes.append(fake_encode())
    line.encodes = {"main": line.all_encodes[-1], "small": line.encodes["small"]}
    line.stage.changed()
    line.stage.until(lambda: line.of("yt")[0].ended)
    line.stage.look()
    line.stage.until(lambda: len(line.of("yt")) == 2)
    assert len(line.of("tt")) == 1


def test_the_end_of_a_session_stops_all(line: Line) -> None:
    line.go_live()
    line.stage.do(*END)
    line.stage.until(lambda: {line.status("yt").phase, line.status("tt").phase} == {"stopped"})
    assert all(one.ended for one in line.made)


def test_figures_begin_anew_with_a_session(line: Line) -> None:
    line.go_live()
    line.of("yt")[0].figures.bytes = 1000
    line.stage.do(*END)
    line.stage.until(lambda: line.status().phase == "stopped")
    assert line.destinations.lines["yt"].figures.bytes == 1000
    line.stage.do(StartSession("s2"), *GO_LIVE)
    line.stage.until(lambda: len(line.made) == 4)
    assert line.destinations.lines["yt"].figures.bytes == 0


def test_the_bitrate_falls_only_when_every_live_destination_is_congested(line: Line) -> None:
    line.go_live()
    line.stage.do(SetEditOnAir(True), Edit("destinations", "tt", {"rendition": "main"}, 0))
    line.stage.until(lambda: len(line.of("tt")) == 2)
    line.of("tt")[-1].goes_live()
    line.stage.until(lambda: line.status("tt").phase == "live")
    encoder = line.encodes["main"].encoder
    assert isinstance(encoder, FakeEncoder)
    line.destinations.lines["yt"].figures.buffered_ms = 700
    line.stage.look(20)
    assert set(encoder.wishes) <= {4000}
    line.destinations.lines["tt"].figures.buffered_ms = 700
    line.stage.look(10)
    assert encoder.wishes[-1] == 3000
    line.destinations.lines["yt"].figures.buffered_ms = 0
    line.stage.look(100)
    assert encoder.wishes[-1] > 3000


RECEIVERS = {"yt": "rtmp://127.0.0.1:1111/live", "tt": "rtmp://127.0.0.1:2222/live"}


def test_a_rehearsal_goes_to_the_receivers_and_never_asks_for_a_key(line: Line) -> None:
    line.vault.problem = AssertionError("a rehearsal touched the vault")
    line.receivers = dict(RECEIVERS)
    line.stage.do(StartSession("r", rehearsal=True), *GO_LIVE)
    line.stage.until(lambda: len(line.made) == 2)
    assert {(one.target.server.host, one.target.server.port) for one in line.made} == {
        ("127.0.0.1", 1111),
        ("127.0.0.1", 2222),
    }
    assert {one.target.key for one in line.made} == {"rehearsal"}
    assert not {one.target.key for one in line.made} & {"key-of-one", "key-of-two"}


def test_a_rehearsal_without_a_receiver_is_sent_nowhere(line: Line) -> None:
    line.stage.do(StartSession("r", rehearsal=True), *GO_LIVE)
    line.stage.look(300)
    assert line.made == []
    assert line.stage.faults() == {}
    line.receivers = dict(RECEIVERS)
    line.stage.look()
    line.stage.until(lambda: len(line.made) == 2)


def test_a_receiver_that_comes_back_elsewhere_is_found(line: Line) -> None:
    line.receivers = dict(RECEIVERS)
    line.stage.do(StartSession("r", rehearsal=True), *GO_LIVE)
    line.stage.until(lambda: len(line.made) == 2)
    line.receivers["yt"] = ""
    line.stage.changed()
    line.stage.until(lambda: line.status("yt").phase == "stopped")
    assert line.status("yt").wanted
    line.receivers["yt"] = "rtmp://127.0.0.1:3333/live"
    line.stage.look()
    line.stage.until(lambda: len(line.made) == 3)
    assert line.made[2].target.server.port == 3333
    assert not next(one for one in line.made if one.target.server.port == 2222).ended


def test_what_still_says_goodbye_is_being_sent(line: Line) -> None:
    assert not line.destinations.is_sent("yt")
    line.go_live()
    assert line.destinations.is_sent("yt")
    line.stage.do(*END)
    line.stage.until(lambda: not line.destinations.is_sent("yt"))
