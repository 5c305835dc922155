"""Graphics that live: digits change without painting, and what had its time leaves by itself."""

import asyncio
from collections.abc import Iterator

import pytest

from console.mixer.plan import Layer
from console.model.canvas import Canvas
from console.model.commands import ArmOffer, Explain, OpenPrice, ShowOverlay, StartOffer, StartSession
from console.model.destination import Destination, Rendition
from console.model.facts import MediaStarted, OverlayEnded, ViewersCounted
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.planning import Policy, SafeAreas
from console.model.product import Money, Product
from console.model.scene import Box, Scene
from console.model.show import Show
from console.supervise.graphics import GraphicsSupervisor
from console.supervise.ground import Ground
from tests.support.desk import Desk
from tests.support.quick_painter import BLUE, GLYPHS, RED, QuickPainter

S = 1_000_000
SHOW = Show(
    title="Market",
    scenes={"talk": Scene(name="Talk")},
    products={"mug": Product(number=2, name="Mug", price=Money(minor=3850))},
    offers={
        "flash": Offer(product="mug", price=Money(minor=1980), price_hidden=True, precount_s=0, window_s=300),
    },
    overlays={
        "clock": Overlay(name="Clock", kind="countdown"),
        "reveal": Overlay(name="Reveal", kind="price_reveal", settings={"product": "mug"}),
        "viewers": Overlay(name="Viewers", kind="viewer_count"),
        "name": Overlay(name="Name", kind="lower_third", settings={"name": "Sakura", "hold_s": 12}),
        "line": Overlay(name="Line", kind="ticker", settings={"text": "Hello"}),
        "qr": Overlay(name="Code", kind="qr", settings={"link": "https://a.example"}),
        "slate": Overlay(name="Slate", kind="slate_opening", settings={"count_s": 60}),
    },
    renditions={"main": Rendition(), "wide": Rendition(canvas=Canvas(1280, 720))},
    destinations={
        "near": Destination(name="Near", server="rtmp://127.0.0.1/a", key="a", viewers_delay_s=2.0),
        "far": Destination(
            name="Far",
            server="rtmp://127.0.0.1/a",
            key="a",
            rendition="wide",
            viewers_delay_s=8.0,
            platform="strict",
            policy=Policy(no_qr=True),
        ),
    },
    safe_areas={"strict": SafeAreas(landscape=(Box(height=0.2),))},
)


class Stage:
    """A desk on air and the supervisor of its graphics."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *shown: str) -> None:
        self.desk, self.painter = Desk(SHOW), QuickPainter()
        self.changes = 0
        ground = Ground(self.desk.store, self.desk.clocks, loop)
        self.graphics = GraphicsSupervisor(ground, lambda: self.painter, changed=self._changed)
        self.desk.store.listen(lambda _, state: self.graphics.follow(state))
        self.desk.do(StartSession("s1", rehearsal=True), MediaStarted())
        self.desk.do(*(ShowOverlay(name) for name in shown))

    def _changed(self) -> None:
        self.changes += 1

    def wait(self, seconds: float) -> None:
        """Ten looks a second."""
        for _ in range(round(seconds * 10)):
            self.desk.wait(S // 10)
            self.graphics.look()

    def layer(self, rendition: str = "main") -> Layer:
        (layer,) = self.graphics.layers[rendition]
        return layer

    def digits(self, rendition: str = "main") -> str:
        sprites = [piece.part.sprite for piece in self.layer(rendition).pieces if "/" in piece.part.name]
        return "".join(str(GLYPHS.index(sprite)) for sprite in sprites)

    @property
    def ended(self) -> list[str]:
        return [entry.event.overlay for entry in self.desk.entries if isinstance(entry.event, OverlayEnded)]


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_a_countdown_is_painted_once_and_counts_in_each_rendition_for_its_viewers(
    loop: asyncio.AbstractEventLoop,
) -> None:
    stage = Stage(loop, "clock")
    stage.desk.do(ArmOffer("flash"), StartOffer("flash"))
    stage.wait(0.2)
    first = stage.layer()
    assert (stage.digits(), stage.digits("wide")) == ("0458", "0452")
    stage.wait(10)
    assert (stage.digits(), stage.digits("wide")) == ("0448", "0442")
    assert len(stage.painter.jobs) == 2
    assert stage.layer().sprite is first.sprite
    assert stage.changes <= 2 + 2 * 11


def test_the_last_seconds_pulse_with_each_second(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "clock")
    stage.desk.do(ArmOffer("flash"), StartOffer("flash"))
    stage.wait(290.5)
    pulses = set()
    for _ in range(30):
        stage.wait(0.1)
        pulses |= {piece.since_us for piece in stage.layer().pieces if piece.part.move == "pulse"}
    assert len(pulses) in {3, 4}


def test_numbers_of_viewers_roll_at_most_once_in_two_seconds(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "viewers")
    seen = []
    for count in range(100, 150):
        stage.desk.do(ViewersCounted(count))
        stage.wait(0.1)
        seen.append(stage.digits())
    assert 2 <= len(set(seen)) <= 4
    stage.wait(2.1)
    assert stage.digits() == "149"
    assert stage.layer().pieces[0].part.move == "roll"
    assert len(stage.painter.jobs) == 2


def test_a_price_flips_open_once(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop)
    stage.desk.do(ArmOffer("flash"), StartOffer("flash"), ShowOverlay("reveal"))
    stage.wait(1)
    (board,) = stage.layer().pieces
    assert (board.part.sprite, board.before) == (RED, None)
    stage.desk.do(OpenPrice("flash"))
    stage.wait(0.1)
    (board,) = stage.layer().pieces
    assert (board.part.sprite, board.before) == (BLUE, RED)
    opened_us = board.since_us
    stage.desk.do(Explain("mug"))
    stage.wait(1)
    assert stage.layer().pieces[0].since_us == opened_us


def test_a_graphic_leaves_by_itself_after_its_hold_and_the_journal_says_so_once(
    loop: asyncio.AbstractEventLoop,
) -> None:
    stage = Stage(loop, "name")
    stage.wait(11.5)
    assert stage.ended == []
    stage.wait(2)
    assert stage.ended == ["name"]
    assert not stage.desk.state.overlays["name"].shown
    stage.desk.do(ShowOverlay("name"))
    stage.wait(11)
    assert stage.ended == ["name"]


def test_a_ticker_leaves_after_its_rounds(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "line")
    run_s = 2 * (300 + 100) / 60
    stage.wait(run_s - 0.5)
    assert stage.ended == []
    stage.wait(1)
    assert stage.ended == ["line"]


def test_a_value_is_never_laid_on_cells_of_another_shape(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "viewers")
    stage.desk.do(ViewersCounted(1000))
    stage.wait(3)
    stage.painter.is_slow = True
    stage.desk.do(ViewersCounted(999))
    stage.wait(3)
    assert stage.digits() == "1000"
    stage.painter.is_slow = False
    stage.wait(0.1)
    assert stage.digits() == "999"


def test_an_opening_counts_from_when_it_came_on_air(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "slate")
    stage.wait(5)
    assert (stage.digits(), stage.digits("wide")) == ("0053", "0047")


def test_a_late_word_about_an_earlier_time_on_air_changes_nothing(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "name")
    before = stage.desk.state
    stage.desk.do(OverlayEnded("name", before.overlays["name"].since_us - 1), OverlayEnded("gone", 0))
    assert stage.desk.state is before


def test_no_code_leads_off_a_platform_that_forbids_it(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "qr")
    stage.wait(0.2)
    assert {rendition: len(layers) for rendition, layers in stage.graphics.layers.items()} == {"main": 1, "wide": 0}


def test_a_graphic_keeps_out_of_what_the_platform_covers(loop: asyncio.AbstractEventLoop) -> None:
    stage = Stage(loop, "viewers")
    stage.desk.do(ViewersCounted(100))
    stage.wait(0.2)
    assert stage.layer("wide").y >= 0.2 * 720
    assert stage.layer().y < 0.2 * 1280
