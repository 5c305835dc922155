"""Where stream keys and tokens are: the system's password store, or only the memory of this process."""

import threading
from collections.abc import Callable
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from console.errors import ConsoleError
from console.words.library import VAULT_ABSENT, VAULT_FAILED, VAULT_LOCKED

SERVICE = "honban"

T = TypeVar("T")


class KeyringVault:
    """The system's password store. Each call may take seconds, or wait for a person to unlock it."""

    def __init__(self, *, backend: KeyringBackend | None = None) -> None:
        """None: the one that `keyring` chooses on this machine, looked for at the first call."""
        self._backend = backend

    def secret(self, reference: str) -> str | None:
        """The secret, or None if there is none. Raises `ConsoleError` if the store is locked or absent."""
        return _asked(lambda: self._store().get_password(SERVICE, reference))

    def keep(self, reference: str, secret: str) -> None:
        """Store it and read it back. Raises `ConsoleError` if it cannot be read again."""
        _asked(lambda: self._store().set_password(SERVICE, reference, secret))
        if self.secret(reference) != secret:  # Why: keyring's null backend takes everything and keeps nothing.
            raise ConsoleError(VAULT_ABSENT())

    def forget(self, reference: str) -> None:
        """Remove it; nothing happens if there is none. Raises `ConsoleError` if the store is locked or absent."""
        if self.secret(reference) is not None:
            _asked(lambda: self._store().delete_password(SERVICE, reference))

    def _store(self) -> KeyringBackend:
        return self._backend or keyring.get_keyring()


class MemoryVault:
    """Secrets that end with this process. Any thread."""

    def __init__(self) -> None:
        """Empty."""
        self._lock = threading.Lock()
        self._secrets: dict[str, str] = {}

    def secret(self, reference: str) -> str | None:
        """The secret, or None."""
        with self._lock:
            return self._secrets.get(reference)

    def keep(self, reference: str, secret: str) -> None:
        """Keep it until the end."""
        with self._lock:
            self._secrets[reference] = secret

    def forget(self, reference: str) -> None:
        """Remove it; nothing happens if there is none."""
        with self._lock:
            self._secrets.pop(reference, None)


def _asked(question: Callable[[], T]) -> T:
    """The store's answer. A failure is told by its kind only: its text or its cause may hold the secret."""
    try:
        return question()
    except (NoKeyringError, InitError):
        failure = VAULT_ABSENT()
    except KeyringLocked:
        failure = VAULT_LOCKED()
    except Exception as error:  # noqa: BLE001 - stores raise what their system's library raises
        failure = VAULT_FAILED(reason=type(error).__name__)
    raise ConsoleError(failure)
