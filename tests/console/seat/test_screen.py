"""A window is opened only where somebody can look at it."""

import socket
from pathlib import Path

import pytest

from console.seat.screen import has_screen


@pytest.fixture
def compositor(tmp_path: Path) -> dict[str, str]:
    """What a desktop with Wayland sets."""
    return {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_these_systems_always_have_one(system: str) -> None:
    assert has_screen({}, system)


def test_a_platform_that_somebody_chose_is_taken() -> None:
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.parametrize("display", ["", ":x", "no display", "127.0.0.1:1", ":9123", "unix:9123", ":0:0:0"])
def test_nobody_answers_there(display: str) -> None:
    assert not has_screen({"DISPLAY": display}, "linux")


def test_an_x_server_on_another_machine_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        if 0 <= number <= 9999:
            assert has_screen({"DISPLAY": f"127.0.0.1:{number}.0"}, "linux")


def test_a_compositor_answers(compositor: dict[str, str], tmp_path: Path) -> None:
    assert not has_screen(compositor, "linux")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert has_screen(compositor, "linux")


def test_a_compositor_that_is_gone_does_not(compositor: dict[str, str], tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
    assert not has_screen(compositor, "linux")
