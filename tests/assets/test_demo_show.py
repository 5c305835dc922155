"""The demo show opens, and everything it names is there and light."""

from pathlib import Path

import cv2
import msgspec

import assets
from capture.clip import ClipSettings
from capture.clip_reader import PictureReader, SoundReader
from console.drivers import overlay_driver, source_driver, validated
from console.media.timebase import SAMPLE_RATE_HZ
from console.model.show import Show

FOLDER = Path(assets.__path__[0]) / "demo-show"
SHOW = msgspec.json.decode((FOLDER / "show.json").read_bytes(), type=Show)
CLIPS = {source.settings["file"] for source in SHOW.sources.values() if source.kind == "clip"}


def test_it_has_what_a_show_of_six_products_needs() -> None:
    assert [product.number for product in SHOW.products.values()] == [1, 2, 3, 4, 5, 6]
    assert len(SHOW.coupons) == 1
    assert set(SHOW.overlays) == {"card", "coupon", "viewers", "answer", "qr", "logo"}
    assert set(SHOW.opening_overlays) <= set(SHOW.overlays)
    assert SHOW.opening_scene in SHOW.scenes
    canvas = SHOW.renditions["main"].canvas
    assert (canvas.width, canvas.height) == (720, 1280)


def test_settings_are_what_their_drivers_understand() -> None:
    for overlay in SHOW.overlays.values():
        validated(overlay.settings, overlay.kind, overlay_driver(overlay.kind).settings)
    for source in SHOW.sources.values():
        validated(source.settings, source.kind, source_driver(source.kind).settings)


def test_a_was_price_is_above_the_price() -> None:
    for product in SHOW.products.values():
        assert product.was_price is None or product.was_price.minor > product.price.minor


def test_pictures_are_there_are_pictures_and_are_light() -> None:
    for name in _named() - CLIPS:
        assert (FOLDER / name).stat().st_size <= 150_000, name
        assert cv2.imread(str(FOLDER / name)) is not None, name


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
