"""From a server's name to an open, verified connection."""

import asyncio
import socket
import ssl
from pathlib import Path
from typing import Any

import truststore

from console.errors import ConsoleError
from console.output.daemon_call import daemon_call
from console.output.socket_figures import keep_little_unsent
from console.wire.address import Server
from console.words.output import (
    CA_UNREADABLE,
    CERTIFICATE_REFUSED,
    NAME_NOT_FOUND,
    NO_CONNECTION,
    NO_ENCRYPTION,
    SERVER_SILENT,
)

DNS_S, TCP_S, TLS_S = 4.0, 4.0, 5.0
BUFFER_BYTES = 65_536

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class CertificateRefusedError(ConsoleError):
    """Who answered could not prove to be the server: trying again will not help."""


async def dial(server: Server, *, ca_file: str, kbps: int) -> Streams:
    """Open streams to the server; raises `ConsoleError` in words for everything that can go wrong."""
    connection = await _connected(server, await _addresses(server))
    try:
        keep_little_unsent(connection, kbps=kbps)
        return await _streams(connection, server, ca_file)
    except BaseException:
        connection.close()
        raise


async def _addresses(server: Server) -> list[tuple[Any, ...]]:
    def getaddrinfo() -> list[tuple[Any, ...]]:
        return list(socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM))

    try:
        return await daemon_call(getaddrinfo, timeout_s=DNS_S)
    except (OSError, UnicodeError) as error:
        raise ConsoleError(NAME_NOT_FOUND(host=server.host)) from error
    except TimeoutError as error:
        raise ConsoleError(SERVER_SILENT(host=server.host, step="DNS")) from error


async def _connected(server: Server, addresses: list[tuple[Any, ...]]) -> socket.socket:
    """The first address that answers; all of them share the time."""
    problem: OSError = TimeoutError()
    share_s = max(1.0, TCP_S / max(1, len(addresses)))
    for family, kind, protocol, _, address in addresses:
        connection = socket.socket(family, kind, protocol)
        connection.setblocking(False)  # noqa: FBT003
        try:
            async with asyncio.timeout(share_s):
                await asyncio.get_running_loop().sock_connect(connection, address)
        except OSError as error:
            connection.close()
            problem = error
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    if isinstance(problem, TimeoutError):
        raise ConsoleError(SERVER_SILENT(host=server.host, step="TCP")) from problem
    reason = problem.strerror or str(problem)
    raise ConsoleError(NO_CONNECTION(host=server.host, port=server.port, reason=reason)) from problem


async def _streams(connection: socket.socket, server: Server, ca_file: str) -> Streams:
    if not server.is_encrypted:
        return await asyncio.open_connection(sock=connection, limit=BUFFER_BYTES)
    try:
        async with asyncio.timeout(TLS_S):
            return await asyncio.open_connection(
                sock=connection, ssl=_context(ca_file), server_hostname=server.host, limit=BUFFER_BYTES
            )
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or str(error.reason)
        raise CertificateRefusedError(CERTIFICATE_REFUSED(host=server.host, reason=reason)) from error
    except TimeoutError as error:
        raise ConsoleError(SERVER_SILENT(host=server.host, step="TLS")) from error
    except OSError as error:
        reason = getattr(error, "reason", None) or error.strerror or type(error).__name__
        raise ConsoleError(NO_ENCRYPTION(host=server.host, reason=str(reason))) from error


def _context(ca_file: str) -> ssl.SSLContext:
    """The system's roots, or one authority of the user's own."""
    if not ca_file:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise CertificateRefusedError(CA_UNREADABLE(file=Path(ca_file).name)) from error
