"""The demo show opens, and everything it names is there and light."""

from pathlib import Path

import cv2
import msgspec

import assets
from console.drivers import overlay_driver, source_driver, validated
from console.model.show import Show

FOLDER = Path(assets.__path__[0]) / "demo-show"
SHOW = msgspec.json.decode((FOLDER / "show.json").read_bytes(), type=Show)


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
    named = {product.picture for product in SHOW.products.values()} | {SHOW.theme.logo}
    named |= {source.settings["file"] for source in SHOW.sources.values() if "file" in source.settings}
    assert named == {path.name for path in FOLDER.iterdir() if path.suffix != ".json"}
    for name in named:
        assert (FOLDER / name).stat().st_size <= 150_000, name
        assert cv2.imread(str(FOLDER / name)) is not None, name
