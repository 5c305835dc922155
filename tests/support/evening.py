"""A show with all that a person does in an evening, sent to a server with a key that is in the password store."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from console.library.paths import shows_folder
from console.model.canvas import Canvas
from console.model.destination import Destination
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.planning import Answer
from console.model.product import Money, Product
from console.model.rundown import Segment
from console.model.show import Show
from tests.support.folders import bars_show, folder_of
from tests.support.keyring_file import environment
from tests.support.person import Person
from widgets.first.welcome import Welcome
from widgets.frame.confirming import Confirming

TITLE = "Tea evening"
KEY, TAIL = "live_20268842_abcdefgh", "efgh"
CANVAS = Canvas(360, 640)


def evening_show(server: str) -> Show:
    """Bars in two scenes, three segments, a product with an offer and an answer."""
    bars = bars_show(canvas=CANVAS, kbps=800)
    wide = bars.scenes["bars"]
    show: Show = replace(
        bars,
        title=TITLE,
        scenes={"wide": replace(wide, name="Wide"), "near": replace(wide, name="Near")},
        destinations={"shop": Destination(name="Shop", server=server, key="shop-key", platform="custom")},
        products={
            "tea": Product(number=1, name="Tea", price=Money(minor=1980), stock=50),
            "cup": Product(number=2, name="Cup", price=Money(minor=3300), stock=9),
        },
        offers={"tea": Offer(product="tea", price=Money(minor=1480), precount_s=0, window_s=300, quantity=20)},
        answers={"hot": Answer(question="How hot is the water?", answer="70 degrees", product="tea")},
        overlays={
            "card": Overlay(name="Card", kind="product_card"),
            "answer": Overlay(name="Answer", kind="pinned_answer"),
        },
        segments={
            "hello": Segment(name="Hello", planned_s=60, scene="wide"),
            "tea": Segment(name="The tea", planned_s=120, scene="near", product="tea"),
            "bye": Segment(name="Good bye", planned_s=30, scene="wide"),
        },
        rundown=("hello", "tea", "bye"),
    )
    return show


def keep_evening(server: str, patch: pytest.MonkeyPatch, keys: Path) -> Path:
    """The show, among the shows of this house; its key is in a password store, the file `keys`."""
    for name, value in environment(keys, {"honban": {"shop-key": KEY}}).items():
        patch.setenv(name, value)
    return folder_of(evening_show(server), shows_folder() / "evening")


def open_evening(person: Person, folder: Path) -> None:
    """By a click on its row in the welcome."""
    person.choose(person.panel(Welcome), str(folder))
    person.until(lambda: person.state.show.title == TITLE)


def go_live(person: Person) -> None:
    """Stand by, arm, see where it would go, hold. Nothing is sent before."""
    person.press("Stand by")
    person.until(lambda: person.state.session.phase == "standby")
    person.press("Go live…")
    confirming = person.panel(Confirming)
    person.until(
        lambda: confirming.isVisible() and any(TAIL in one.text() for one in confirming.findChildren(QLabel))
    )
    assert not any(line.wanted for line in person.state.destinations.values())
    person.hold("Hold: go live", until=lambda: person.state.session.phase == "live")
    person.until(lambda: person.reads("ON AIR"))


def has_leaked(folder: Path) -> bool:
    """Whether the key stands in any file of a folder."""
    return any(KEY.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file())
