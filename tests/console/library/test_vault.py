"""Both vaults keep the same promises; the system's tells in words what keeps it from keeping them."""

import threading
from collections.abc import Callable

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError

from console.errors import ConsoleError
from console.library.vault import KeyringVault, MemoryVault
from console.ports.vault import Vault
from console.words.render import render


class MemoryKeyring(KeyringBackend):
    """A password store in memory, strict as the real ones: what is not there cannot be deleted."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.stored.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.stored:
            raise PasswordDeleteError
        del self.stored[service, username]


class FailingKeyring(KeyringBackend):
    """A password store that answers everything with one failure."""

    priority = 1

    def __init__(self, failure: Exception) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._failure = failure

    def get_password(self, service: str, username: str) -> str | None:
        raise self._failure

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._failure

    def delete_password(self, service: str, username: str) -> None:
        raise self._failure


@pytest.fixture(params=["keyring", "memory"])
def vault(request: pytest.FixtureRequest) -> Vault:
    """Each vault in turn."""
    return KeyringVault(backend=MemoryKeyring()) if request.param == "keyring" else MemoryVault()


def test_what_was_kept_is_given_back(vault: Vault) -> None:
    vault.keep("youtube", "abcd-1234")
    assert vault.secret("youtube") == "abcd-1234"


@pytest.mark.parametrize("secret", ["", "key/with?odd=&characters", "鍵 🔑", "x" * 2000, "line\nbreak"])
def test_a_secret_stays_whole_whatever_it_holds(vault: Vault, secret: str) -> None:
    vault.keep("any", secret)
    assert vault.secret("any") == secret


def test_an_unknown_reference_has_no_secret(vault: Vault) -> None:
    assert vault.secret("nobody") is None


def test_the_last_secret_under_a_reference_counts(vault: Vault) -> None:
    vault.keep("yt", "old")
    vault.keep("yt", "new")
    assert vault.secret("yt") == "new"


def test_references_do_not_know_each_other(vault: Vault) -> None:
    vault.keep("a", "1")
    vault.keep("b", "2")
    vault.forget("a")
    assert vault.secret("a") is None
    assert vault.secret("b") == "2"


def test_what_was_never_there_can_be_forgotten(vault: Vault) -> None:
    vault.forget("nobody")
    vault.keep("a", "1")
    vault.forget("a")
    vault.forget("a")
    assert vault.secret("a") is None


def test_many_threads_may_use_it(vault: Vault) -> None:
    threads = [threading.Thread(target=vault.keep, args=(str(n), str(n))) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [vault.secret(str(n)) for n in range(20)] == [str(n) for n in range(20)]


def test_a_vault_shows_no_secret_when_it_is_printed(vault: Vault) -> None:
    vault.keep("yt", "abcd-1234")
    assert "abcd" not in repr(vault)


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (NoKeyringError("none"), "vault_absent"),
        (InitError("no bus"), "vault_absent"),
        (KeyringLocked("locked"), "vault_locked"),
        (RuntimeError("abcd-1234 could not be stored"), "vault_failed"),
    ],
)
def test_a_failing_store_is_told_in_words_without_the_secret(failure: Exception, code: str) -> None:
    vault = KeyringVault(backend=FailingKeyring(failure))
    asked: list[Callable[[], object]] = [
        lambda: vault.secret("a"),
        lambda: vault.keep("a", "abcd-1234"),
        lambda: vault.forget("a"),
    ]
    for ask in asked:
        with pytest.raises(ConsoleError) as caught:
            ask()
        assert caught.value.message.code == code
        told = render(caught.value.message) + render(caught.value.message, "ja") + str(caught.value)
        assert "abcd" not in told
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


def test_a_store_that_keeps_nothing_is_no_vault() -> None:
    with pytest.raises(ConsoleError) as caught:
        KeyringVault(backend=NullKeyring()).keep("a", "abcd-1234")  # type: ignore[no-untyped-call]
    assert caught.value.message.code == "vault_absent"


def test_a_machine_without_a_password_store_is_told_so() -> None:
    with pytest.raises(ConsoleError) as caught:
        KeyringVault().keep("a", "abcd-1234")
    assert caught.value.message.code == "vault_absent"
