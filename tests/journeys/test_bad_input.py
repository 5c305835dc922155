"""What cannot be obeyed is refused in one sentence with exit code 2, and nothing on disk has changed."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.clips import clip
from tests.support.folders import bars_show, folder_of
from tests.support.program import Program

pytestmark = pytest.mark.journey

GOOD_URL = "rtmp://127.0.0.1:9/live/key"


def _cases(folder: Path) -> dict[str, tuple[str, ...]]:
    show = str(folder_of(bars_show(), folder / "show"))
    for name, text in {"garbled": "{", "strange": '{"schema":1,"scenes":3}', "newer": '{"schema":999}'}.items():
        (folder / name).mkdir()
        (folder / name / "show.json").write_text(text)
    (folder / "empty").mkdir()
    (folder / "text.mp4").write_text("This is no film.\n" * 500)
    (folder / "cut.mp4").write_bytes(clip(folder).read_bytes()[:3_000])
    to = ("--to", GOOD_URL)
    return {
        "no such folder": ("--show", str(folder / "nowhere"), *to),
        "no show file": ("--show", str(folder / "empty"), *to),
        "broken show file": ("--show", str(folder / "garbled"), *to),
        "show of another shape": ("--show", str(folder / "strange"), *to),
        "show of a newer version": ("--show", str(folder / "newer"), *to),
        "no such clip": ("--show", show, "--clip", str(folder / "nowhere.mp4"), *to),
        "a clip that is a text": ("--show", show, "--clip", str(folder / "text.mp4"), *to),
        "a clip that is cut off": ("--show", show, "--clip", str(folder / "cut.mp4"), *to),
        "no RTMP address": ("--show", show, "--to", "https://example.invalid/live/key"),
        "no key": ("--show", show, "--to", "rtmp://127.0.0.1"),
        "bad port": ("--show", show, "--to", "rtmp://127.0.0.1:99999/live/key"),
        "bad line": ("--show", show, "--to", "-"),
        "no canvas": ("--show", show, "--canvas", "wide", *to),
        "odd canvas": ("--show", show, "--canvas", "721x1280@30", *to),
        "huge canvas": ("--show", show, "--canvas", "99999x99999@30", *to),
        "no bitrate": ("--show", show, "--bitrate", "1", *to),
        "no time": ("--show", show, "--seconds", "0", *to),
        "nowhere to go": ("--show", show),
        "no such authority": ("--show", show, "--ca", str(folder / "nowhere.pem"), *to),
        "no place to record": ("--show", show, "--record", str(folder / "nowhere" / "show.mkv")),
    }


def test_bad_input_is_one_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    cases = _cases(tmp_path)
    with ExitStack() as stack:
        programs = {
            name: stack.enter_context(
                Program("stream", *arguments, home=tmp_path / f"home {name}", lines=["not an address"])
            )
            for name, arguments in cases.items()
        }
        ended = {name: program.ended(within_s=60) for name, program in programs.items()}
        left = {name: list(program.home.rglob("*")) for name, program in programs.items() if program.home.exists()}

    assert {name: one.code for name, one in ended.items()} == dict.fromkeys(cases, 2)
    assert {name: one.out for name, one in ended.items()} == dict.fromkeys(cases, "")
    for name, one in ended.items():
        assert len(one.err.strip().splitlines()) == 1, (name, one.err)
        assert "Traceback" not in one.err, name
        assert one.err.strip().endswith("."), (name, one.err)
    assert left == {}


def test_the_sentence_is_in_the_persons_language(tmp_path: Path) -> None:
    arguments = ("stream", "--show", tmp_path / "nowhere", "--to", GOOD_URL)
    with Program(*arguments, home=tmp_path / "home", environment={"HONBAN_LANGUAGE": "ja"}) as program:
        ended = program.ended(within_s=60)

    assert ended.code == 2
    assert ended.err.strip().endswith("。")
