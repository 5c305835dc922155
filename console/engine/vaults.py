"""Secrets of this run first, then the keyring."""

from console.library.vault import KeyringVault, MemoryVault
from console.ports.vault import Vault


class Vaults:
    """What was handed to this run is kept in memory; everything else is the keyring's."""

    def __init__(self, secrets: dict[str, str]) -> None:
        """`secrets` by reference."""
        self._memory = MemoryVault()
        for reference, secret in secrets.items():
            self._memory.keep(reference, secret)
        self._keyring: Vault = KeyringVault()

    def secret(self, reference: str) -> str | None:
        """From memory or keyring; raises `ConsoleError` if the keyring cannot be asked."""
        return self._memory.secret(reference) or self._keyring.secret(reference)

    def keep(self, reference: str, secret: str) -> None:
        """In the keyring."""
        self._keyring.keep(reference, secret)

    def forget(self, reference: str) -> None:
        """Everywhere."""
        self._memory.forget(reference)
        self._keyring.forget(reference)
