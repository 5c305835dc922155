"""Encoders are open before air, are opened again when they break, and never stay refused without a word."""

import threading
from collections.abc import Iterator
from fractions import Fraction

import pytest

from console.errors import ConsoleError
from console.media.feed import BURST, Feed
from console.media.sound import silence
from console.model.commands import Edit, EndSession, SetEditOnAir, StartSession
from console.model.destination import Rendition
from console.output.encoder import Encoder
from console.output.outlet import Fan
from console.supervise.renditions import RenditionSupervisor
from tests.support.guards import Expect
from tests.support.shows import TROUBLE
from tests.support.stage import FakeEncoder, Stage, staged


class Works:
    """Makes fakes."""

    def __init__(self) -> None:
        self.made: list[FakeEncoder] = []
        self.refuses = self.breaks = False
        self.waits: threading.Event | None = None
        self.attempts = 0

    def __call__(self, rendition: Rendition, rate: Fraction, feed: Feed, fan: Fan) -> Encoder:
        self.attempts += 1
        if self.waits is not None:
            self.waits.wait(10)
        if self.refuses:
            raise ConsoleError(TROUBLE)
        if self.breaks:
            raise RuntimeError("bug")
        self.made.append(FakeEncoder(rendition, rate, feed, fan))
        return self.made[-1]  # type: ignore[return-value]


@pytest.fixture
def works() -> Works:
    return Works()


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


@pytest.fixture
def renditions(stage: Stage, works: Works) -> RenditionSupervisor:
    return stage.cast(RenditionSupervisor(stage.ground, works, changed=stage.changed))


def test_every_rendition_has_an_encode_while_a_session_runs(stage: Stage, renditions: RenditionSupervisor) -> None:
    stage.do(StartSession("s1"))
    stage.until(lambda: renditions.encodes)
    assert set(renditions.encodes) == {"main", "small"}
    running = [encode.worker for encode in renditions.encodes.values()]
    stage.do(EndSession())
    assert renditions.encodes == {}
    stage.until(lambda: not any(worker.alive for worker in running))


def test_a_refusal_is_a_fault_in_words_and_tried_again_until_it_works(
    stage: Stage, renditions: RenditionSupervisor, works: Works
) -> None:
    works.refuses = True
    stage.do(StartSession("s1"))
    stage.until(lambda: stage.faults() == {"rendition/main": "trouble", "rendition/small": "trouble"})
    assert renditions.encodes == {}
    works.refuses = False
    stage.look(6)
    stage.until(lambda: renditions.encodes)
    stage.look(150)
    assert stage.faults() == {}


def test_settings_that_are_edited_after_a_refusal_are_tried_at_once(
    stage: Stage, renditions: RenditionSupervisor, works: Works
) -> None:
    works.refuses = True
    stage.do(StartSession("s1"))
    stage.until(lambda: len(stage.faults()) == 2)
    works.refuses = False
    stage.do(Edit("renditions", "main", {"preset": "ultrafast"}, 0))
    stage.until(lambda: renditions.encodes)
    assert renditions.encodes["main"].rendition.preset == "ultrafast"


def test_a_bug_while_opening_is_said_and_tried_again(
    stage: Stage, renditions: RenditionSupervisor, works: Works, expect_warning: Expect
) -> None:
    expect_warning("opening the encoder of main")
    expect_warning("opening the encoder of small")
    works.breaks = True
    stage.do(StartSession("s1"))
    stage.until(lambda: stage.faults().get("rendition/main") == "encoding_failed")
    works.breaks = False
    stage.look(6)
    stage.until(lambda: renditions.encodes)


def test_one_that_breaks_in_mid_show_begins_all_anew_and_counts_on(
    stage: Stage, renditions: RenditionSupervisor, works: Works, expect_warning: Expect
) -> None:
    expect_warning("encoding main broke")
    stage.do(StartSession("s1"))
    stage.until(lambda: renditions.encodes)
    before = renditions.encodes
    for number in range(BURST + 1):
        before["main"].feed.offer(number, None, silence(1600))
    stage.until(lambda: len(works.made[0].numbers) == BURST + 1)
    works.made[0].breaks = True
    stage.until(lambda: not before["main"].worker.alive)
    stage.look()
    assert renditions.encodes == {}, "receivers hear that there is nothing to send"
    assert stage.faults() == {"rendition/main": "encoding_failed"}
    stage.look(6)
    stage.until(lambda: renditions.encodes)
    assert renditions.encodes["main"] is not before["main"]
    assert renditions.encodes["small"] is not before["small"], "they are mixed together"
    stage.until(lambda: not before["small"].worker.alive)
    assert renditions.totals("main").pictures == BURST + 1
    stage.look(150)
    assert stage.faults() == {}


def test_one_that_always_breaks_is_tried_at_longer_and_longer_intervals(
    stage: Stage, renditions: RenditionSupervisor, works: Works, expect_warning: Expect
) -> None:
    expect_warning("broke")
    stage.do(StartSession("s1"))
    stage.until(lambda: renditions.encodes)
    waits = []
    for _ in range(4):
        works.made[-1].breaks = works.made[-2].breaks = True
        broken = renditions.encodes
        stage.until(lambda broken=broken: not any(encode.worker.alive for encode in broken.values()))  # type: ignore[misc]
        attempts, looks = works.attempts, 0
        while works.attempts == attempts:
            stage.look()
            looks += 1
            if looks % 5 == 0:
                stage.until(lambda: renditions._preparing is None or works.attempts > attempts)  # noqa: B023
        stage.until(lambda: renditions.encodes)
        waits.append(looks)
    assert waits[0] < waits[1] < waits[2] < waits[3]


def test_a_bitrate_that_is_edited_begins_anew_and_what_is_hidden_does_not(
    stage: Stage, renditions: RenditionSupervisor
) -> None:
    stage.do(StartSession("s1"), SetEditOnAir(on=True))
    stage.until(lambda: renditions.encodes)
    before = renditions.encodes
    stage.do(Edit("renditions", "main", {"hide": ["qr"]}, 0))
    assert renditions.encodes is before
    stage.do(Edit("renditions", "main", {"video_kbps": 2500}, stage.state.revision))
    stage.until(lambda: renditions.encodes and renditions.encodes is not before)
    assert renditions.encodes["main"].rendition.video_kbps == 2500


def test_what_opens_after_the_end_is_ended(stage: Stage, renditions: RenditionSupervisor, works: Works) -> None:
    works.waits = threading.Event()
    stage.do(StartSession("s1"))
    stage.until(lambda: works.attempts)
    stage.do(EndSession())
    works.waits.set()
    stage.until(lambda: len(works.made) == 2)
    stage.until(lambda: len(renditions._ending) == 2)
    stage.until(lambda: not any(encode.worker.alive for encode in renditions._ending))
    assert renditions.encodes == {}


def test_figures_begin_anew_with_a_session(stage: Stage, renditions: RenditionSupervisor, works: Works) -> None:
    stage.do(StartSession("s1"))
    stage.until(lambda: renditions.encodes)
    renditions.encodes["main"].feed.offer(0, None, silence(1600))
    stage.until(lambda: renditions.totals("main").pictures == 1)
    stage.do(EndSession())
    assert renditions.totals("main").pictures == 1
    stage.do(StartSession("s2"))
    stage.until(lambda: renditions.encodes)
    assert renditions.totals("main").pictures == 0
