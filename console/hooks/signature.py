"""Who may send: whoever knows the secret. HMAC-SHA256 (RFC 2104) over the bytes of the body."""

import hashlib
import hmac

HEADER = "honban-signature"
SCHEME = "sha256="
TOLERANCE_S = 300
"""How far the time in a body may be from now, either way."""


def signature_of(secret: str, body: bytes) -> str:
    """What stands in the header."""
    return SCHEME + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    """Whether the signature is that of the body; takes equally long whatever is wrong."""
    return hmac.compare_digest(signature_of(secret, body).encode(), signature.strip().encode())


def is_timely(sent_at_s: float, now_s: float) -> bool:
    """An old message may be somebody else's copy of it."""
    return abs(now_s - sent_at_s) <= TOLERANCE_S
