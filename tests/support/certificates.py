"""Certificates for the tests' own servers: by an own authority, self-signed, for another host."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = ("127.0.0.1", "localhost")
ELSEWHERE = ("elsewhere.invalid",)

Key: TypeAlias = ec.EllipticCurvePrivateKey


class Authority:
    """A certificate authority that nobody trusts unless told its `ca_file`; writes into `home`."""

    def __init__(self, home: Path) -> None:
        """Make the authority's own certificate."""
        self._home = home
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._certificate = _certificate("Test authority", self._key, is_authority=True).sign(
            self._key, hashes.SHA256()
        )
        self.ca_file = home / "ca.pem"
        self.ca_file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def context(self, *names: str) -> ssl.SSLContext:
        """What a server with a certificate for `names` (this host without any) wraps its sockets in."""
        key = ec.generate_private_key(ec.SECP256R1())
        builder = _certificate(
            "Test server", key, issuer=self._certificate.subject, issuer_key=self._key, names=names or HERE
        )
        return _context(self._home / "server.pem", builder.sign(self._key, hashes.SHA256()), key)


def self_signed(home: Path) -> ssl.SSLContext:
    """For this host, by nobody but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    return _context(home / "self.pem", _certificate("Test server", key, names=HERE).sign(key, hashes.SHA256()), key)


def _certificate(
    subject: str,
    key: Key,
    *,
    issuer: x509.Name | None = None,
    issuer_key: Key | None = None,
    names: tuple[str, ...] = (),
    is_authority: bool = False,
) -> x509.CertificateBuilder:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder(
            name if issuer is None else issuer, name, key.public_key(), x509.random_serial_number()
        )
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer_key or key).public_key()), critical=False
        )
    )
    if is_authority:
        return builder.add_extension(_SIGNS_CERTIFICATES, critical=True)
    return builder.add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)


_SIGNS_CERTIFICATES = x509.KeyUsage(
    digital_signature=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _context(where: Path, certificate: x509.Certificate, key: Key) -> ssl.SSLContext:
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    where.write_bytes(certificate.public_bytes(pem) + key.private_bytes(pem, form, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(where)
    return context
