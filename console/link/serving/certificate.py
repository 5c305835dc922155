"""The engine's own certificate, for seats on other machines. Made once, kept in a file that only its user reads."""

import datetime as dt
import os
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from console.link.address import fingerprint
from console.link.serving.making import one_maker

FILE = "link.pem"
VALID = dt.timedelta(days=3650)
"""Seats compare its SHA-256 and ask nobody for its age."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Key and certificate in one file."""

    path: Path
    sha256: str

    def context(self) -> ssl.SSLContext:
        """TLS for a server."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(self.path)
        return context


def own_certificate(folder: Path) -> Certificate:
    """The one in `folder`, made if there is none that can be read. Raises `OSError`."""
    path = folder / FILE
    with one_maker(folder):
        try:
            return _read(path)
        except (FileNotFoundError, ValueError, ssl.SSLError):
            _write(path)
            return _read(path)


def _read(path: Path) -> Certificate:
    pem = path.read_bytes()
    certificate = x509.load_pem_x509_certificate(pem)
    made = Certificate(path, fingerprint(certificate.public_bytes(serialization.Encoding.DER)))
    made.context()  # The key is there and fits.
    return made


def _write(path: Path) -> None:
    """Whole or not at all, and never readable by others."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"honban on {socket.gethostname()}"[:64])])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + VALID)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private + certificate.public_bytes(serialization.Encoding.PEM))
    fresh.replace(path)
