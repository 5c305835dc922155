"""How a seat on another machine finds its engine: by the pairing that a person gave it once."""

import getpass
import re
import sys
from collections.abc import Callable

from console.errors import ConsoleError
from console.link.pairing import Pairing, kept_as, read_pairing
from console.ports.vault import Vault
from console.words.link import LINK_PAIRING_ASKED
from console.words.render import Language, render
from console.words.seat import NOT_AN_ENGINE

LONGEST = 4_000
_ADDRESS = re.compile(r"wss://[^/@\s]+:\d{1,5}/?", re.IGNORECASE)
_SECRET = re.compile(r"(?<=//)[^/]*@|[0-9a-f]{16,}", re.IGNORECASE)
"""What somebody may have put into an address who mistook it for a pairing."""


def paired(url: str, vault: Vault, *, language: Language, anew: bool = False) -> Pairing:
    """The pairing with the engine at `url`: the one in the password store, else, or `anew`, from standard input,
    where a person pastes it or a program writes it; then it is kept. Raises `ConsoleError`.
    """
    if not _ADDRESS.fullmatch(url):
        raise ConsoleError(NOT_AN_ENGINE(address=_SECRET.sub("…", url)[:200]))
    known = "" if anew else _kept(url, vault)
    pairing = read_pairing(known or _asked(url, language))
    pairing.check_leads_to(url)
    if not known:
        _keep(url, pairing, vault)
    return pairing


def _asked(url: str, language: Language) -> str:
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(render(LINK_PAIRING_ASKED(url=url[:200]), language) + " ")
    return sys.stdin.readline(LONGEST) if sys.stdin is not None else ""


def _kept(url: str, vault: Vault) -> str:
    return _unless_absent(lambda: vault.secret(kept_as(url)) or "")


def _keep(url: str, pairing: Pairing, vault: Vault) -> None:
    """A machine without a password store is asked for the pairing each time."""

    def keep() -> str:
        vault.keep(kept_as(url), pairing.text)
        return ""

    _unless_absent(keep)


def _unless_absent(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except ConsoleError:
        return ""
