"""A password store for tests that children find too: a JSON file named by an environment variable.

Chosen with `PYTHON_KEYRING_BACKEND=tests.support.keyring_file.FileKeyring`.
"""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend

FILE = "HONBAN_TEST_KEYRING"
"""Environment variable that names the file: {service: {user name: password}}."""


def environment(file: Path, passwords: dict[str, dict[str, str]]) -> dict[str, str]:
    """Write the store; what a program must be started with to use it."""
    file.write_text(json.dumps(passwords))
    return {FILE: str(file), "PYTHON_KEYRING_BACKEND": f"{__name__}.{FileKeyring.__name__}"}


class FileKeyring(KeyringBackend):
    """Never locked."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """From the file."""
        return _known().get(service, {}).get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Into the file."""
        known = _known()
        known.setdefault(service, {})[username] = password
        _keep(known)

    def delete_password(self, service: str, username: str) -> None:
        """Out of the file."""
        known = _known()
        known.get(service, {}).pop(username, None)
        _keep(known)


def _known() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(Path(os.environ[FILE]).read_text())
    return known


def _keep(known: dict[str, dict[str, str]]) -> None:
    """At once or not at all: other processes read it."""
    file = Path(os.environ[FILE])
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    fresh.write_text(json.dumps(known))
    fresh.replace(file)
