"""Who is let in."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from console.link.roles import ROLES
from console.link.serving.tokens import FILE, Tokens, new_token, pairing_secret, role_token


def test_no_two_tokens_are_the_same() -> None:
    assert new_token() != new_token()


def test_a_secret_stays_until_it_is_made_anew(tmp_path: Path) -> None:
    secret = pairing_secret(tmp_path)
    assert pairing_secret(tmp_path) == secret
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert pairing_secret(tmp_path, anew=True) != secret


def test_an_engine_and_a_pairing_that_begin_together_have_the_same_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as together:
        assert len(set(together.map(pairing_secret, [tmp_path] * 8))) == 1


def test_a_secret_that_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"")
    assert len(pairing_secret(tmp_path)) == 32


def test_each_role_has_a_token_of_its_own() -> None:
    tokens = Tokens("own", b"s" * 32)
    for role in ROLES:
        known = [other for other in ROLES if tokens.is_known(role_token(b"s" * 32, role), other)]
        assert known == [role]
        assert tokens.is_known("own", role)


def test_without_an_own_token_an_empty_one_opens_nothing() -> None:
    assert not Tokens(None, b"s" * 32).is_known("", "viewer")
    assert not Tokens("own").is_known(role_token(b"", "viewer"), "viewer")
    assert not Tokens("own").is_known("\udc80", "viewer")
