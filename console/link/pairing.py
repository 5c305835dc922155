"""What a person carries from an engine to a seat on another machine: one line of text."""

import re
from dataclasses import dataclass, field

from console.errors import ConsoleError
from console.link.address import Address
from console.link.roles import ROLES, Role
from console.words.link import LINK_OTHER_ENGINE, LINK_PAIRING_UNREADABLE

_MARK = "honban1"
_TEXT = re.compile(rf"{_MARK}/(.+):(\d{{1,5}})/({'|'.join(ROLES)})/([0-9a-f]{{64}})/([0-9a-f]{{64}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Leads to one engine in one role. Secret as a whole."""

    host: str
    port: int
    role: Role
    token: str = field(repr=False)
    sha256: str = ""
    """Of the engine's certificate."""

    @property
    def text(self) -> str:
        """For copying. Never to be logged, nor handed to a program as an argument."""
        return f"{_MARK}/{self.host}:{self.port}/{self.role}/{self.token}/{self.sha256}"

    @property
    def url(self) -> str:
        """Where the engine is."""
        return f"wss://{self.host}:{self.port}"

    @property
    def address(self) -> Address:
        """For a `Link`."""
        return Address(self.url, self.token, self.sha256)

    def check_leads_to(self, url: str) -> None:
        """Raises `ConsoleError` if it is the pairing of another engine than the one at `url`."""
        if url.rstrip("/").lower() != self.url.lower():
            raise ConsoleError(LINK_OTHER_ENGINE(asked=url[:200], paired=self.url))


def read_pairing(text: str) -> Pairing:
    """A pairing from its text, whatever stands around it; raises `ConsoleError`."""
    found = _TEXT.fullmatch("".join(text.split()))
    if found is None or not 0 < int(found[2]) < 65_536:
        raise ConsoleError(LINK_PAIRING_UNREADABLE())
    role = next(role for role in ROLES if role == found[3])
    return Pairing(found[1], int(found[2]), role, found[4], found[5])


def kept_as(url: str) -> str:
    """Name under which the pairing with the engine at `url` is kept in the system's password store."""
    return f"seat/{url.rstrip('/').lower().removeprefix('wss://')}"
