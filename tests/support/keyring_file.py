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
    """Only gives out; nothing can be stored."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """From the file."""
        known: dict[str, dict[str, str]] = json.loads(Path(os.environ[FILE]).read_text())
        return known.get(service, {}).get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refused."""
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        """Refused."""
        raise NotImplementedError
