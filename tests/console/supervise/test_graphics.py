"""Graphics are painted once a content, come and go in media time, and outlive their painter."""

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from console.media.painting import Painting
from console.media.sprite import Sprite, sprite_of_bgra
from console.mixer.plan import Layer
from console.model.audio import AudioMix
from console.model.commands import Edit, EndSession, HideOverlay, SetEditOnAir, ShowOverlay, StartSession
from console.model.facts import MediaRestarted, MediaStarted, ViewersCounted
from console.model.overlay import Overlay
from console.ports.overlay import Motion, OverlayDriver, Painted, PaintingFailed, PaintJob, Sight
from console.supervise import graphics as subject
from console.supervise import showings
from console.supervise.graphics import GraphicsSupervisor
from overlays import slots
from tests.support.shows import SHOW, TROUBLE
from tests.support.stage import Stage, staged


class Settings(msgspec.Struct, frozen=True):
    word: str = "hello"


class Content(msgspec.Struct, frozen=True):
    text: str


def select(settings: Settings, sight: Sight) -> Content | None:
    """What viewers there are, if a word asks for them; a bug for the word “bug”."""
    if settings.word == "bug":
        raise KeyError(settings.word)
    if settings.word == "viewers":
        viewers = sight.state.audience.viewers
        return None if viewers is None else Content(str(viewers))
    return Content(settings.word)


def driver(kind: str) -> OverlayDriver[Any, Any]:
    return OverlayDriver(
        kind=kind,
        title_ja="",
        title_en="",
        settings=Settings,
        content=Content,
        select=select,
        paint=lambda *_: (2, 2),
        slot="left_column" if kind == "card" else "right_column",
        motion=Motion(leave_us=160_000),
    )


def sprite() -> Sprite:
    return sprite_of_bgra(np.zeros((4, 4, 4), np.uint8))


class FakePainter:
    """Paints when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[PaintJob] = []
        self.done: list[Painted | PaintingFailed] = []
        self.closed = False

    def submit(self, job: PaintJob) -> None:
        self.jobs.append(job)

    def poll(self) -> list[Painted | PaintingFailed]:
        done, self.done = self.done, []
        return done

    def close(self) -> None:
        self.closed = True

    def paint(self, *jobs: PaintJob) -> None:
        self.done += [Painted(job, Painting(sprite())) for job in jobs or self.jobs]


class Studio:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.painters: list[FakePainter] = []
        self.graphics = stage.cast(GraphicsSupervisor(stage.ground, self._make, changed=stage.changed))

    @property
    def painter(self) -> FakePainter:
        return self.painters[-1]

    def on_air(self) -> None:
        """Everything painted, tick 0 is past."""
        self.stage.do(StartSession("s1"), SetEditOnAir(on=True))
        self.painter.paint()
        self.stage.look()
        self.stage.clocks.start_media(self.stage.clock.monotonic_us() + 60_000)
        self.stage.do(MediaStarted())
        self.stage.look(5)

    def layer(self, rendition: str = "main") -> Layer:
        layers = self.graphics.layers[rendition]
        assert len(layers) == 1
        return layers[0]

    def now_us(self) -> int:
        return self.stage.clocks.now().media_us

    def _make(self) -> FakePainter:
        self.painters.append(FakePainter())
        return self.painter


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    monkeypatch.setattr(showings, "overlay_driver", driver)
    with staged(replace(SHOW, audio=AudioMix())) as stage:
        yield Studio(stage)


def test_each_rendition_has_its_own_painting_and_each_content_one_job(studio: Studio) -> None:
    studio.stage.do(StartSession("s1"), SetEditOnAir(on=True))
    assert len(studio.painter.jobs) == 2
    studio.stage.look(5)
    studio.stage.do(ShowOverlay("card"))
    assert len(studio.painter.jobs) == 2
    assert not studio.graphics.settled
    studio.painter.paint()
    studio.stage.look()
    assert studio.graphics.settled


def test_opening_graphics_come_in_with_tick_0(studio: Studio) -> None:
    studio.on_air()
    assert studio.layer().shown
    assert studio.layer().since_us == 0


def test_a_graphic_begins_to_come_when_its_first_picture_is_there(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(ShowOverlay("qr"))
    studio.stage.look(7)
    assert len(studio.graphics.layers["main"]) == 1
    studio.painter.paint(*studio.painter.jobs[2:])
    studio.stage.look()
    assert sorted(layer.since_us for layer in studio.graphics.layers["main"]) == [0, studio.now_us()]


def test_other_content_keeps_its_place_in_time(studio: Studio) -> None:
    studio.on_air()
    before = studio.layer()
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": "new"}}, 0))
    assert len(studio.painter.jobs) == 4
    assert studio.layer().sprite is before.sprite, "the last picture stays until there is another"
    studio.painter.paint(*studio.painter.jobs[2:])
    studio.stage.look()
    assert studio.layer().sprite is not before.sprite
    assert studio.layer().since_us == before.since_us


def test_an_older_picture_never_takes_the_place_of_a_newer_one(studio: Studio) -> None:
    studio.on_air()
    old = studio.painter.jobs[0]
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": "new"}}, 0))
    studio.painter.paint(*studio.painter.jobs[2:])
    studio.stage.look()
    newest = studio.layer().sprite
    studio.painter.paint(old)
    studio.stage.look()
    assert studio.layer().sprite is newest


def test_when_painting_fails_the_last_picture_stays_and_people_are_told_in_words(studio: Studio) -> None:
    studio.on_air()
    before = studio.layer()
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": "new"}}, 0))
    studio.painter.done = [PaintingFailed(job, TROUBLE) for job in studio.painter.jobs[2:]]
    studio.stage.look()
    assert studio.layer().sprite is before.sprite
    assert studio.stage.faults() == {"graphic/card": "trouble"}
    studio.painter.paint(*studio.painter.jobs[2:])
    studio.stage.look()
    assert studio.stage.faults() == {}


def test_a_graphic_that_cannot_be_painted_holds_no_show_back(studio: Studio) -> None:
    studio.stage.do(StartSession("s1"))
    studio.painter.done = [PaintingFailed(job, TROUBLE) for job in studio.painter.jobs]
    studio.stage.look()
    assert studio.graphics.settled


def test_a_driver_with_a_bug_takes_no_other_graphic_down(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(ShowOverlay("qr"), Edit("overlays", "qr", {"settings": {"word": "bug"}}, 0))
    assert studio.stage.faults() == {"graphic/qr": "graphic_failed"}
    assert studio.layer().shown
    studio.stage.do(HideOverlay("qr"))
    assert studio.stage.faults() == {}


def test_settings_that_make_no_sense_are_said(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": 5}}, 0))
    assert studio.stage.faults() == {"graphic/card": "bad_settings"}


def test_one_that_leaves_fades_and_then_is_dropped(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(HideOverlay("card"))
    layer = studio.layer()
    assert not layer.shown
    assert layer.since_us == studio.now_us()
    studio.stage.look(1)
    assert studio.graphics.layers["main"] != ()
    studio.stage.look(1)
    assert studio.graphics.layers["main"] == ()


def test_one_without_content_leaves_and_comes_again_with_it(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": "viewers"}}, 0))
    assert not studio.layer().shown
    studio.stage.look(1)
    studio.stage.do(ViewersCounted(5))
    assert studio.layer().shown
    assert studio.layer().since_us == studio.now_us()


def test_a_rendition_hides_kinds(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(Edit("renditions", "small", {"hide": ["card"]}, 0))
    studio.stage.look(3)
    assert studio.graphics.layers["small"] == ()
    assert studio.layer("main").shown


def test_in_a_new_epoch_what_was_there_stands_and_what_was_leaving_is_gone(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(ShowOverlay("qr"))
    studio.painter.paint(*studio.painter.jobs[2:])
    studio.stage.look(600)
    studio.stage.do(HideOverlay("card"))
    studio.stage.clocks.start_media(studio.stage.clock.monotonic_us())
    studio.stage.do(MediaRestarted(5_000_000))
    layers = studio.graphics.layers["main"]
    assert [layer.shown for layer in layers] == [True]
    assert layers[0].since_us + 1_000_000 < 0


def test_what_finds_no_room_is_said(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "arranged", lambda _canvas, wanted, *_, **__: subject_layout(wanted))
    studio.on_air()
    assert studio.stage.faults() == {"graphic/card": "graphic_without_room"}
    studio.stage.do(HideOverlay("card"))
    assert studio.stage.faults() == {}


def subject_layout(wanted: Any) -> Any:
    from overlays.slots import Layout  # noqa: PLC0415

    return Layout({}, tuple(one.id for one in wanted))


def test_the_painter_ends_with_the_session_and_its_faults_too(studio: Studio) -> None:
    studio.on_air()
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": 5}}, 0), EndSession())
    studio.stage.until(lambda: studio.painter.closed)
    assert studio.stage.faults() == {}
    assert studio.graphics.layers == {"main": (), "small": ()}
    studio.stage.do(StartSession("s2"))
    studio.stage.do(ShowOverlay("qr"))
    assert len(studio.painters) == 2


def test_settings_are_looked_into_only_when_the_show_or_what_is_on_air_is_another(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.on_air()
    kinds: list[str] = []
    monkeypatch.setattr(showings, "overlay_driver", lambda kind: kinds.append(kind) or driver(kind))  # type: ignore[func-returns-value]
    studio.stage.do(ViewersCounted(5))
    studio.stage.look(5)
    assert not kinds
    studio.stage.do(Edit("overlays", "card", {"settings": {"word": "new"}}, 0))
    assert kinds == ["card", "card"], "once a rendition"


def test_keys_with_slashes_stay_apart(studio: Studio) -> None:
    show = replace(
        SHOW, audio=AudioMix(), overlays={"a/b": Overlay(name="x", kind="card")}, opening_overlays=("a/b",)
    )
    with staged(show) as stage:
        other = Studio(stage)
        other.on_air()
        assert other.layer().shown


def test_places_are_worked_out_anew_only_when_a_graphic_or_the_show_is_another(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.on_air()
    asked: list[int] = []
    real = slots.arranged
    monkeypatch.setattr(subject, "arranged", lambda *a, **k: asked.append(1) or real(*a, **k))  # type: ignore[func-returns-value]
    studio.stage.look(20)
    assert not asked
    studio.stage.do(HideOverlay(next(iter(studio.stage.store.state.overlays))))
    assert asked
