"""A seat that is paired once and remembered."""

import io

import pytest

from console.errors import ConsoleError
from console.library.vault import MemoryVault
from console.link.pairing import Pairing
from console.ports.vault import Vault
from console.seat.pairing import paired
from console.words.library import VAULT_ABSENT

PAIRING = Pairing("studio.example", 4480, "host", "a" * 64, "b" * 64)
NEWER = Pairing("studio.example", 4480, "tech", "c" * 64, "d" * 64)


class NoVault:
    """A machine without a password store."""

    def secret(self, reference: str) -> str | None:
        raise ConsoleError(VAULT_ABSENT())

    def keep(self, reference: str, secret: str) -> None:
        raise ConsoleError(VAULT_ABSENT())

    def forget(self, reference: str) -> None:
        raise ConsoleError(VAULT_ABSENT())


def written(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_what_is_written_on_standard_input_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = MemoryVault()
    written(monkeypatch, f"{PAIRING.text}\n")
    assert paired(PAIRING.url, vault, language="en") == PAIRING
    written(monkeypatch, "nothing that is read")
    assert paired(PAIRING.url, vault, language="en") == PAIRING


def test_it_can_be_paired_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = MemoryVault()
    for one in (PAIRING, NEWER):
        written(monkeypatch, one.text)
        assert paired(PAIRING.url, vault, language="en", anew=True) == one
    assert paired(PAIRING.url, vault, language="en") == NEWER


@pytest.mark.parametrize("vault", [NoVault()])
def test_without_a_password_store_it_is_asked_each_time(monkeypatch: pytest.MonkeyPatch, vault: Vault) -> None:
    for _ in range(2):
        written(monkeypatch, PAIRING.text)
        assert paired(PAIRING.url, vault, language="en") == PAIRING


@pytest.mark.parametrize(
    ("url", "text"),
    [("wss://other:1", PAIRING.text), (PAIRING.url, ""), (PAIRING.url, "x"), ("studio", PAIRING.text)],
)
def test_what_does_not_lead_there_is_refused_and_not_kept(
    monkeypatch: pytest.MonkeyPatch, url: str, text: str
) -> None:
    vault = MemoryVault()
    written(monkeypatch, text)
    with pytest.raises(ConsoleError):
        paired(url, vault, language="en")
    assert not vault._secrets
