"""A publisher on a blocking socket, which sends what it is told and when."""

import os
import socket
import ssl

from console.wire.address import Server
from console.wire.flv import Tag, TagKind
from console.wire.handshake import RANDOM_BYTES
from console.wire.publication import Event, Stage
from console.wire.publisher import PublisherSession

PICTURE = Tag.read(TagKind.VIDEO, 0, b"\x17\x01\x00\x00\x00" + bytes(4000))


class Caller:
    """Connected from the start; `patience_s` is for each answer."""

    def __init__(self, address: str, *, tls: ssl.SSLContext | None = None, patience_s: float = 3.0) -> None:
        server = Server.parse(address)
        self.session = PublisherSession(server, "key", time_ms=0, random=os.urandom(RANDOM_BYTES))
        self.events: list[Event] = []
        self.socket = socket.create_connection((server.host, server.port), timeout=patience_s)
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_hostname=server.host)
        self.flush()

    def listen(self) -> bool:
        """Take in what comes; False when the other side closed."""
        data = self.socket.recv(65536)
        self.events += self.session.feed(data)
        self.flush()
        return bool(data)

    def go_live(self) -> None:
        """Listen until the key is accepted, refused, or the line is cut."""
        while self.session.stage not in (Stage.LIVE, Stage.ENDED) and self.listen():
            pass

    def send(self, count: int) -> None:
        for _ in range(count):
            self.session.send(PICTURE)
            self.flush()

    def say_goodbye(self) -> None:
        self.session.close()
        self.flush()

    def listen_until_closed(self) -> None:
        while self.listen():
            pass

    def flush(self) -> None:
        self.socket.sendall(self.session.take())
