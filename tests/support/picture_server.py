"""A web server of pictures on loopback, and of everything that may be wrong with one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What is answered under one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    repeat: int = 1
    """The body so many times, without saying how long it is."""


@dataclass
class PictureServer:
    """A running one."""

    address: str
    pages: dict[str, Page]
    asked: list[tuple[str, str]]
    """Path and `Host` of each request."""


@contextmanager
def picture_server() -> Iterator[PictureServer]:
    """Until the end of the block."""
    pages: dict[str, Page] = {}
    asked: list[tuple[str, str]] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["host"]))
            page = pages.get(self.path, Page(status=404))
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for _ in range(page.repeat):
                    self.wfile.write(page.body)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="pictures")
    thread.start()
    try:
        yield PictureServer(f"http://shop.example:{server.server_port}", pages, asked)
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()
