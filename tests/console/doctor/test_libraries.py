import sys
from importlib import metadata
from pathlib import Path

import pytest

from console.doctor import libraries
from console.doctor.libraries import FONTS, LIBRARIES, font, house_font, library, system_libraries
from console.words.doctor import INSTALL_PACKAGES
from tests.support import house

FOLDER = house.ROOT / "assets" / "fonts"


def test_the_table_is_what_the_project_depends_on() -> None:
    assert [f"{each.package}>={each.oldest}" for each in LIBRARIES] == house.project()["project"]["dependencies"]


@pytest.mark.parametrize("package", ["numpy", "msgspec", "psutil"])
def test_a_library_that_is_there_passes_with_its_version(package: str) -> None:
    finding = library(package, "0.1", package)
    assert finding.level == "pass"
    assert finding.said.params["version"] == metadata.version(package)


def test_a_library_that_is_not_installed_fails() -> None:
    assert library("no-such-package-of-anybody", "1", "sys").said.code == "library_absent"


def test_a_library_whose_module_cannot_be_imported_fails_with_the_reason() -> None:
    finding = library("numpy", "2", "numpy.no_such_module")
    assert (finding.level, finding.said.code) == ("fail", "library_broken")
    assert "no_such_module" in str(finding.said.params["reason"])


def test_an_old_library_is_a_warning_and_versions_are_numbers() -> None:
    assert library("numpy", "999.1", "numpy").level == "warn"
    assert library("numpy", "1.1000", "numpy").level == "pass"


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
def test_missing_files_of_the_system_are_named_with_the_packages_that_bring_them() -> None:
    finding = system_libraries({"libc.so.6": "libc6", "libnone1.so": "none1", "libnone2.so": "none2"})
    assert finding.said.params == {"files": "libnone1.so, libnone2.so"}
    assert finding.advice == INSTALL_PACKAGES(packages="none1 none2")
    assert system_libraries({"libc.so.6": "libc6"}).level == "pass"


def test_only_linux_is_asked_for_files_of_linux() -> None:
    assert any(check.name == "system.libEGL.so.1" for check in libraries.checks(platform="linux"))
    for platform in ("win32", "darwin"):
        assert not any(check.name.startswith("system.lib") for check in libraries.checks(platform=platform))


def test_the_fonts_are_those_in_the_folder_and_whole() -> None:
    assert set(FONTS) == {path.name for path in FOLDER.glob("*.[to]t[fc]")}
    assert {house_font(name).level for name in FONTS} == {"pass"}


@pytest.mark.parametrize("kept", [0, 3, 12, 1000, -100])
def test_a_font_that_was_cut_off_fails(tmp_path: Path, kept: int) -> None:
    file = tmp_path / FONTS[0]
    file.write_bytes((FOLDER / FONTS[0]).read_bytes()[:kept])
    assert font(file).said.code == "font_broken"


@pytest.mark.parametrize(
    "content", [b"version https://git-lfs.github.com/spec/v1\n", b"\x00\x01\x00\x00", b"OTTO\x00\x00"]
)
def test_what_is_no_font_fails(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.ttf").write_bytes(content)
    assert font(tmp_path / "a.ttf").level == "fail"
    assert font(tmp_path / "absent.ttf").level == "fail"
