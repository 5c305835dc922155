import os
import shutil
import socket
import ssl
import sys
from pathlib import Path
from types import SimpleNamespace

import keyring
import pytest
from keyring.backend import KeyringBackend

from console.doctor import surroundings
from console.doctor.surroundings import GB, certificates, folder, loopback
from console.library.vault import SERVICE


class Store(KeyringBackend):
    """A password store in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.ever: set[tuple[str, str]] = set()

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password
        self.ever.add((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_a_folder_with_room_passes_and_nothing_stays_in_it(tmp_path: Path) -> None:
    assert folder(lambda: tmp_path, 1, 2).level == "pass"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("free", "level"), [(0, "fail"), (GB - 1, "fail"), (GB, "warn"), (2 * GB - 1, "warn"), (2 * GB, "pass")]
)
def test_room_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, level: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free))
    finding = folder(lambda: tmp_path, GB, 2 * GB)
    assert finding.level == level
    assert (finding.advice is None) == (level == "pass")


def test_a_folder_that_cannot_be_written_fails(tmp_path: Path) -> None:
    absent = tmp_path / "gone"
    finding = folder(lambda: absent, 1, 2)
    assert (finding.level, finding.said.code) == ("fail", "folder_not_writable")


@pytest.mark.parametrize("where", ["data", "recordings", "logs", "runtime", "rings"])
def test_every_folder_of_the_house_is_found(where: str) -> None:
    assert getattr(surroundings, where)().is_dir()


def test_a_password_store_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    store.kept[SERVICE, "key"] = "hidden"
    monkeypatch.setattr(keyring, "get_keyring", lambda: store)
    assert surroundings.keyring().level == "pass"
    assert store.ever == {(SERVICE, surroundings.PROBE)}
    assert store.kept == {(SERVICE, "key"): "hidden"}


def test_no_password_store_is_a_warning() -> None:
    assert (surroundings.keyring().level, surroundings.keyring().said.code) == ("warn", "vault_absent")


def test_nobody_waits_for_a_password_store_longer_than_3_s() -> None:
    (check,) = [each for each in surroundings.checks() if each.name == "keyring"]
    assert check.deadline_s <= 3
    assert check.advice is not None
    assert not check.is_critical


def test_this_machine_reaches_itself() -> None:
    assert loopback("127.0.0.1").level == "pass"


@pytest.mark.parametrize(("host", "level"), [("127.0.0.1", "fail"), ("::1", "warn")])
def test_only_ipv4_must_work(monkeypatch: pytest.MonkeyPatch, host: str, level: str) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(97, "Address family not supported")

    monkeypatch.setattr(socket, "socket", refuse)
    assert loopback(host).level == level


def test_a_system_without_authorities_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    paths = SimpleNamespace(cafile=None, capath=str(tmp_path))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    assert certificates().level == "fail"
    (tmp_path / "one.pem").write_text("x")
    assert certificates().said.params == {"place": os.fspath(tmp_path)}
