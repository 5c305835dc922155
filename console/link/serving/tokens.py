"""Who holds which token: the one of this machine's user may be anybody, that of a pairing is one role."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from console.link.roles import ROLES, Role
from console.link.serving.making import one_maker

FILE = "pairing.secret"
LENGTH_BYTES = 32


def new_token() -> str:
    """Nobody can guess it."""
    return secrets.token_urlsafe(LENGTH_BYTES)


def role_token(secret: bytes, role: Role) -> str:
    """The token of all who are paired in this role."""
    return hmac.new(secret, f"honban seat {role}".encode(), hashlib.sha256).hexdigest()


def pairing_secret(folder: Path, *, anew: bool = False) -> bytes:
    """Of this machine, made at the first call; `anew` ends every pairing there is. Raises `OSError`."""
    with one_maker(folder):
        return _kept_secret(folder / FILE, anew=anew)


def _kept_secret(path: Path, *, anew: bool) -> bytes:
    if anew:
        path.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(LENGTH_BYTES))
    except FileExistsError:
        pass
    secret = path.read_bytes()
    if len(secret) != LENGTH_BYTES:  # Why: a machine that lost power in the middle must not trust an empty secret.
        return _kept_secret(path, anew=True)
    return secret


class Tokens:
    """Knows them without saying which."""

    def __init__(self, own: str | None, secret: bytes | None = None) -> None:
        """`own`: of this machine's user, `secret`: of pairings; None: there are none."""
        self._known: list[tuple[bytes, frozenset[Role]]] = []
        if own is not None:
            self._known.append((_digest(own), frozenset(ROLES)))
        if secret is not None:
            self._known += [(_digest(role_token(secret, role)), frozenset({role})) for role in ROLES]

    def is_known(self, token: str, role: Role) -> bool:
        """Whether it opens the door to this role; takes as long whatever it is."""
        digest = _digest(token)
        matches = [hmac.compare_digest(digest, known) and role in roles for known, roles in self._known]
        return any(matches)


def _digest(token: str) -> bytes:
    """Of one length, whatever comes."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()
