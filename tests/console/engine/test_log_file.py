"""The engine's log never holds a key."""

import logging

import pytest

from console.engine.log_file import RedactedFormatter
from console.engine.vaults import Vaults
from console.errors import ConsoleError
from tests.support.shows import TROUBLE

KEY = "live_8842-abcd-efgh-ijkl"


def written(formatter: RedactedFormatter, message: str, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    return formatter.format(logging.LogRecord("x", logging.ERROR, "x.py", 1, message, None, info))


def test_no_key_is_written_whatever_a_library_quotes() -> None:
    vault = Vaults({"run/to1": KEY})
    formatter = RedactedFormatter(vault.known)
    assert KEY not in written(formatter, f"cannot publish {KEY} at all")
    assert KEY not in written(formatter, "broke", ValueError(f"bad key {KEY}"))
    assert KEY not in written(formatter, "x" * 10_000 + KEY)
    assert "cannot publish" in written(formatter, f"cannot publish {KEY} at all")


def test_a_key_of_the_keyring_is_known_from_its_first_use() -> None:
    class Keyring:
        def secret(self, reference: str) -> str | None:
            if reference == "locked":
                raise ConsoleError(TROUBLE)
            return KEY if reference == "yt" else None

        def keep(self, reference: str, secret: str) -> None:
            raise AssertionError

        def forget(self, reference: str) -> None:
            raise AssertionError

    vault = Vaults({"run/to1": "of-this-run"}, Keyring())
    formatter = RedactedFormatter(vault.known)
    assert KEY in written(formatter, KEY)
    assert vault.secret("run/to1") == "of-this-run"
    assert vault.secret("nobody") is None
    with pytest.raises(ConsoleError):
        vault.secret("locked")
    assert vault.secret("yt") == KEY
    assert KEY not in written(formatter, KEY)
