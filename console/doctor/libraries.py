"""Checks of what Honban is built on: packages of Python, libraries of the system, fonts."""

import ctypes
import importlib
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from console.doctor.check import Check, Finding, failed, passed, reason_of, warned
from console.words.doctor import (
    FONT_BROKEN,
    FONT_GOOD,
    GROUP_FONTS,
    GROUP_LIBRARIES,
    GROUP_SYSTEM,
    INSTALL_AGAIN,
    INSTALL_PACKAGES,
    LIBRARY_ABSENT,
    LIBRARY_BROKEN,
    LIBRARY_GOOD,
    LIBRARY_OLD,
    SYSTEM_LIBRARIES_ABSENT,
    SYSTEM_LIBRARY_GOOD,
    TITLE_X11,
)


class Library(NamedTuple):
    """A package Honban depends on."""

    package: str
    oldest: str
    """Lowest version, as in pyproject.toml."""
    module: str
    """What an import of it must reach; for Qt, deep enough to load the system's libraries."""
    is_critical: bool = True


LIBRARIES = (
    Library("PySide6-Essentials", "6.12", "PySide6.QtGui"),
    Library("opencv-python-headless", "5.0", "cv2"),
    Library("av", "18.1", "av"),
    Library("sounddevice", "0.5", "sounddevice", is_critical=False),
    Library("numpy", "2.4", "numpy"),
    Library("httpx", "0.28", "httpx"),
    Library("h11", "0.16", "h11"),
    Library("keyring", "25.7", "keyring"),
    Library("msgspec", "0.22", "msgspec"),
    Library("websockets", "17.4", "websockets"),
    Library("cryptography", "50", "cryptography"),
    Library("SQLAlchemy", "2.1", "sqlalchemy"),
    Library("budoux", "0.10", "budoux"),
    Library("segno", "1.6", "segno"),
    Library("truststore", "0.10", "truststore"),
    Library("filelock", "4.2", "filelock"),
    Library("psutil", "7.2", "psutil"),
    Library("platformdirs", "4.14", "platformdirs"),
    Library("QtAwesome", "1.4", "qtawesome"),
    Library("pyqtgraph", "0.14", "pyqtgraph"),
    Library("pykakasi", "2.3", "pykakasi"),
)

SYSTEM_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""File -> package of Debian and Ubuntu. Graphics are drawn with them, window or not."""
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's X11 plug-in loads on top: for the window only."""
FONTS = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf", "NotoColorEmoji.ttf")
_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")


def checks(*, platform: str = sys.platform) -> list[Check]:
    """All of them for this system. System libraries are Linux's to have; elsewhere they come with the packages."""
    found = [
        Check(f"library.{each.package}", GROUP_LIBRARIES(), each.package, library, each[:3], each.is_critical, 30.0)
        for each in LIBRARIES
    ]
    if platform == "linux":
        found += [
            Check(f"system.{file}", GROUP_SYSTEM(), file, system_libraries, ({file: package},), is_critical=True)
            for file, package in SYSTEM_LIBRARIES.items()
        ]
        found.append(Check("system.x11", GROUP_SYSTEM(), TITLE_X11(), system_libraries, (X11_LIBRARIES,)))
    found.append(Check("system.portaudio", GROUP_SYSTEM(), "PortAudio", portaudio))
    found += [Check(f"font.{name}", GROUP_FONTS(), name, house_font, (name,), is_critical=True) for name in FONTS]
    return found


def library(package: str, oldest: str, module: str) -> Finding:
    """Imported, and not older than Honban needs."""
    try:
        version = metadata.version(package)
    except metadata.PackageNotFoundError:
        return failed(LIBRARY_ABSENT(), INSTALL_AGAIN())
    try:
        importlib.import_module(module)
    except (ImportError, OSError) as error:
        return failed(LIBRARY_BROKEN(version=version, reason=reason_of(error)), INSTALL_AGAIN())
    if _numbers(version) < _numbers(oldest):
        return warned(LIBRARY_OLD(version=version, oldest=oldest), INSTALL_AGAIN())
    return passed(LIBRARY_GOOD(version=version))


def system_libraries(packages: dict[str, str]) -> Finding:
    """All of these files load. `packages`: file -> package of Debian and Ubuntu."""
    absent = [file for file in packages if not _loads(file)]
    if absent:
        names = " ".join(packages[file] for file in absent)
        return failed(SYSTEM_LIBRARIES_ABSENT(files=", ".join(absent)), INSTALL_PACKAGES(packages=names))
    return passed(SYSTEM_LIBRARY_GOOD())


def portaudio() -> Finding:
    """The sound library behind microphones; raises `ConsoleError` where it is missing."""
    from capture.portaudio import library as loaded  # noqa: PLC0415 - a broken module is this check's finding only

    told = str(loaded().get_portaudio_version()[1])  # such as "PortAudio V19.6.0-devel, revision …"
    return passed(LIBRARY_GOOD(version=told.split(",", maxsplit=1)[0].removeprefix("PortAudio ").removeprefix("V")))


def house_font(name: str) -> Finding:
    """One of the fonts that Honban brings."""
    import assets  # noqa: PLC0415 - an installation without it must still be examined

    return font(Path(assets.__file__).parent / "fonts" / name)


def font(file: Path) -> Finding:
    """There, and whole: every table that its directory names lies within the file."""
    try:
        content = file.read_bytes()
    except OSError as error:
        return failed(FONT_BROKEN(reason=error.strerror or str(error)), INSTALL_AGAIN())
    if content[:4] not in _SFNT or len(content) < _end_of(content):
        return failed(FONT_BROKEN(reason=f"{len(content)} B"), INSTALL_AGAIN())
    return passed(FONT_GOOD(megabytes=round(len(content) / 1e6, 1)))


def _end_of(content: bytes) -> int:
    """Where the last table of an OpenType font ends. Source: OpenType, “Table directory”."""
    tables = int.from_bytes(content[4:6], "big")
    ends = [
        int.from_bytes(content[at + 8 : at + 12], "big") + int.from_bytes(content[at + 12 : at + 16], "big")
        for at in range(12, 12 + 16 * tables, 16)
    ]
    return max([12 + 16 * max(tables, 1), *ends])


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version.split("+", maxsplit=1)[0]))
