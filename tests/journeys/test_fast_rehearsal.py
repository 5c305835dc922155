"""A rehearsal at eight times the speed: the rundown is taken, offers open, sell and end, and it is on record."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.library.show_file import save_show
from console.model.canvas import Canvas
from console.model.commands import TakeNext
from console.model.destination import Rendition
from console.model.entry import Event, decode_event
from console.model.facts import OfferClosed, OfferOpened, OrderPlaced
from console.model.offer import Offer
from console.model.product import Money, Product
from console.model.rundown import Cue, OfferAction, Segment
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from tests.support.house import ROOT

pytestmark = pytest.mark.journey

SHORT = Show(
    title="Short sale",
    sources={"bars": Source(name="Bars", kind="bars")},
    scenes={"bars": Scene(name="Bars", placements=(Placement(source="bars"),))},
    products={"tea": Product(number=1, name="Tea", price=Money(minor=1980), stock=500)},
    offers={"tea": Offer(product="tea", price=Money(minor=1480), precount_s=10, window_s=60, quantity=400)},
    segments={
        "hello": Segment(name="Hello", planned_s=2, scene="bars"),
        "tea": Segment(
            name="Tea",
            planned_s=80,
            product="tea",
            cues=(
                Cue(id="on", offers=(OfferAction(offer="tea", verb="arm"), OfferAction(offer="tea", verb="start"))),
            ),
        ),
    },
    rundown=("hello", "tea"),
    renditions={"main": Rendition(canvas=Canvas(width=180, height=320))},
    opening_scene="bars",
)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """Everything that happened in ten seconds."""
    home, folder = tmp_path_factory.mktemp("fast") / "home", tmp_path_factory.mktemp("show")
    save_show(folder, SHORT)
    arguments = ["rehearse", "--show", str(folder), "--speed", "8", "--seconds", "10.5"]
    surroundings = {**os.environ, "HONBAN_HOME": str(home), "HONBAN_LANGUAGE": "en"}
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    ended = subprocess.run(
        [sys.executable, "-m", "console", *arguments],
        env={**surroundings, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert "On air in rehearsal" in ended.stdout, ended
    assert "Traceback" not in ended.stderr, ended
    [file] = (home / "data" / "sessions").glob("*.journal")
    return list(_events(file))


def _events(file: Path) -> Iterator[Event]:
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        for (body,) in connection.execute("SELECT body FROM entries ORDER BY revision"):
            yield decode_event(body if isinstance(body, bytes) else str(body).encode())
    finally:
        connection.close()


def test_offers_open_and_close_by_the_clock(journal: list[Event]) -> None:
    assert OfferOpened("tea") in journal
    assert OfferClosed("tea") in journal
    assert journal.index(OfferOpened("tea")) < journal.index(OfferClosed("tea"))


def test_the_rundown_was_taken_by_itself(journal: list[Event]) -> None:
    assert journal.count(TakeNext()) == 2


def test_people_bought_while_it_was_open_and_only_then(journal: list[Event]) -> None:
    places = [number for number, event in enumerate(journal) if isinstance(event, OrderPlaced)]
    assert len(places) > 50
    assert journal.index(OfferOpened("tea")) < places[0]
    assert places[-1] < journal.index(OfferClosed("tea"))
