"""Checks of what is around the program: folders, password store, network of this machine."""

import os
import shutil
import socket
import ssl
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from console.doctor.check import Check, Finding, failed, passed, reason_of, warned
from console.errors import ConsoleError
from console.words.doctor import (
    CERTIFICATES_ABSENT,
    CERTIFICATES_GOOD,
    FOLDER_FULL,
    FOLDER_GOOD,
    FOLDER_NARROW,
    FOLDER_NOT_WRITABLE,
    GROUP_FOLDERS,
    GROUP_NETWORK,
    INSTALL_PACKAGES,
    KEYRING_GOOD,
    KEYRING_UNLOCK,
    LOOPBACK_BROKEN,
    LOOPBACK_GOOD,
    MAKE_ROOM,
    MAKE_WRITABLE,
    SWITCH_LOOPBACK_ON,
    TITLE_CERTIFICATES,
    TITLE_DATA,
    TITLE_KEYRING,
    TITLE_LOG,
    TITLE_MEMORY_FILES,
    TITLE_RECORDINGS,
    TITLE_RUN,
)

KEYRING_S = 3.0
PROBE = "doctor/probe"
"""Under which a word that is no secret is kept for a moment."""
LOOPBACK_S = 2.0
MB, GB = 10**6, 10**9


def checks() -> list[Check]:
    """All of them."""
    folders, network = GROUP_FOLDERS(), GROUP_NETWORK()
    return [
        Check("folder.data", folders, TITLE_DATA(), folder, (data, 200 * MB, 2 * GB), is_critical=True),
        # Unit: an hour at 4 Mb/s is 1.8 GB.
        Check("folder.recordings", folders, TITLE_RECORDINGS(), folder, (recordings, 1 * GB, 10 * GB)),
        Check("folder.log", folders, TITLE_LOG(), folder, (logs, 50 * MB, 200 * MB)),
        Check("folder.run", folders, TITLE_RUN(), folder, (runtime, 1 * MB, 2 * MB), is_critical=True),
        # Unit: six 1080p pictures of one camera are 19 MB.
        Check("folder.memory", folders, TITLE_MEMORY_FILES(), folder, (rings, 20 * MB, 120 * MB), is_critical=True),
        Check("keyring", folders, TITLE_KEYRING(), keyring, deadline_s=KEYRING_S, advice=KEYRING_UNLOCK()),
        Check("loopback.ipv4", network, "127.0.0.1 (IPv4)", loopback, ("127.0.0.1",), is_critical=True),
        Check("loopback.ipv6", network, "::1 (IPv6)", loopback, ("::1",)),
        Check("certificates", network, TITLE_CERTIFICATES(), certificates),
    ]


def data() -> Path:
    """Sessions."""
    from console.library.paths import data_folder  # noqa: PLC0415 - a broken library is this check's finding only

    return data_folder()


def recordings() -> Path:
    """Recordings."""
    from console.library.paths import recordings_folder  # noqa: PLC0415

    return recordings_folder()


def logs() -> Path:
    """Logs."""
    from console.library.paths import log_folder  # noqa: PLC0415

    return log_folder()


def runtime() -> Path:
    """Addresses of what runs."""
    from console.library.paths import runtime_folder  # noqa: PLC0415

    return runtime_folder()


def rings() -> Path:
    """Files in memory through which cameras hand their pictures over."""
    from console.media.ring import ring_folder  # noqa: PLC0415

    return ring_folder()


def folder(where: Callable[[], Path], least_bytes: int, enough_bytes: int) -> Finding:
    """Can be written, and has room: below `least_bytes` it fails, below `enough_bytes` it warns."""
    place = where()
    try:
        _write_into(place)
    except OSError as error:
        return failed(FOLDER_NOT_WRITABLE(folder=str(place), reason=error.strerror or str(error)), MAKE_WRITABLE())
    free = shutil.disk_usage(place).free
    gaps: dict[str, str | float] = {"folder": str(place), "gigabytes": round(free / GB, 2 if free < GB else 1)}
    if free < least_bytes:
        return failed(FOLDER_FULL(**gaps), MAKE_ROOM(gigabytes=round(enough_bytes / GB, 1)))
    if free < enough_bytes:
        return warned(FOLDER_NARROW(**gaps), MAKE_ROOM(gigabytes=round(enough_bytes / GB, 1)))
    return passed(FOLDER_GOOD(**gaps))


def keyring() -> Finding:
    """A word is kept, read back and taken away. May wait for a person. Without, keys are handed over at the start."""
    from console.library.vault import KeyringVault  # noqa: PLC0415

    vault = KeyringVault()
    try:
        vault.keep(PROBE, "honban")
        vault.forget(PROBE)
    except ConsoleError as error:
        return warned(error.message)
    return passed(KEYRING_GOOD())


def loopback(host: str) -> Finding:
    """A byte goes through a socket of this machine and comes out."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as listening:
            listening.settimeout(LOOPBACK_S)
            listening.bind((host, 0))
            listening.listen(1)
            port = listening.getsockname()[1]
            with socket.create_connection((host, port), LOOPBACK_S) as near, listening.accept()[0] as far:
                near.sendall(b"!")
                far.settimeout(LOOPBACK_S)
                arrived = far.recv(1)
    except OSError as error:
        tell = failed if family == socket.AF_INET else warned
        return tell(LOOPBACK_BROKEN(reason=reason_of(error)), SWITCH_LOOPBACK_ON())
    assert arrived == b"!"
    return passed(LOOPBACK_GOOD())


def certificates() -> Finding:
    """Whom to trust on rtmps:// and https://. Windows and macOS ask their own store."""
    if sys.platform != "linux":
        return passed(CERTIFICATES_GOOD(place="truststore"))
    paths = ssl.get_default_verify_paths()
    for place in (paths.cafile, paths.capath):
        if place and _holds_something(Path(place)):
            return passed(CERTIFICATES_GOOD(place=place))
    return failed(CERTIFICATES_ABSENT(), INSTALL_PACKAGES(packages="ca-certificates"))


def _holds_something(place: Path) -> bool:
    try:
        return any(place.iterdir()) if place.is_dir() else place.stat().st_size > 0
    except OSError:
        return False


def _write_into(place: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=place, prefix=".doctor-") as file:
        file.write(b"\0" * 4096)
        file.flush()
        os.fsync(file.fileno())
