"""No address but loopback: what a test may connect to and whose name it may ask for."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest


class OutsideLoopbackError(AssertionError):
    """A test tried to leave this machine."""


def guard(patch: pytest.MonkeyPatch, told: Callable[[str], None]) -> None:
    """From now on anything but loopback raises, and `told` hears of it: the code under test may swallow that."""

    def check(host: object) -> None:
        if not is_loopback(host):
            told(f"address {host}")
            raise OutsideLoopbackError(f"tests talk to this machine only, not to {host}")

    for method in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, method, _checked_call(getattr(socket.socket, method), check))
    patch.setattr(socket, "getaddrinfo", _checked_question(socket.getaddrinfo, check))


def _checked_call(original: Callable[..., Any], check: Callable[[object], None]) -> Callable[..., Any]:
    def call(self: socket.socket, *args: Any) -> Any:
        address = args[-1]
        if isinstance(address, tuple):
            check(address[0])
        return original(self, *args)

    return call


def _checked_question(original: Callable[..., Any], check: Callable[[object], None]) -> Callable[..., Any]:
    def getaddrinfo(host: bytes | str | None, *args: Any, **options: Any) -> Any:
        # Why: names under .invalid never exist (RFC 6761), so this is the true answer and nobody has to be asked.
        if _text(host).rstrip(".").endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        check(host)
        return original(host, *args, **options)

    return getaddrinfo


def is_loopback(host: object) -> bool:
    """Whether this is this machine: None, "", localhost, 127/8, ::1, or the wildcard, which leads here too."""
    text = _text(host).partition("%")[0]
    if text in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _text(host: object) -> str:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
