"""Where secrets are."""

from typing import Protocol


class Secrets(Protocol):
    """Maps references to secrets. May take seconds or fail: callers use a daemon thread with a deadline."""

    def secret(self, reference: str) -> str | None:
        """The secret, or None if there is none under this reference."""


class Vault(Secrets, Protocol):
    """Takes secrets, too."""

    def keep(self, reference: str, secret: str) -> None:
        """Store it. Raises `ConsoleError` if the vault is locked or absent."""

    def forget(self, reference: str) -> None:
        """Remove it; nothing happens if there is none."""
