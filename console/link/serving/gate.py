"""Which opening requests are let in: none that a page in a browser made, none that came by a stranger's name."""

import ipaddress
import socket
from urllib.parse import urlsplit

from websockets.http11 import Request

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_welcome(request: Request, *, port: int, is_public: bool) -> bool:
    """`is_public`: it listens beyond this machine, so addresses and this machine's own names are right too.

    A browser always says Origin, a seat never does: no page is let in. Host is checked against names of somebody
    else that lead here (DNS rebinding).
    """
    hosts = request.headers.get_all("Host")
    if request.headers.get_all("Origin") or len(hosts) != 1:
        return False
    try:
        parts = urlsplit(f"//{hosts[0]}")
        name, at = parts.hostname or "", parts.port
    except ValueError:
        return False
    has_more = parts.path or parts.query or parts.fragment or parts.username is not None
    return at == port and not has_more and (name in LOOPBACK or (is_public and _is_ours(name)))


def _is_ours(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        own = socket.gethostname().lower()
        return name in {own, own.split(".", maxsplit=1)[0], f"{own.split('.', maxsplit=1)[0]}.local"}
    return True
