"""A picture from the web: bounded in size, time and redirects, and never from this machine or a private network."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import truststore

from console import __version__
from console.errors import ConsoleError, Message
from console.library.picture_file import LIMIT_MB, LIMIT_PX
from console.library.product_cells import Place
from console.words.sheet import (
    PICTURE_NOT_FETCHED,
    PICTURE_PLACE_PRIVATE,
    PICTURE_TOO_LARGE,
    PICTURE_TOO_SLOW,
)

REDIRECTS = 4
STEP_S = 10.0
"""Connecting, and each wait for bytes."""
WHOLE_S = 30.0
"""One picture, redirects included."""

Resolve = Callable[[str, int], list[str]]
"""Addresses of a host; raises `OSError`."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """How pictures are fetched. Only tests and a person who says so allow private addresses."""

    allow_private: bool = False
    whole_s: float = WHOLE_S
    resolve: Resolve = field(default_factory=lambda: addresses_of)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """For the sentences."""

    place: Place
    deadline: float

    def not_fetched(self, host: str, reason: str) -> ConsoleError:
        return ConsoleError(PICTURE_NOT_FETCHED(**self.place, host=host[:80], reason=reason[:120]))

    def check_time(self, host: str) -> None:
        if time.monotonic() > self.deadline:
            raise ConsoleError(PICTURE_TOO_SLOW(**self.place, host=host[:80]))


def fetched(address: str, how: Fetching, *, place: Place) -> bytes:
    """The bytes behind an address of the web; raises `ConsoleError` in words that name the cell of the table."""
    wanted = _Wanted(place, time.monotonic() + how.whole_s)
    url = _url(address, wanted)
    for _ in range(REDIRECTS + 1):
        with _answer(url, how, wanted) as answer:
            if not answer.is_redirect:
                return _body(answer, url, wanted)
            url = _url(str(url.join(answer.headers["location"])), wanted)
    raise wanted.not_fetched(url.host, f"> {REDIRECTS} redirects")


def addresses_of(host: str, port: int) -> list[str]:
    """As the system resolves them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def is_public(address: str) -> bool:
    """An address of the open internet, also where an IPv4 address hides inside an IPv6 one."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(known) if isinstance(known, ipaddress.IPv6Address) else None
    return (
        known.is_global and not known.is_multicast and (inner is None or (inner.is_global and not inner.is_multicast))
    )


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _url(address: str, wanted: _Wanted) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise wanted.not_fetched(address[:40], type(error).__name__) from error
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise wanted.not_fetched(url.host or address[:40], f"{url.scheme or '?'}://")
    return url


@contextmanager
def _answer(url: httpx.URL, how: Fetching, wanted: _Wanted) -> Iterator[httpx.Response]:
    """Asks the very address that was checked: a name that resolves differently a moment later changes nothing."""
    address = _checked_address(url, how, wanted)
    wanted.check_time(url.host)
    trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    headers = {
        "host": url.netloc.decode("ascii"),
        "accept-encoding": "identity",
        "user-agent": f"honban/{__version__}",
    }
    try:
        with (
            httpx.Client(verify=trust, timeout=STEP_S, trust_env=False, follow_redirects=False) as client,
            client.stream(
                "GET", url.copy_with(host=address), headers=headers, extensions={"sni_hostname": url.host}
            ) as answer,
        ):
            yield answer
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError, KeyError) as error:
        if isinstance(error, httpx.TimeoutException):
            raise ConsoleError(PICTURE_TOO_SLOW(**wanted.place, host=url.host[:80])) from error
        raise wanted.not_fetched(url.host, str(error) or type(error).__name__) from error


def _checked_address(url: httpx.URL, how: Fetching, wanted: _Wanted) -> str:
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        addresses = how.resolve(url.host, port)
    except (OSError, UnicodeError) as error:
        raise wanted.not_fetched(url.host, getattr(error, "strerror", None) or type(error).__name__) from error
    if not addresses:
        raise wanted.not_fetched(url.host, "DNS")
    if not how.allow_private and not all(is_public(address) for address in addresses):
        raise ConsoleError(PICTURE_PLACE_PRIVATE(**wanted.place, host=url.host[:80]))
    return addresses[0]


def _body(answer: httpx.Response, url: httpx.URL, wanted: _Wanted) -> bytes:
    if answer.status_code != 200:
        raise wanted.not_fetched(url.host, f"HTTP {answer.status_code}")
    if answer.headers.get("content-encoding", "identity").lower() != "identity":
        raise wanted.not_fetched(url.host, "content-encoding")
    limit, body = LIMIT_MB * 1_000_000, bytearray()
    for piece in answer.iter_raw(65_536):
        body += piece
        if len(body) > limit:
            raise ConsoleError(_too_large(url, wanted))
        wanted.check_time(url.host)
    return bytes(body)


def _too_large(url: httpx.URL, wanted: _Wanted) -> Message:
    name = url.path.rpartition("/")[2][:80]
    return PICTURE_TOO_LARGE(**wanted.place, name=name, limit_mb=LIMIT_MB, limit_px=LIMIT_PX)
