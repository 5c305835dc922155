"""Secrets of this run first, then the keyring."""

import threading

from console.library.vault import KeyringVault, MemoryVault
from console.ports.vault import Vault


class Vaults:
    """What was handed to this run is kept in memory; everything else is the keyring's. Any thread."""

    def __init__(self, secrets: dict[str, str], keyring: Vault | None = None) -> None:
        """`secrets` by reference; `keyring`: the system's, if none is given."""
        self._memory = MemoryVault()
        for reference, secret in secrets.items():
            self._memory.keep(reference, secret)
        self._keyring: Vault = keyring or KeyringVault()
        self._lock = threading.Lock()
        self._known = set(secrets.values())

    def secret(self, reference: str) -> str | None:
        """From memory or keyring; raises `ConsoleError` if the keyring cannot be asked."""
        found = self._memory.secret(reference) or self._keyring.secret(reference)
        if found:
            with self._lock:
                self._known.add(found)
        return found

    def known(self) -> frozenset[str]:
        """Every secret that anybody was given: for a redactor."""
        with self._lock:
            return frozenset(self._known)

    def keep(self, reference: str, secret: str) -> None:
        """In the keyring, in place of whatever was known under this reference."""
        with self._lock:
            self._known.add(secret)
        self._keyring.keep(reference, secret)
        self._memory.forget(reference)

    def forget(self, reference: str) -> None:
        """Everywhere."""
        self._memory.forget(reference)
        self._keyring.forget(reference)
