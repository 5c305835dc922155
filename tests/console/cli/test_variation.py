"""What the command line changes in a show."""

from pathlib import Path

import pytest

from console.cli.variation import (
    canvas_of,
    key_reference,
    with_ca_file,
    with_canvas,
    with_clip,
    with_destinations,
    with_encoding,
    with_microphone,
)
from console.errors import ConsoleError
from console.library.show_file import demo_show_folder, load_show
from console.library.show_rules import check
from console.model.canvas import Canvas, Rate
from tests.support.certificates import Authority
from tests.support.shows import SHOW


@pytest.mark.parametrize(
    ("text", "canvas", "rate"),
    [
        ("720x1280@30", Canvas(720, 1280), Rate(30, 1)),
        ("1920x1080", Canvas(1920, 1080), None),
        ("64x64@29.97", Canvas(64, 64), Rate(30000, 1001)),
        (" 640x360@12.5 ", Canvas(640, 360), Rate(25, 2)),
    ],
)
def test_a_canvas_is_a_size_and_an_exact_rate(text: str, canvas: Canvas, rate: Rate | None) -> None:
    assert canvas_of(text) == (canvas, rate)


@pytest.mark.parametrize(
    "text", ["", "x", "720", "720x1281", "62x64", "4098x64", "720x1280@121", "720x1280@0.5", "7e2x64"]
)
def test_anything_else_is_no_canvas(text: str) -> None:
    with pytest.raises(ConsoleError):
        canvas_of(text)


def test_every_rendition_gets_the_canvas_and_the_encoding() -> None:
    show = with_encoding(with_canvas(SHOW, Canvas(640, 360), None), preset="ultrafast", kbps=900)
    assert {one.canvas for one in show.renditions.values()} == {Canvas(640, 360)}
    assert {(one.preset, one.video_kbps) for one in show.renditions.values()} == {("ultrafast", 900)}
    assert show.rate == SHOW.rate
    assert with_encoding(SHOW, preset=None, kbps=None) == SHOW


def test_a_clip_fills_the_demo_show_under_five_graphics_and_the_show_stays_whole(tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.touch()
    show = with_microphone(with_clip(load_show(demo_show_folder()), clip), "Desk")
    check(show, Path(show.folder))
    assert {show.overlays[key].kind for key in show.opening_overlays} == {
        "product_card",
        "coupon",
        "viewer_count",
        "pinned_answer",
        "qr",
    }
    assert set(show.sources) == {"clip", "mic"}


def test_destinations_carry_references_and_never_keys() -> None:
    show = with_destinations(SHOW, ["rtmp://a.example/live", "rtmp://b.example/live"])
    assert [one.server for one in show.destinations.values()] == ["rtmp://a.example/live", "rtmp://b.example/live"]
    assert [one.key for one in show.destinations.values()] == [key_reference(1), key_reference(2)]


def test_a_certificate_authority_is_read_before_the_show_and_trusted_by_every_destination(tmp_path: Path) -> None:
    show = with_ca_file(SHOW, Authority(tmp_path).ca_file)
    assert {one.ca_file for one in show.destinations.values()} == {str(Authority(tmp_path).ca_file)}
    with pytest.raises(ConsoleError):
        with_ca_file(SHOW, tmp_path)
