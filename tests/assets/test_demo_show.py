"""The demo show opens, everything it names is there and light, and it says nothing that it should not."""

import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import msgspec
import pytest

import assets
from capture.clip import ClipSettings
from capture.clip_reader import PictureReader, SoundReader
from console.audience.ng_lists import ng_list
from console.audience.script_check import checked
from console.core.due import coming
from console.drivers import overlay_driver, source_driver, validated
from console.library.show_file import load_show
from console.media.timebase import SAMPLE_RATE_HZ
from console.model.commands import TakeNext
from console.model.rundown import Cue
from console.model.show import SCHEMA, Show
from console.model.show_rules import advice
from tests.support.desk import Desk, on_air

FOLDER = Path(assets.__path__[0]) / "demo-show"
SHOW = msgspec.json.decode((FOLDER / "show.json").read_bytes(), type=Show)
CLIPS = {source.settings["file"] for source in SHOW.sources.values() if source.kind == "clip"}
OVERLAYS = {
    *("card", "list", "reveal", "coupon", "countdown", "stock", "viewers", "comment", "answer", "qr", "host"),
    *("ticker-shipping", "ticker-thanks", "notice-coupon", "notice-giveaway", "toast", "giveaway", "logo"),
    *("opening-slate", "wait-slate", "ending-slate"),
}
FAST_REHEARSAL_S = 240
"""Show time of 30 s at speed 8, if every segment is taken when its planned time comes."""


def cues() -> Iterator[tuple[int, Cue]]:
    """Every cue with its show time, as planned."""
    start_s = 0
    for key in SHOW.rundown:
        for cue in SHOW.segments[key].cues:
            yield start_s + (cue.at_s or 0), cue
        start_s += SHOW.segments[key].planned_s


def test_it_opens_with_nothing_to_put_right() -> None:
    assert json.loads((FOLDER / "show.json").read_bytes())["schema"] == SCHEMA
    show = load_show(FOLDER)
    assert advice(show) == []
    assert checked(show, ng_list(show)) == []


def test_it_has_what_a_show_of_six_products_needs() -> None:
    assert [product.number for product in SHOW.products.values()] == [1, 2, 3, 4, 5, 6]
    assert len(SHOW.coupons) == 1
    assert set(SHOW.overlays) == OVERLAYS
    assert set(SHOW.opening_overlays) <= OVERLAYS
    assert SHOW.opening_scene in SHOW.scenes
    canvas = SHOW.renditions["main"].canvas
    assert (canvas.width, canvas.height) == (720, 1280)


def test_the_rundown_fills_twenty_minutes_with_a_script_in_phases() -> None:
    segments = [SHOW.segments[key] for key in SHOW.rundown]
    assert sum(segment.planned_s for segment in segments) == 20 * 60
    assert [segment.product for segment in segments if segment.product] == list(SHOW.products)
    for segment in segments[1:]:
        phases = segment.script
        assert all((phases.opening, phases.benefits, phases.interaction, phases.closing)), segment.name
        assert segment.benefits
        assert segment.cues
    assert {offer.product for offer in SHOW.offers.values()} == set(SHOW.products)
    assert {answer.product for answer in SHOW.answers.values()} == {"", *SHOW.products}
    assert SHOW.giveaways
    assert SHOW.ng_words
    assert SHOW.targets.sales is not None


def test_every_graphic_but_those_of_the_moment_has_its_cue() -> None:
    shown = {overlay for _, cue in cues() for overlay in cue.show} | set(SHOW.opening_overlays)
    assert shown == OVERLAYS - {"comment", "wait-slate"}


def test_a_fast_rehearsal_shows_an_offer_from_its_countdown_to_its_end() -> None:
    verbs = [(at_s, action) for at_s, cue in cues() if at_s < FAST_REHEARSAL_S for action in cue.offers]
    started = {action.offer: at_s for at_s, action in verbs if action.verb == "start"}
    assert len(started) == 2
    assert [action.offer for _, action in verbs if action.verb == "open_price"] == ["financier-live"]
    first, second = (SHOW.offers[key] for key in started)
    assert started["financier-live"] + first.precount_s + first.window_s < FAST_REHEARSAL_S - 60
    assert started["mug-live"] + second.precount_s < FAST_REHEARSAL_S - 20
    assert all(10 <= offer.precount_s <= 30 for offer in SHOW.offers.values())


def test_an_offer_is_over_before_its_segment_and_costs_less_than_the_product() -> None:
    for segment in SHOW.segments.values():
        for cue in segment.cues:
            for action in cue.offers:
                offer = SHOW.offers[action.offer]
                assert offer.product == segment.product
                assert (cue.at_s or 0) + offer.precount_s + offer.window_s <= segment.planned_s
                assert offer.price.minor < SHOW.products[offer.product].price.minor


def test_what_lies_in_the_lower_band_lies_there_alone() -> None:
    band = {"host", "answer", "reveal", "notice-coupon", "notice-giveaway", "giveaway"}
    for key in SHOW.rundown[2:]:
        shown = set[str]()
        for cue in SHOW.segments[key].cues:
            shown = (shown - set(cue.hide)) | set(cue.show)
            assert len(shown & (band - {"giveaway"})) <= 1, (key, cue.id)


def test_settings_are_what_the_sources_drivers_understand() -> None:
    for source in SHOW.sources.values():
        validated(source.settings, source.kind, source_driver(source.kind).settings)


@pytest.mark.parametrize("overlay", sorted(OVERLAYS))
def test_settings_are_what_the_graphics_drivers_understand(overlay: str) -> None:
    known = SHOW.overlays[overlay]
    settings = overlay_driver(known.kind).settings
    validated(known.settings, known.kind, settings)
    assert known.settings.keys() <= set(settings.__struct_fields__)


def test_a_was_price_is_above_the_price() -> None:
    for product in SHOW.products.values():
        assert product.was_price is None or product.was_price.minor > product.price.minor


def test_pictures_are_there_are_pictures_and_are_light() -> None:
    for name in _named() - CLIPS:
        assert (FOLDER / name).stat().st_size <= 150_000, name
        assert cv2.imread(str(FOLDER / name)) is not None, name


def played() -> Desk:
    """The whole rundown, each segment taken at its planned time, everything told when it falls due."""
    desk = on_air(load_show(FOLDER))
    for key in SHOW.rundown:
        desk.do(TakeNext())
        end_us = desk.clocks.now().show_us + SHOW.segments[key].planned_s * 1_000_000
        while (due := next(iter(coming(desk.state)), None)) is not None and due.show_us < end_us:
            desk.wait(max(0, due.show_us - desk.clocks.now().show_us))
            desk.do(due.fact)
        desk.wait(max(0, end_us - desk.clocks.now().show_us))
    return desk


def test_played_as_planned_every_offer_opens_and_ends_and_no_cue_fails() -> None:
    desk = played()
    assert desk.state.notices == ()
    assert {offer: status.phase for offer, status in desk.state.selling.offers.items()} == dict.fromkeys(
        SHOW.offers, "ended"
    )
    phases = {status.phase for state in desk.states for status in state.selling.offers.values()}
    assert phases == {"armed", "counting", "live", "ended"}
    assert all(status.price_open for status in desk.state.selling.offers.values())
    shown = {key for key, overlay in desk.state.overlays.items() if overlay.shown}
    assert shown == {"ending-slate", "logo"}


def test_every_file_in_the_folder_is_named_by_the_show() -> None:
    assert _named() == {path.name for path in FOLDER.iterdir() if path.suffix != ".json"}


def test_the_opening_scene_is_one_light_clip_that_goes_round() -> None:
    (placement,) = SHOW.scenes[SHOW.opening_scene].placements
    source = SHOW.sources[placement.source]
    assert (source.kind, source.settings["loop"]) == ("clip", True)
    assert (FOLDER / source.settings["file"]).stat().st_size <= 3_000_000


def test_the_clip_fits_the_canvas_and_its_sound_ends_with_its_picture() -> None:
    canvas = SHOW.renditions["main"].canvas
    for name in CLIPS:
        span = ClipSettings(name, loop=True)
        pictures, sounds = PictureReader(FOLDER / name, span), SoundReader(FOLDER / name, span)
        try:
            shapes = {(picture.width, picture.height) for picture in pictures.lap(offset_us=0)}
            heard = sum(len(sound) for _, sound in sounds.lap())
        finally:
            pictures.close()
            sounds.close()
        assert shapes == {(canvas.width, canvas.height)}
        assert heard == pictures.end * SAMPLE_RATE_HZ


def _named() -> set[str]:
    pictures = {product.picture for product in SHOW.products.values()} | {SHOW.theme.logo}
    return pictures | {source.settings["file"] for source in SHOW.sources.values() if "file" in source.settings}
