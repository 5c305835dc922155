"""The painter has more to do than it can, stands still and goes on: no tick waits for it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import cv2
import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from console.model.canvas import Canvas
from console.model.commands import Command, Explain, OpenShow, PinAnswer, PinComment, SetAnnouncement, StartSession
from console.model.overlay import Overlay
from console.model.product import Money, Product
from console.model.show import Show
from tests.support.arming import END
from tests.support.bare_loop import bare_loop
from tests.support.folders import bars_show
from tests.support.program import Program

pytestmark = [pytest.mark.journey, pytest.mark.alone, pytest.mark.timeout(120)]

KINDS = ("product_card", "product_list", "price_reveal", "announcement", "ticker", "lower_third")
PINNED = ("pinned_comment", "pinned_answer", "stock_meter", "logo")
PICTURE_PX = 4_000, 3_000
PICTURES = 4
BUSY_PICTURES, STOPPED_PICTURES = 180, 75
"""Of Program, while the painter is given something new with each look; while it stands still."""
CHANCE = 3
"""Pictures that a machine with other work may cost one program and not the one beside it. One painting of those here
takes several ticks, and hundreds are made: a tick that waited for them would be repeated a hundred times."""


@dataclass(frozen=True)
class Evening:
    """The run."""

    figures: dict[str, Any]
    """The last that the engine told."""
    excused: int
    """Ticks that a loop which only sleeps missed beside it."""
    painted_s: float
    """Processor time of the painter while it was busy."""
    composed_stopped: int
    """Pictures of Program while the painter stood still."""
    asked: int
    """Commands that wanted something painted."""
    refused: list[object]


class Desk:
    """Gives the engine commands; each is obeyed before the next."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.asked = 0
        self.refused: list[object] = []

    def do(self, *commands: Command) -> None:
        for command in commands:
            self.asked += 1
            self.program.say({"id": self.asked, "command": msgspec.to_builtins(command)})

    @property
    def composed(self) -> int:
        figures = [said for said in self.program.said if said["type"] == "figures"]
        return int(figures[-1].get("frames_composed", 0)) if figures else 0

    def paints_until(self, composed: int, *, what: str) -> None:
        """Something new to paint for every kind, again and again, until so many pictures were composed."""
        works = works_without_end()

        def is_enough() -> bool:
            self.do(*next(works))
            return self.composed >= composed

        self.program.until(is_enough, within_s=40, what=what)


def works_without_end() -> Iterator[tuple[Command, ...]]:
    """200 letters that nobody has painted yet in each graphic, and another twelve megapixels."""
    letters = cycle(range(0x4E00, 0x9FA0))
    for number in cycle(range(PICTURES)):
        words = ["".join(chr(next(letters)) for _ in range(200)) for _ in range(5)]
        yield (
            Explain(f"p{number}"),
            *(SetAnnouncement(kind, text) for kind, text in zip(KINDS[3:], words[:3], strict=True)),
            PinComment(words[3]),
            PinAnswer(words[4], words[0]),
        )


def hostile_show(folder: Path) -> Show:
    """Names of 200 letters and twelve megapixels in every card."""
    folder.mkdir()
    noise = np.random.default_rng(1).integers(0, 255, (*PICTURE_PX[::-1], 3), np.uint8)
    for number in range(PICTURES):
        cv2.imwrite(str(folder / f"{number}.jpg"), np.roll(noise, 7 * number, axis=0))
    products = {
        f"p{number}": Product(
            number=number + 1, name="無花果" * 67, price=Money(minor=1_234_567), picture=f"{number}.jpg", stock=99
        )
        for number in range(PICTURES)
    }
    show: Show = replace(
        bars_show(canvas=Canvas(360, 640), kbps=500),
        folder=str(folder),
        products=products,
        overlays={kind: Overlay(name=kind, kind=kind) for kind in (*KINDS, *PINNED)},
        opening_overlays=(*KINDS, *PINNED),
    )
    return show


@contextmanager
def stopped(program: Program) -> Iterator[None]:
    painter = program.painter
    painter.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        painter.send_signal(signal.SIGCONT)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """One run for all promises of this page."""
    folder = tmp_path_factory.mktemp("evening")
    with bare_loop() as machine, Program("engine", home=folder / "home") as program:
        desk = Desk(program)
        desk.do(OpenShow(hostile_show(folder / "show")), StartSession("evening"))
        program.on_air()
        used_s = _cpu_s(program)
        desk.paints_until(desk.composed + BUSY_PICTURES, what="the painter is busy")
        painted_s = _cpu_s(program) - used_s
        before = desk.composed
        with stopped(program):
            desk.paints_until(before + STOPPED_PICTURES, what="the painter stands still")
            composed_stopped = desk.composed - before
        desk.paints_until(desk.composed + STOPPED_PICTURES, what="the painter goes on")
        desk.do(*END)
        program.hang_up()
        program.ended()
        said = program.said
    figures = [one for one in said if one["type"] == "figures"][-1]
    refused = [one["refused"] for one in said if one["type"] == "answer" and one.get("refused")]
    return Evening(figures, machine.count, painted_s, composed_stopped, desk.asked, refused)


def _cpu_s(program: Program) -> float:
    times = program.painter.cpu_times()
    return float(times.user + times.system)


def test_the_painter_had_its_hands_full(evening: Evening) -> None:
    assert evening.refused == []
    assert evening.asked > 200
    assert evening.painted_s > 1.5, "of the six seconds or more that this took"


def test_no_tick_waited_for_it(evening: Evening) -> None:
    assert evening.figures["frames_composed"] >= BUSY_PICTURES + 2 * STOPPED_PICTURES
    assert evening.figures["frames_repeated"] <= 2 * evening.excused + CHANCE
    assert evening.figures["frames_skipped"] <= 2 * evening.excused + CHANCE


def test_program_goes_on_while_it_stands_still(evening: Evening) -> None:
    assert evening.composed_stopped >= STOPPED_PICTURES
