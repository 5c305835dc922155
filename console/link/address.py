"""Where an engine is reached, and how a seat knows that it is the right one."""

import hashlib
import ssl
from dataclasses import dataclass, field

from console.errors import ConsoleError
from console.words.link import LINK_LISTEN_UNREADABLE


@dataclass(frozen=True, slots=True)
class Address:
    """Of one engine."""

    url: str
    """`ws://127.0.0.1:PORT` here, `wss://host:port` elsewhere."""
    token: str = field(repr=False)
    sha256: str = ""
    """Of the engine's certificate, in hexadecimal; only read with `wss://`."""
    is_local: bool = False
    """On this machine: monitors are mapped, not sent."""

    @classmethod
    def here(cls, *, port: int, token: str) -> "Address":
        """Of the engine on this machine, from its note."""
        return cls(f"ws://127.0.0.1:{port}", token, is_local=True)

    @property
    def is_private(self) -> bool:
        """Goes through TLS."""
        return self.url.startswith("wss://")


def pinning_context() -> ssl.SSLContext:
    """TLS that asks no authority: the certificate is compared with the one of the pairing, see `is_pinned`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of a certificate (DER), in hexadecimal."""
    return hashlib.sha256(certificate).hexdigest()


def read_place(text: str) -> tuple[str, int]:
    """(host, port) of `0.0.0.0:4480`; raises `ConsoleError`."""
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not (port.isascii() and port.isdecimal()) or not 0 < int(port) < 65_536:
        raise ConsoleError(LINK_LISTEN_UNREADABLE(text=text[:100]))
    return host, int(port)
