"""A tall and a wide rendition of one show at once: each to its own stream, laid out for its own canvas."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from console.bench.graphics import Graphic, graphics_of
from console.media.colour import planes_of_bgr
from console.model.canvas import Canvas
from console.model.destination import Destination, Rendition
from console.model.overlay import Overlay
from console.model.planning import Policy
from console.model.product import Money, Product
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.rehearsal.analyse import judge_file
from console.rehearsal.received import Received
from tests.support.bare_loop import bare_loop
from tests.support.folders import bars_show, folder_of
from tests.support.keyring_file import environment
from tests.support.nginx import Nginx
from tests.support.program import Ended, Program

pytestmark = [pytest.mark.journey, pytest.mark.alone, pytest.mark.timeout(150)]

SECONDS = 5
KBPS = 2500
CANVASES = {"tall": Canvas(720, 1280), "wide": Canvas(1280, 720)}
KEYS = {"tall/key": "tall-5521-qpwo", "wide/key": "wide-9914-mzxn"}
LINK = "https://shop.example/products/arita-mug?from=live"
KINDS = ("product_card", "qr", "announcement")
NAMES = tuple(CANVASES)
BARS = bars_show()
SAME_LEVELS = 6.0
"""Mean error of luma up to which a graphic was encoded; one that is not there is off by far more."""


@dataclass(frozen=True)
class Evening:
    """One run: `hidden` is the rendition that shows no code."""

    show: Show
    hidden: str
    ended: Ended
    excused: int
    judged: Mapping[str, Received]
    last: Mapping[str, NDArray[np.uint8]]
    """The newest picture of each stream, encoded and decoded, BGR."""

    def expected(self, name: str) -> tuple[Graphic, ...]:
        """The graphics that this rendition shows, where they stand."""
        kinds = tuple(kind for kind in KINDS if kind != "qr" or name != self.hidden)
        return graphics_of(self.show, CANVASES[name], kinds)


@pytest.fixture(scope="module", params=["the tall platform forbids codes", "the wide rendition hides codes"])
def evening(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """Both ways of hiding a code, so that each canvas shows one once."""
    folder = tmp_path_factory.mktemp("evening")
    hidden = "tall" if request.param.startswith("the tall") else "wide"
    passwords = environment(folder / "keyring.json", {"honban": KEYS})
    with Nginx(folder / "nginx", record=True) as ingest, bare_loop() as machine:
        show = replace(_show(ingest.server, hidden), folder=str(folder / "show"))
        arguments = ("stream", "--show", folder_of(show, folder / "show"), "--seconds", str(SECONDS), "--json")
        with Program(*arguments, home=folder / "home", lines=(), environment=passwords) as program:
            ended = program.ended(within_s=SECONDS + 60)
        files = {key.partition("/")[0]: _recorded(ingest, secret) for key, secret in KEYS.items()}
        judged = {name: judge_file(file) for name, file in files.items()}
        last = {name: _last_picture(file) for name, file in files.items()}
    return Evening(show, hidden, ended, machine.count, judged, last)


def _show(server: str, hidden: str) -> Show:
    # Why contain: on the wide canvas the bars stand upright between the graphics, which leave their number free.
    renditions = {name: Rendition(canvas=canvas, video_kbps=KBPS) for name, canvas in CANVASES.items()}
    renditions["wide"] = replace(renditions["wide"], hide=("qr",) if hidden == "wide" else ())
    policy = Policy(no_qr=hidden == "tall")
    show: Show = replace(
        BARS,
        scenes={"bars": Scene(name="Bars", placements=(Placement(source="bars", fit="contain"),))},
        products={"mug": Product(number=1, name="有田焼 染付マグカップ", price=Money(minor=3850), link=LINK)},
        overlays={
            "card": Overlay(name="Card", kind="product_card", settings={"product": "mug"}),
            "code": Overlay(name="Code", kind="qr", settings={"product": "mug"}),
            "notice": Overlay(name="Notice", kind="announcement", settings={"text": "まもなくタイムセール開始"}),
        },
        opening_overlays=("card", "code", "notice"),
        renditions=renditions,
        destinations={
            "tall": Destination(name="Tall", server=server, key="tall/key", rendition="tall", policy=policy),
            "wide": Destination(name="Wide", server=server, key="wide/key", rendition="wide"),
        },
    )
    return show


def _recorded(ingest: Nginx, key: str) -> Path:
    """The one file of a stream that never broke off."""
    [file] = [path for path in ingest.recordings if path.name.startswith(key)]
    return file


def _last_picture(file: Path) -> NDArray[np.uint8]:
    with av.open(str(file)) as container:
        *_, last = container.decode(video=0)
        return np.asarray(last.to_ndarray(format="bgr24"), np.uint8)


def _code_in(picture: NDArray[np.uint8]) -> str:
    text, *_ = cv2.QRCodeDetector().detectAndDecode(picture)
    return text


def _error(picture: NDArray[np.uint8], graphic: Graphic) -> float:
    """Mean difference in luma where the graphic hides what is below."""
    height, width = graphic.bgra.shape[:2]
    seen = picture[graphic.y : graphic.y + height, graphic.x : graphic.x + width]
    solid = graphic.bgra[:, :, 3] == 255
    lumas = [planes_of_bgr(np.ascontiguousarray(one))[0].astype(np.int16) for one in (seen, graphic.bgra[:, :, :3])]
    return float(np.abs(lumas[0] - lumas[1])[solid].mean())


def test_both_are_live_until_the_end(evening: Evening) -> None:
    assert evening.ended.code == 0, evening.ended
    assert [(one.state, one.reconnects, one.dropped_packets) for one in evening.ended.figures.destinations] == [
        ("live", 0, 0),
        ("live", 0, 0),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_stream_has_the_size_of_its_canvas(evening: Evening, name: str) -> None:
    pictures = evening.judged[name].pictures

    assert (pictures.width, pictures.height) == (CANVASES[name].width, CANVASES[name].height)
    assert (pictures.codec, pictures.sizes, pictures.broken) == ("h264", 1, 0)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_missing_but_what_the_machine_was_late_for(evening: Evening, name: str) -> None:
    received, excused = evening.judged[name], evening.excused + evening.ended.late_ticks

    assert received.ticks.seen >= SECONDS * 30 - 10 - excused
    assert received.ticks.missing <= 2 + excused
    assert received.ticks.unread == received.ticks.out_of_order == received.ticks.restarts == 0
    assert received.sound.broken == received.sound.gaps == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_graphic_stands_where_its_canvas_has_a_place_for_it(evening: Evening, name: str) -> None:
    expected = evening.expected(name)

    assert len(expected) == len(KINDS) - (name == evening.hidden)
    errors = {one.kind: _error(evening.last[name], one) for one in expected}
    assert max(errors.values()) < SAME_LEVELS, errors


@pytest.mark.parametrize("name", NAMES)
def test_a_code_is_read_from_the_stream_unless_it_is_forbidden_there(evening: Evening, name: str) -> None:
    assert _code_in(evening.last[name]) == ("" if name == evening.hidden else LINK)


@pytest.mark.parametrize("name", NAMES)
def test_the_place_of_a_code_is_clear_where_none_is_allowed(evening: Evening, name: str) -> None:
    [code] = [one for one in graphics_of(evening.show, CANVASES[name], KINDS) if one.kind == "qr"]

    assert (_error(evening.last[name], code) > 5 * SAME_LEVELS) == (name == evening.hidden)


def test_the_two_layouts_are_not_the_same(evening: Evening) -> None:
    tall, wide = ({one.kind: (one.bgra.shape, one.x, one.y) for one in evening.expected(name)} for name in NAMES)

    assert all(tall[kind] != wide[kind] for kind in tall.keys() & wide.keys())
