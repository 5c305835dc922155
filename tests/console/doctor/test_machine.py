import shutil
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.doctor import machine
from tests.support import house


@pytest.mark.parametrize(("version", "level"), [((3, 10, 9), "fail"), ((3, 11, 0), "pass"), ((4, 0, 0), "pass")])
def test_python_must_be_new_enough(version: tuple[int, ...], level: str) -> None:
    assert machine.python(version).level == level


def test_the_oldest_python_is_the_projects() -> None:
    assert house.project()["project"]["requires-python"] == ">=" + ".".join(map(str, machine.OLDEST_PYTHON))


@pytest.mark.parametrize(("cores", "memory_gb", "level"), [(2, 2.0, "pass"), (1, 16.0, "warn"), (8, 1.9, "warn")])
def test_a_small_machine_is_a_warning(cores: int, memory_gb: float, level: str) -> None:
    assert machine.size(cores, memory_gb).level == level


def test_this_machine_is_measured() -> None:
    assert machine.machine().said.params["cores"] >= 1  # type: ignore[operator]


@pytest.mark.parametrize("wall_s", [0.0, 1.0e9, 5.0e9])
def test_a_clock_in_another_age_fails(wall_s: float) -> None:
    assert machine.clock(lambda: wall_s).said.code == "clock_wrong"


def test_a_clock_of_our_days_passes() -> None:
    assert machine.clock(lambda: 1.8e9).level == "pass"


def test_a_coarse_clock_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    class Coarse:
        resolution = 0.0156

    monkeypatch.setattr(time, "get_clock_info", lambda _name: Coarse())
    assert machine.clock(lambda: 1.8e9).said.params == {"milliseconds": 15.6}


@pytest.mark.parametrize(("limit", "level"), [(64, "fail"), (256, "warn"), (1023, "warn"), (1024, "pass")])
def test_few_open_files_are_told(limit: int, level: str) -> None:
    assert machine.open_files(limit).level == level


def test_this_machine_says_how_many_files_may_be_open() -> None:
    assert machine.files().said.code in {"files_good", "files_few", "files_unlimited"}


@pytest.mark.parametrize("place", [None, "/usr/bin/ffmpeg"])
def test_ffmpeg_may_be_there_or_not(monkeypatch: pytest.MonkeyPatch, place: str | None) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: place)
    assert machine.ffmpeg().level == "pass"


@pytest.fixture
def x_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Something that takes connections where display :7 would."""
    place = str(tmp_path / "X7")
    monkeypatch.setattr(machine, "_x11_sockets", lambda number: (str(tmp_path / f"X{number}"),))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(place)
        listening.listen(4)
        yield


@pytest.mark.skipif(sys.platform == "win32", reason="X11 sockets")
@pytest.mark.usefixtures("x_server")
@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "display_absent"),
        ({"DISPLAY": ""}, "display_absent"),
        ({"DISPLAY": ":7"}, "display_good"),
        ({"DISPLAY": "unix:7.0"}, "display_good"),
        ({"DISPLAY": ":8"}, "display_mute"),
        ({"DISPLAY": "nonsense"}, "display_mute"),
        ({"DISPLAY": "desk.example:0"}, "display_good"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "display_wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":7"}, "display_good"),
    ],
)
def test_the_display_is_asked_without_leaving_the_machine(environment: dict[str, str], code: str) -> None:
    assert machine.display(environment, system="linux").said.code == code


def test_other_systems_bring_their_display() -> None:
    assert machine.display({}, system="darwin").level == "pass"
