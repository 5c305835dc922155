"""Who may send."""

import hashlib
import hmac

from console.hooks.signature import is_signed, is_timely, signature_of


def test_a_signature_is_the_hmac_of_the_body() -> None:
    expected = hmac.digest(b"secret", b"body", hashlib.sha256).hex()
    assert signature_of("secret", b"body") == f"sha256={expected}"


def test_only_the_secret_signs_and_only_this_body() -> None:
    signature = signature_of("secret", b"body")
    assert is_signed("secret", b"body", signature)
    assert not is_signed("other", b"body", signature)
    assert not is_signed("secret", b"body.", signature)
    assert not is_signed("secret", b"body", "")
    assert not is_signed("secret", b"body", signature.removeprefix("sha256="))
    assert not is_signed("secret", b"body", "sha256=é")


def test_five_minutes_either_way_are_timely() -> None:
    assert is_timely(1_000, 1_300)
    assert is_timely(1_300, 1_000)
    assert not is_timely(1_000, 1_300.1)
    assert not is_timely(1_300.1, 1_000)
