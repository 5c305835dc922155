"""Strangers at the link's door: bare sockets that do what no seat does."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

REQUEST = (
    "GET / HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n{more}\r\n"
)


@contextmanager
def bare(port: int, data: bytes = b"", *, receive_bytes: int = 0) -> Iterator[socket.socket]:
    """A TCP connection that has said `data`; `receive_bytes`: how little its system buffers."""
    with socket.socket() as stranger:
        if receive_bytes:
            stranger.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        stranger.settimeout(10)
        stranger.connect(("127.0.0.1", port))
        stranger.sendall(data)
        yield stranger


def request(port: int, *, host: str = "", more: str = "") -> bytes:
    """An opening request; `more`: header lines with their ends."""
    return REQUEST.format(host=host or f"127.0.0.1:{port}", more=more).encode()


def frame(payload: bytes, *, opcode: int = 2, is_last: bool = True) -> bytes:
    """A frame as a client sends it, masked with zeros."""
    size = len(payload)
    if size < 126:
        length = bytes([0x80 | size])
    elif size < 65_536:
        length = b"\xfe" + struct.pack(">H", size)
    else:
        length = b"\xff" + struct.pack(">Q", size)
    return bytes([(0x80 if is_last else 0) | opcode]) + length + bytes(4) + payload


def is_hung_up(stranger: socket.socket) -> bool:
    """Read to the end; False if it does not come in time."""
    try:
        while stranger.recv(65_536):
            continue
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def status_of(stranger: socket.socket) -> str:
    """The first line that comes back."""
    return stranger.recv(4096).split(b"\r\n", 1)[0].decode()
