from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from console.model.commands import EndSession, StartSession
from console.model.destination import Destination
from console.model.state import REHEARSAL
from console.rehearsal import post
from console.rehearsal.received import Glance, Received
from console.rehearsal.supervisor import MOST_POSTS, RehearsalSupervisor
from console.rehearsal.viewer import Effort
from tests.support.arming import GO_LIVE
from tests.support.eventually import eventually
from tests.support.receiving import FakeReceiver
from tests.support.shows import SHOW
from tests.support.stage import Stage, staged


class Studio:
    """The stage and every receiver that was made."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.made: list[tuple[Effort, FakeReceiver]] = []
        self.sent: set[str] = set()
        self.judged: list[str] = []
        self.receivers = stage.cast(
            RehearsalSupervisor(
                stage.ground,
                self._make,
                changed=stage.changed,
                is_sent=lambda key: key in self.sent,
                judged=self._judged,
            )
        )

    def _make(self, effort: Effort) -> FakeReceiver:
        self.made.append((effort, FakeReceiver(f"rtmp://127.0.0.1:{len(self.made) + 1}/live")))
        return self.made[-1][1]

    def _judged(self, key: str, received: Received) -> None:
        self.judged.append(key)

    def rehearse(self, session: str = "r") -> None:
        self.stage.do(StartSession(session, rehearsal=True))
        self.stage.until(lambda: self.receivers.settled)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "GLANCE_S", 0.01)
    monkeypatch.setattr(post, "PAUSES_S", (0.0, 0.01))


@pytest.fixture
def studio() -> Iterator[Studio]:
    with staged() as stage:
        yield Studio(stage)


def test_a_real_session_has_no_receiver(studio: Studio) -> None:
    studio.stage.do(StartSession("s"), *GO_LIVE)
    studio.stage.look(3)
    assert studio.made == []
    assert studio.receivers.settled
    assert studio.receivers.address("yt") == ""


def test_every_destination_of_a_rehearsal_has_a_receiver_before_it_goes_on_air(studio: Studio) -> None:
    studio.rehearse()
    assert {studio.receivers.address(key) for key in SHOW.destinations} == {
        f"rtmp://127.0.0.1:{number + 1}/live" for number in range(len(SHOW.destinations))
    }
    assert studio.stage.changes > 0


def test_a_show_without_destinations_has_one_receiver_all_the_same() -> None:
    with staged(replace(SHOW, destinations={})) as stage:
        studio = Studio(stage)
        studio.rehearse()
        assert studio.receivers.address(REHEARSAL) == "rtmp://127.0.0.1:1/live"


def test_only_one_destination_of_a_rendition_is_looked_at_picture_by_picture() -> None:
    yt = SHOW.destinations["yt"]
    with staged(replace(SHOW, destinations={"yt": yt, "also": yt})) as stage:
        studio = Studio(stage)
        studio.rehearse()
        assert sorted(effort for effort, _ in studio.made) == ["full", "light"]


def test_what_was_seen_has_an_age(studio: Studio) -> None:
    studio.rehearse()
    assert studio.receivers.seen_age_s("yt") is None
    for _, receiver in studio.made:
        receiver.sees = Glance(decoded=1, picture_age_s=0.5)
    studio.stage.until(lambda: studio.receivers.seen_age_s("yt") is not None)
    assert studio.receivers.seen_age_s("nobody") is None


def test_a_receiver_that_dies_is_said_and_comes_back_at_another_address(studio: Studio) -> None:
    studio.rehearse()
    before = studio.receivers.address("yt")
    [dead] = [receiver for _, receiver in studio.made if receiver._address == before]
    dead.dies()
    studio.stage.until(lambda: studio.receivers.address("yt") not in ("", before))
    studio.stage.look()
    assert studio.stage.faults() == {}


def test_one_that_cannot_start_is_a_fault_until_it_does(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = FakeReceiver("nowhere")
    broken.dies()
    make = studio._make
    monkeypatch.setattr(studio.receivers, "_make", lambda effort: broken)
    studio.rehearse()
    studio.stage.look()
    assert studio.stage.faults() == dict.fromkeys(
        [f"rehearsal/{key}" for key in SHOW.destinations], "receiver_starts_again"
    )
    for one in studio.receivers._posts.values():
        monkeypatch.setattr(one, "_make", lambda: make("full"))
    studio.stage.until(lambda: all(studio.receivers.address(key) for key in SHOW.destinations))
    studio.stage.look()
    assert studio.stage.faults() == {}


def test_more_destinations_than_this_machine_can_look_at_are_told_so() -> None:
    many = {f"d{number}": Destination(f"d{number}", "rtmp://x.example/a", "k") for number in range(MOST_POSTS + 2)}
    with staged(replace(SHOW, destinations=many)) as stage:
        studio = Studio(stage)
        studio.rehearse()
        assert len(studio.made) == MOST_POSTS
        assert stage.faults() == dict.fromkeys(
            [f"rehearsal/d{MOST_POSTS}", f"rehearsal/d{MOST_POSTS + 1}"], "too_many_to_rehearse"
        )
        stage.do(EndSession())
        assert stage.faults() == {}


def test_a_receiver_stays_until_nothing_is_sent_any_more_and_is_judged(studio: Studio) -> None:
    studio.rehearse()
    studio.sent = {"yt"}
    studio.stage.do(EndSession())
    assert studio.receivers.address("yt")
    studio.sent = set()
    studio.stage.look()
    assert eventually(lambda: sorted(studio.judged) == sorted(SHOW.destinations))
    assert studio.receivers.address("yt") == ""


def test_the_next_rehearsal_has_receivers_of_its_own(studio: Studio) -> None:
    studio.rehearse()
    count = len(studio.made)
    studio.stage.do(EndSession())
    studio.rehearse("r2")
    assert len(studio.made) == 2 * count
    assert eventually(lambda: len(studio.judged) == count)
