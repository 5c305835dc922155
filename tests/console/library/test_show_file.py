"""A show on disk: opened whole or refused in one sentence, and never harmed."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.errors import ConsoleError
from console.library import show_file
from console.library.show_file import demo_show_folder, load_show, save_show
from console.model.audio import AudioMix, Strip
from console.model.canvas import Canvas, Rate
from console.model.destination import Destination, Rendition
from console.model.overlay import Overlay, Theme
from console.model.product import Money, Product
from console.model.scene import Box, Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.words.render import render

WHOLE: dict[str, Any] = {
    "schema": 2,
    "title": "夜の生放送",
    "rate": {"pictures": 30000, "seconds": 1001},
    "sources": {"cam": {"name": "Camera", "kind": "camera", "settings": {"device": 0, "gain": 1.5}}},
    "scenes": {"wide": {"name": "Wide", "placements": [{"source": "cam", "box": {"width": 0.5}, "fit": "contain"}]}},
    "audio": {"strips": {"cam": {"gain_db": -6, "role": "voice"}}},
    "products": {"serum": {"number": 1, "name": "美容液", "price": {"minor": 1980}, "picture": "serum.png"}},
    "overlays": {"card": {"name": "Card", "kind": "product_card", "settings": {"product_id": "serum"}}},
    "renditions": {"main": {"canvas": {"width": 720, "height": 1280}}, "wide": {"video_kbps": 900}},
    "destinations": {"yt": {"name": "YouTube", "server": "rtmp://127.0.0.1/live", "key": "yt", "rendition": "wide"}},
    "opening_scene": "wide",
    "opening_overlays": ["card"],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show folder that is whole."""
    place = tmp_path / "show"
    place.mkdir()
    (place / "serum.png").write_bytes(b"png")
    (place / "show.json").write_text(json.dumps(WHOLE, ensure_ascii=False), encoding="utf-8")
    return place


def put(folder: Path, content: object) -> None:
    """Write show.json: bytes as they are, else as JSON."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder / "show.json").write_bytes(data)


def changed(*path: str | int, value: object) -> dict[str, Any]:
    """The whole show with one value put in at a path."""
    document: Any = json.loads(json.dumps(WHOLE))
    place = document
    for step in path[:-1]:
        place = place[step] if isinstance(step, int) else place.setdefault(step, {})
    place[path[-1]] = value
    return document  # type: ignore[no-any-return]


def inside(folder: Path) -> list[str]:
    """Names of what the folder holds beside the versions."""
    return sorted(path.name for path in folder.iterdir() if path.name != "versions") if folder.is_dir() else []


def sentence(folder: Path) -> str:
    """What opening the folder says; the file is as it was before, and both languages can say it."""
    file = folder / "show.json"
    before = file.read_bytes() if file.is_file() else None
    names = inside(folder)
    with pytest.raises(ConsoleError) as caught:
        load_show(folder)
    assert before == (file.read_bytes() if file.is_file() else None)
    assert names == inside(folder)
    words = render(caught.value.message)
    assert not words.startswith(caught.value.message.code)
    assert render(caught.value.message, "ja") != words
    return words


def test_a_whole_show_is_opened_with_its_folder(folder: Path) -> None:
    show = load_show(folder)
    assert show.title == "夜の生放送"
    assert show.folder == str(folder)
    assert show.rate == Rate(30000, 1001)
    assert show.scenes["wide"].placements[0].box == Box(width=0.5)
    assert show.products["serum"].price == Money(minor=1980)
    assert show.sources["cam"].settings == {"device": 0, "gain": 1.5}


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(folder: Path) -> None:
    text = json.dumps(WHOLE, indent=1).replace("\n", "\r\n")
    put(folder, b"\xef\xbb\xbf" + text.encode())
    assert load_show(folder).opening_scene == "wide"


def test_an_empty_object_is_an_empty_show(folder: Path) -> None:
    put(folder, {})
    assert load_show(folder) == Show(folder=str(folder))


def test_a_missing_folder_a_file_as_folder_and_a_folder_without_a_show(tmp_path: Path, folder: Path) -> None:
    assert "no show folder" in sentence(tmp_path / "nowhere")
    assert "no show folder" in sentence(folder / "show.json")
    (folder / "show.json").unlink()
    assert "holds no show.json" in sentence(folder)
    (folder / "show.json").mkdir()
    assert "holds no show.json" in sentence(folder)


def test_a_pipe_named_like_the_show_is_not_waited_for(folder: Path) -> None:
    (folder / "show.json").unlink()
    os.mkfifo(folder / "show.json")
    assert "holds no show.json" in sentence(folder)


def test_a_huge_file_is_refused_by_its_size(folder: Path) -> None:
    put(folder, b" " * 4_000_001)
    assert "too large" in sentence(folder)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON at line 1, column 1"),
        (b'{\n  "title": "x",\n}', "not JSON at line 3"),
        (b'{"title": "x"', "not JSON at line 1"),
        ("{\"title\": \"夜\"}".encode("cp932"), "not text in UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b"[]", "value of show is not right (Expected `object`, got `array`)"),
        (b"null", "value of show is not right"),
        (b'{"title": "\\ud800"}', "value of show is not right"),
        (b'{"audio": {"duck_db": NaN}}', "(NaN)"),
        (b'{"audio": {"duck_db": 1e999}}', "audio.duck_db"),
        (b'{"rate": {"pictures": 99999999999999999999}}', "(99999999999999999999)"),
        (b'{"rate": {"pictures": ' + b"9" * 5000 + b"}}", "(999999999999999999999999)"),
        (b'{"sources": {"a": {"name": "1", "kind": "bars"}, "a": {"name": "2", "kind": "bars"}}}', "has “a” twice"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_with_its_place(folder: Path, content: bytes, words: str) -> None:
    put(folder, content)
    assert words in sentence(folder)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (changed("schema", value=3), "saved by a newer version (format 3; this program knows up to 2)"),
        (changed("schema", value="1"), "schema"),
        (changed("schema", value=0), "value of schema is not right (0)"),
        (changed("titel", value="x"), "show has a field “titel”"),
        (changed("theme", "brnd", value="x"), "theme has a field “brnd”"),
        (changed("sources", "cam", "tilt", value=1), "sources.cam has a field “tilt”"),
        (changed("scenes", "wide", "placements", 0, "box", "w", value=1), "placements[0].box has a field “w”"),
        (changed("sources", "cam2", value={"name": "x"}), "sources.cam2 lacks the field “kind”"),
        (changed("sources", "cam", "name", value=7), "sources.cam.name is not right (Expected `str`, got"),
        (changed("sources", value=[]), "value of sources is not right"),
        (changed("audio", "strips", "cam", "role", value="loud"), "audio.strips.cam.role"),
        (changed("renditions", "main", "canvas", "width", value=721), "721x1280 of renditions.main.canvas"),
        (changed("renditions", "main", "canvas", "height", value=0), "main.canvas.height must be between 64"),
        (changed("renditions", "main", "canvas", "width", value=100_000), "between 64 and 4096 (it is 100000)"),
        (changed("renditions", "main", "video_kbps", value=-1), "renditions.main.video_kbps"),
        (changed("renditions", "main", "audio_kbps", value=0), "renditions.main.audio_kbps"),
        (changed("renditions", value={}), "renditions is empty"),
        (changed("rate", "seconds", value=0), "rate must be between"),
        (changed("rate", "pictures", value=-30), "rate must be between"),
        (changed("rate", value={"pictures": 1000, "seconds": 1}), "rate must be between 1 and 120 (it is 1000/1)"),
        (changed("theme", "brand", value="red"), "colour “red” of theme.brand"),
        (changed("theme", "ink", value="#12345"), "theme.ink"),
        (changed("scenes", "wide", "placements", 0, "box", "width", value=1.5), "wide.placements[0].box reaches"),
        (changed("scenes", "wide", "placements", 0, "crop", value={"width": 0}), "placements[0].crop reaches"),
        (changed("scenes", "wide", "placements", 0, "source", value="tv"), "placements[0].source names “tv”"),
        (changed("audio", "strips", "ghost", value={}), "audio.strips names “ghost”"),
        (changed("audio", "strips", "cam", "delay_ms", value=-5), "audio.strips.cam.delay_ms"),
        (changed("destinations", "yt", "rendition", value="4k"), "destinations.yt.rendition names “4k”"),
        (changed("opening_scene", value="nowhere"), "opening_scene names “nowhere”"),
        (changed("opening_overlays", value=["card", "ghost"]), "opening_overlays names “ghost”"),
        (changed("products", "serum", "picture", value="gone.png"), "“gone.png” of products.serum.picture is not in"),
        (changed("products", "serum", "picture", value="../show/../secret"), "lies outside the show's folder"),
        (changed("products", "serum", "picture", value="/etc/passwd"), "lies outside the show's folder"),
        (changed("products", "serum", "picture", value="a\0b"), "is not in the show's folder"),
        (changed("products", "serum", "picture", value="x" * 5000), "is not in the show's folder"),
        (changed("theme", "logo", value="logo.png"), "“logo.png” of theme.logo"),
        (changed("theme", "font", value="."), "“.” of theme.font"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_path(folder: Path, document: dict[str, Any], words: str) -> None:
    put(folder, document)
    assert words in sentence(folder)


def test_a_link_out_of_the_folder_is_outside(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    (folder / "serum.png").unlink()
    (folder / "serum.png").symlink_to(tmp_path / "secret")
    assert "lies outside" in sentence(folder)


ODD: st.SearchStrategy[Any] = st.sampled_from([None, True, [], {}]) | st.integers() | st.floats() | st.text()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_any_single_change_opens_or_is_refused_and_never_anything_else(folder: Path, data: st.DataObject) -> None:
    document: Any = json.loads(json.dumps(WHOLE))
    place = document
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(ODD)
            break
        place = place[key]
    put(folder, document)
    try:
        save_show(folder, load_show(folder))
    except ConsoleError:
        return
    load_show(folder)


FULL = Show(
    title="題",
    rate=Rate(60, 1),
    theme=Theme(brand="#000000"),
    sources={"s": Source(name="S", kind="bars", settings={"deep": [1, {"x": None}]}, revision=9)},
    scenes={"a": Scene(name="A", placements=(Placement(source="s", crop=Box(x=0.25, width=0.5)),))},
    audio=AudioMix(strips={"s": Strip(gain_db=-3.5)}),
    products={"p": Product(number=1, name="P", price=Money(minor=5), was_price=Money(minor=9))},
    overlays={"o": Overlay(name="O", kind="qr")},
    renditions={"main": Rendition(canvas=Canvas(1280, 720))},
    destinations={"d": Destination(name="D", server="rtmp://127.0.0.1/a", key="ref")},
    opening_scene="a",
    opening_overlays=("o",),
)


def test_a_saved_show_is_opened_again_as_it_was(tmp_path: Path) -> None:
    save_show(tmp_path, FULL)
    opened = load_show(tmp_path)
    assert opened.folder == str(tmp_path)
    save_show(tmp_path, opened)
    assert load_show(tmp_path) == opened
    assert inside(tmp_path) == ["show.json"]


def test_the_folder_is_never_saved_and_the_schema_always_is(folder: Path) -> None:
    show = load_show(folder)
    save_show(folder, show)
    content = json.loads((folder / "show.json").read_text(encoding="utf-8"))
    assert "folder" not in content
    assert content["schema"] == 2
    assert "夜の生放送" in (folder / "show.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("broken", [b"{", b'{"schema": 3}', b'{"titel": "x"}', b" " * 4_000_001])
def test_a_file_that_cannot_be_opened_is_never_overwritten(folder: Path, broken: bytes) -> None:
    put(folder, broken)
    with pytest.raises(ConsoleError) as caught:
        save_show(folder, FULL)
    assert caught.value.message.code == "show_file_kept"
    assert (folder / "show.json").read_bytes() == broken
    assert inside(folder) == ["serum.png", "show.json"]


def test_a_show_that_names_a_lost_picture_can_still_be_saved(folder: Path) -> None:
    show = load_show(folder)
    (folder / "serum.png").unlink()
    save_show(folder, show)
    assert "serum.png" in sentence(folder)


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_save_that_fails_half_way_leaves_the_old_file_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = (folder / "show.json").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(ConsoleError) as caught:
        save_show(folder, FULL)
    assert caught.value.message.code == "show_not_saved"
    assert caught.value.message.params["reason"] == "No space left on device"
    assert (folder / "show.json").read_bytes() == before
    assert inside(folder) == ["serum.png", "show.json"]


def test_a_show_that_could_not_be_opened_again_is_not_saved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (folder / "show.json").read_bytes()
    for show in (Show(title="\ud800"), Show(sources={"s": Source(name="x" * 5_000_000, kind="bars")})):
        with pytest.raises(ConsoleError) as caught:
            save_show(folder, show)
        assert caught.value.message.code == "show_not_saved"
    assert (folder / "show.json").read_bytes() == before
    assert show_file.LIMIT_MB == 4


def test_rights_and_links_outlive_a_save(folder: Path, tmp_path: Path) -> None:
    (folder / "show.json").rename(tmp_path / "real.json")
    (tmp_path / "real.json").chmod(0o640)
    (folder / "show.json").symlink_to(tmp_path / "real.json")
    save_show(folder, FULL)
    assert (folder / "show.json").is_symlink()
    assert stat.S_IMODE((tmp_path / "real.json").stat().st_mode) == 0o640
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))["title"] == "題"


def test_a_folder_that_is_not_there_is_not_made_by_saving(tmp_path: Path) -> None:
    with pytest.raises(ConsoleError) as caught:
        save_show(tmp_path / "nowhere", FULL)
    assert caught.value.message.code == "show_folder_missing"
    assert not (tmp_path / "nowhere").exists()


def test_the_demo_show_lies_among_the_assets() -> None:
    assert demo_show_folder().parent.joinpath("fonts").is_dir()
    assert demo_show_folder().name == "demo-show"
