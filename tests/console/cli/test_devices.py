import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from console.cli import devices
from console.cli.listings import Listing
from console.cli.main import run
from console.ports.source import Device
from console.words.devices import KIND_TIMED_OUT

CAMERA = Listing(
    "camera", "カメラ", "Camera", "listed", None, (Device("v4l2:/dev/a", "机\x1b[2J", {"device": "/dev/a"}),)
)
STUCK = Listing("microphone", "マイク", "Microphone", "timed_out", KIND_TIMED_OUT(kind="microphone", seconds=8))
BARS = Listing("bars", "カラーバー", "Colour bars", "no_devices_needed")
EMPTY = Listing("screen", "画面", "Screen", "listed")


def shown(
    monkeypatch: pytest.MonkeyPatch, *found: Listing, options: tuple[str, ...] = (), language: str = "en"
) -> int:
    monkeypatch.setattr(devices, "listings", lambda _loads: list(found))
    monkeypatch.setenv("HONBAN_LANGUAGE", language)
    return run(["devices", *options])


def test_every_device_is_shown_with_key_and_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(monkeypatch, BARS, CAMERA, EMPTY) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Camera (camera)",
        "  机�[2J",
        "    key: v4l2:/dev/a",
        '    settings: {"device": "/dev/a"}',
        "Screen (screen)",
        "  none found",
        "Kinds that need no device: Colour bars (bars)",
    ]


def test_a_kind_without_answer_shows_its_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(monkeypatch, STUCK, CAMERA, language="ja") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "マイク (microphone)"
    assert "8秒以内" in lines[1]
    assert lines[2] == "カメラ (camera)"


@pytest.mark.parametrize(("found", "words"), [((EMPTY, BARS), "Connect one"), ((), "Install Honban again")])
def test_nothing_at_all_is_no_failure_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], found: tuple[Listing, ...], words: str
) -> None:
    assert shown(monkeypatch, *found) == 0
    assert words in capsys.readouterr().out


def test_json_holds_every_kind(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(monkeypatch, CAMERA, STUCK, BARS, options=("--json",), language="ja") == 0
    camera, stuck, bars = json.loads(capsys.readouterr().out)["kinds"]
    assert camera["title"] == "カメラ"
    assert camera["devices"] == [{"key": "v4l2:/dev/a", "name": "机\x1b[2J", "settings": {"device": "/dev/a"}}]
    assert (stuck["state"], stuck["devices"]) == ("timed_out", [])
    assert "8秒以内" in stuck["reason"]
    assert (bars["state"], bars["reason"]) == ("no_devices_needed", None)


def test_the_machine_itself_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # where PulseAudio's client makes a folder
    assert devices.run(argparse.Namespace(json=True)) == 0
    kinds: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["kinds"]
    states = {each["kind"]: each["state"] for each in kinds}
    assert states["bars"] == "no_devices_needed"
    assert states["camera"] != "broken"
