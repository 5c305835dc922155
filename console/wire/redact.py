"""A server's words without the secrets it echoes."""

import html
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, quote_plus, unquote

MASK: Final = "••••"
LONG_SECRET: Final = 16
"""Characters from which a secret's last four may be shown."""
MAX_WORDS: Final = 4096
"""Characters of a server's words that are looked at; the rest is cut off."""


class Redactor:
    """Masks known secrets in text: whole, url-quoted, in other case, and any longer piece of one.

    A piece is 6 characters of a secret of 16 or more, 4 of a shorter one: rather a word too many masked.

    >>> Redactor(["abcd-efgh-ijkl-mnop"]).clean("Stream abcd-efgh not found")
    'Stream •••• not found'
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        """Empty secrets are ignored; those under 4 characters are masked only where they stand alone."""
        forms = {form for secret in secrets for form in _forms(secret)}
        self._pieces: dict[int, frozenset[str]] = {}
        for size in (4, 6):
            fitting = [form for form in forms if len(form) >= 4 and _piece_size(form) == size]
            self._pieces[size] = frozenset(
                form[at : at + size] for form in fitting for at in range(len(form) - size + 1)
            )
        alone = sorted((re.escape(form) for form in forms if 0 < len(form) < 4), key=len, reverse=True)
        self._alone = re.compile(rf"(?<!\w)(?:{'|'.join(alone)})(?!\w)") if alone else None

    def clean(self, text: str) -> str:
        """`text` with every secret replaced by `MASK`."""
        text = text[:MAX_WORDS]
        folded = _folded(text)
        hidden = [False] * len(text)
        for start, end in self._found(folded):
            hidden[start:end] = [True] * (end - start)
        return _masked(text, hidden)

    def _found(self, folded: str) -> Iterable[tuple[int, int]]:
        for size, pieces in self._pieces.items():
            for at in range(len(folded) - size + 1) if pieces else ():
                if folded[at : at + size] in pieces:
                    yield at, at + size
        if self._alone is not None:
            yield from (match.span() for match in self._alone.finditer(folded))


def tail(key: str) -> str:
    """The last four characters of a key of 16 or more, to tell keys apart; of a shorter one nothing."""
    return key[-4:] if len(key) >= LONG_SECRET else ""


def _forms(secret: str) -> set[str]:
    """The ways in which a server may write `secret`, in lower case."""
    raw = {secret, secret.strip(), unquote(secret)}
    quoted = {
        write(form, safe=safe, errors="replace")
        for form in raw
        for write in (quote, quote_plus)
        for safe in ("", "/")
    }
    escaped = {form.replace("/", r"\/") for form in raw} | {html.escape(form) for form in raw}
    return {_folded(form) for form in raw | quoted | escaped if form}


def _piece_size(form: str) -> int:
    return 6 if len(form) >= LONG_SECRET else 4


def _folded(text: str) -> str:
    """Lower case where that keeps every character in its place."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _masked(text: str, hidden: list[bool]) -> str:
    pieces: list[str] = []
    for letter, is_hidden in zip(text, hidden, strict=True):
        if not is_hidden:
            pieces.append(letter)
        elif not pieces or pieces[-1] != MASK:
            pieces.append(MASK)
    return "".join(pieces)
