"""Where a stream goes: the server's address and the stream key, two fields whatever they hold.

Nothing raised here quotes what was typed: any part of it may be a stream key.
"""

import re
from ipaddress import IPv6Address
from typing import Final, Literal, Self

import msgspec

from console.errors import ConsoleError
from console.words.wire import (
    ADDRESS_WITH_BAD_HOST,
    ADDRESS_WITH_BAD_PORT,
    ADDRESS_WITH_LOGIN,
    ADDRESS_WITHOUT_HOST,
    ADDRESS_WITHOUT_KEY,
    KEY_IS_EMPTY,
    KEY_IS_UNREADABLE,
    NOT_AN_RTMP_ADDRESS,
)

Scheme = Literal["rtmp", "rtmps"]

DEFAULT_PORTS: Final[dict[Scheme, int]] = {"rtmp": 1935, "rtmps": 443}
MAX_HOST_CHARACTERS: Final = 253
_PORT = re.compile(r"[0-9]{1,5}")
_HOST = re.compile(r"[^\s/?#@:\[\]\x00-\x1f\x7f]+")


class Server(msgspec.Struct, frozen=True):
    """A parsed server address."""

    scheme: Scheme
    host: str
    """Name or address, an IPv6 address without its brackets."""
    port: int
    app: str
    """The application with its query, without slashes at its ends; may be empty."""
    tc_url: str
    """The whole address as `connect` announces it."""

    @property
    def is_encrypted(self) -> bool:
        """RTMP inside TLS."""
        return self.scheme == "rtmps"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `rtmp[s]://host[:port]/app`. Raises `ConsoleError` for anything else."""
        scheme, authority, path = _parts(text)
        host, port = _host_and_port(authority)
        app = path.strip("/")
        tc_url = f"{scheme}://{authority}/{app}"
        return cls(scheme, host, port or DEFAULT_PORTS[scheme], app, tc_url)


def split_address(url: str) -> tuple[str, str]:
    """A single URL as server and key: cut at the last `/` of its path, a query staying with its segment.

    >>> split_address("rtmps://a.example/live2?backup=1/KEY")
    ('rtmps://a.example/live2?backup=1', 'KEY')
    >>> split_address("rtmp://a.example/stage/stream-9?sign=ab/cd=")
    ('rtmp://a.example/stage', 'stream-9?sign=ab/cd=')

    Raises `ConsoleError` when it is no RTMP address or holds no key.
    """
    scheme, authority, path = _parts(url)
    _host_and_port(authority)
    cut = _cut(path)
    app, key = path[:cut], path[cut + 1 :]
    if not app.strip("/") or not key:
        raise ConsoleError(ADDRESS_WITHOUT_KEY())
    return f"{scheme}://{authority}{app}", key


def checked_key(key: str) -> str:
    """The key without the blanks and line ends that come with pasting.

    Raises `ConsoleError` when nothing is left or it cannot be sent.
    """
    key = key.strip()
    if not key:
        raise ConsoleError(KEY_IS_EMPTY())
    if not _is_sendable(key):
        raise ConsoleError(KEY_IS_UNREADABLE())
    return key


def _parts(text: str) -> tuple[Scheme, str, str]:
    """Scheme, authority, and the rest from its first `/`."""
    scheme, found, rest = text.strip().partition("://")
    known = _scheme(scheme)
    if not found or known is None or not _is_sendable(rest):
        raise ConsoleError(NOT_AN_RTMP_ADDRESS())
    authority, slash, path = rest.partition("/")
    return known, authority, slash + path


def _scheme(text: str) -> Scheme | None:
    return next((scheme for scheme in DEFAULT_PORTS if text.lower() == scheme), None)


def _is_sendable(text: str) -> bool:
    """Can be written as UTF-8, and no control characters."""
    return not any(letter < " " or letter == "\x7f" or "\ud800" <= letter <= "\udfff" for letter in text)


def _host_and_port(authority: str) -> tuple[str, int | None]:
    if "@" in authority:
        raise ConsoleError(ADDRESS_WITH_LOGIN())
    if authority.startswith("["):
        host, closed, rest = authority[1:].partition("]")
        if not closed or not _is_ipv6(host) or (rest and not rest.startswith(":")):
            raise ConsoleError(ADDRESS_WITH_BAD_HOST())
        return host, _port(rest)
    host, colon, rest = authority.partition(":")
    if not host:
        raise ConsoleError(ADDRESS_WITHOUT_HOST())
    if not _HOST.fullmatch(host) or len(host) > MAX_HOST_CHARACTERS:
        raise ConsoleError(ADDRESS_WITH_BAD_HOST())
    return host, _port(colon + rest)


def _is_ipv6(host: str) -> bool:
    try:
        IPv6Address(host)
    except ValueError:
        return False
    return True


def _port(text: str) -> int | None:
    """The number after a colon; None without one."""
    if text in ("", ":"):
        return None
    if not _PORT.fullmatch(text[1:]) or not 0 < int(text[1:]) < 65536:
        raise ConsoleError(ADDRESS_WITH_BAD_PORT())
    return int(text[1:])


def _cut(path: str) -> int:
    """Where key and server part: the index of a `/` in `path`, which begins with one.

    A `/` inside a query separates only where the path before the query is a single segment, since then the key
    can stand nowhere else (`/live2?backup=1/KEY`). The key may have a query of its own (`/app?a=1/KEY?b=c/d`).
    """
    names, question, query = path.partition("?")
    cut = names.rfind("/")
    if cut > 0 or not question:
        return cut
    own, _, _ = query.partition("?")
    in_query = own.rfind("/")
    return len(names) + 1 + in_query if in_query >= 0 else 0
