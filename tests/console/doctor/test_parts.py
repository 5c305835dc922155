from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import av
import pytest

from console import drivers
from console.doctor import parts
from console.output import probe
from tests.support import house

POINTS = house.project()["project"]["entry-points"]


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drivers of somebody else: one that is none, one that breaks, in place of the installed ones."""
    (tmp_path / "stranger_of_tests.py").write_text("DRIVER = 5\n")
    (tmp_path / "breaker_of_tests.py").write_text("raise RuntimeError('no licence')\n")
    monkeypatch.syspath_prepend(tmp_path)
    found = {name: EntryPoint(name, f"{name}_of_tests:DRIVER", parts.SOURCES) for name in ("stranger", "breaker")}
    monkeypatch.setattr(drivers, "points", lambda _group: found)
    monkeypatch.setattr(drivers, "row", drivers.row.__wrapped__)


def test_each_installed_driver_has_its_own_critical_check() -> None:
    checks = {check.name: check for check in parts.checks()}
    for group, lines in POINTS.items():
        for kind in lines:
            assert checks[f"{group}.{kind}"].is_critical


@pytest.mark.parametrize("kind", POINTS["honban.sources"])
def test_our_sources_load(kind: str) -> None:
    assert parts.driver(parts.SOURCES, kind).level == "pass"


@pytest.mark.usefixtures("strangers")
def test_a_driver_that_breaks_fails_with_its_reason() -> None:
    finding = parts.driver(parts.SOURCES, "breaker")
    assert finding.said.params == {"reason": "RuntimeError: no licence"}


@pytest.mark.usefixtures("strangers")
def test_something_else_in_a_drivers_place_fails() -> None:
    assert parts.driver(parts.SOURCES, "stranger").said.code == "driver_strange"


def test_an_installation_without_entry_points_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "entry_points", lambda group: EntryPoints())
    found = [check for check in parts.checks() if check.name in (parts.SOURCES, parts.OVERLAYS)]
    assert len(found) == 2
    assert all(check.is_critical and check.look().level == "fail" for check in found)


def test_a_strangers_broken_driver_does_not_stop_the_show() -> None:
    class Distribution:
        name = "honban-doorbell"

    assert not parts._is_ours(Distribution())


def test_the_encoders_of_every_show_work() -> None:
    assert parts.picture_encoder().level == "pass"
    assert parts.sound_encoder().level == "pass"
    assert parts.formats().level == "pass"


def test_a_machine_without_hardware_encoders_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "compiled_in", lambda: ("no_such_encoder",))
    assert (parts.hardware().level, parts.hardware().said.code) == ("pass", "hardware_absent")
    monkeypatch.setattr(probe, "compiled_in", lambda: ("libx264", "no_such_encoder"))
    assert parts.hardware().said.params == {"names": "libx264"}


def test_a_build_without_the_streams_format_fails_and_without_mp4_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(av, "formats_available", {"matroska", "mp4"})
    assert parts.formats().level == "fail"
    monkeypatch.setattr(av, "formats_available", {"matroska", "flv"})
    assert parts.formats().level == "warn"
