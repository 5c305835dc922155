"""From a server's name to an open, verified connection."""

import asyncio
import os
import socket
import ssl
from pathlib import Path
from typing import Any

import truststore

from console.errors import ConsoleError
from console.output.attempt import Deadlines, Target
from console.output.daemon_call import daemon_call
from console.output.line import READ_BYTES, Line
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

MOST_SHARES = 4
"""Addresses that get a share of the time to connect."""

Address = tuple[Any, ...]
"""As `socket.getaddrinfo` gives it."""


class CertificateRefusedError(ConsoleError):
    """Who answered could not prove to be the server: trying again will not help."""


async def dial(target: Target, deadlines: Deadlines, *, until_s: float) -> Line:
    """An open line to the server; raises `ConsoleError` in words for everything that can go wrong.

    `until_s`, on the loop's clock, ends the step that is under way then.
    """
    server = target.server
    connection = await _connected(server, await _addresses(server, deadlines, until_s), deadlines, until_s)
    try:
        keep_little_unsent(connection, kbps=target.kbps)
        line = Line(*await asyncio.open_connection(sock=connection, limit=READ_BYTES))
    except BaseException:
        connection.close()
        raise
    try:
        if server.is_encrypted:
            await _encrypted(line, target, _left_s(deadlines.tls_s, until_s))
        line.limit_buffer(kbps=target.kbps)
    except BaseException:
        await line.hang_up()
        raise
    return line


async def _addresses(server: Server, deadlines: Deadlines, until_s: float) -> list[Address]:
    def getaddrinfo() -> list[Address]:
        return list(socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM))

    try:
        return await daemon_call(getaddrinfo, timeout_s=_left_s(deadlines.dns_s, until_s))
    except TimeoutError as error:
        raise ConsoleError(SERVER_SILENT(host=server.host, step="DNS")) from error
    except (OSError, UnicodeError) as error:
        raise ConsoleError(NAME_NOT_FOUND(host=server.host)) from error


async def _connected(server: Server, addresses: list[Address], deadlines: Deadlines, until_s: float) -> socket.socket:
    """The first address that answers; all of them share the time."""
    problem: OSError = TimeoutError()
    share_s = deadlines.tcp_s / max(1, min(MOST_SHARES, len(addresses)))
    end_s = _now_s() + deadlines.tcp_s
    for address in addresses:
        try:
            return await _connection(address, within_s=_left_s(share_s, min(end_s, until_s)))
        except OSError as error:
            problem = error
    if isinstance(problem, TimeoutError):
        raise ConsoleError(SERVER_SILENT(host=server.host, step="TCP")) from problem
    # Why: asyncio puts words of its own in the place of the system's.
    reason = os.strerror(problem.errno) if problem.errno else type(problem).__name__
    raise ConsoleError(NO_CONNECTION(host=server.host, port=server.port, reason=reason)) from problem


async def _connection(address: Address, *, within_s: float) -> socket.socket:
    family, kind, protocol, _, where = address
    connection = socket.socket(family, kind, protocol)
    connection.setblocking(False)  # noqa: FBT003
    try:
        async with asyncio.timeout(within_s):
            await asyncio.get_running_loop().sock_connect(connection, where)
    except BaseException:
        connection.close()
        raise
    return connection


async def _encrypted(line: Line, target: Target, within_s: float) -> None:
    host = target.server.host

    def tls_context() -> ssl.SSLContext:
        return _context(target.ca_file)

    try:
        async with asyncio.timeout(within_s):
            context = await daemon_call(tls_context, timeout_s=within_s)
            await line.encrypt(context, host=host)
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or str(error.reason)
        raise CertificateRefusedError(CERTIFICATE_REFUSED(host=host, reason=reason)) from error
    except TimeoutError as error:
        raise ConsoleError(SERVER_SILENT(host=host, step="TLS")) from error
    except OSError as error:
        reason = getattr(error, "reason", None) or error.strerror or type(error).__name__
        raise ConsoleError(NO_ENCRYPTION(host=host, reason=str(reason))) from error


def _context(ca_file: str) -> ssl.SSLContext:
    """The system's roots, or one authority of the user's own. Reads files: not for the senders' loop."""
    if not ca_file:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise CertificateRefusedError(CA_UNREADABLE(file=Path(ca_file).name)) from error


def _left_s(most_s: float, until_s: float) -> float:
    return max(0.0, min(most_s, until_s - _now_s()))


def _now_s() -> float:
    return asyncio.get_running_loop().time()
