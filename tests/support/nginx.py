"""A real ingest: nginx with its RTMP module on a free port of the loopback, recording what it is told to."""

import contextlib
import random
import shutil
import socket
import subprocess
from collections.abc import Iterable
from pathlib import Path
from threading import Event
from time import monotonic
from types import TracebackType
from typing import Self

MODULES = ("/usr/lib/nginx/modules/ngx_rtmp_module.so", "/usr/share/nginx/modules/ngx_rtmp_module.so")
PORTS = range(20_000, 32_000)
"""Below those that systems give to whoever asks for any: between the look and nginx's own bind none comes there."""
CHANCE = random.SystemRandom()
"""Nobody seeds it, so two runs beside each other do not look at the same ports."""
TRIES = 100
START_SECONDS = 5.0
STOP_SECONDS = 5.0

_CONF = """
load_module {module};
daemon off;
master_process off;
worker_processes 1;
pid {home}/nginx.pid;
error_log {home}/error.log info;
events {{ worker_connections 64; }}
rtmp {{
    access_log off;
    server {{
        listen 127.0.0.1:{port};
        {server}
        application live {{
            live on;
            {record}
            {application}
        }}
    }}
}}
"""


class Nginx:
    """Runs while inside its `with`; `home` is a directory of its own, which its configuration and log go to.

    >>> with Nginx(tmp_path, record=True) as ingest:
    ...     publish_to(ingest.url("key"))
    ...     ingest.restart()
    """

    def __init__(
        self, home: Path, *, record: bool = False, server: Iterable[str] = (), application: Iterable[str] = ()
    ) -> None:
        """`server` and `application` are further directives of those blocks, without their semicolons."""
        self.home = home
        self.port = free_port()
        self._record = record
        self._server = server
        self._application = application
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def server(self) -> str:
        """The address without a key."""
        return f"rtmp://127.0.0.1:{self.port}/live"

    def url(self, key: str) -> str:
        """Where `key` is published and can be played."""
        return f"{self.server}/{key}"

    @property
    def recordings(self) -> list[Path]:
        """What was recorded so far, oldest first."""
        return sorted((self.home / "recordings").glob("*.flv"), key=lambda path: path.stat().st_mtime_ns)

    @property
    def log(self) -> str:
        """What nginx wrote about itself."""
        log = self.home / "error.log"
        return log.read_text(errors="replace") if log.exists() else ""

    def start(self) -> None:
        """Start and wait until it listens."""
        (self.home / "recordings").mkdir(parents=True, exist_ok=True)
        conf = self.home / "nginx.conf"
        conf.write_text(self._configuration())
        command = [_program(), "-e", f"{self.home}/error.log", "-p", str(self.home), "-c", str(conf)]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait_until_it_listens()

    def kill(self) -> None:
        """End it at once; its connections are reset or closed by the kernel."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(STOP_SECONDS)
            self._process = None

    def restart(self) -> None:
        """Kill it and start it again on the same port."""
        self.kill()
        self.start()

    def __enter__(self) -> Self:
        """Start."""
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill."""
        self.kill()

    def _configuration(self) -> str:
        where = f"record all; record_path {self.home}/recordings; record_unique on;"
        return _CONF.format(
            module=next(path for path in MODULES if Path(path).exists()),
            home=self.home,
            port=self.port,
            server="".join(f"{line};" for line in self._server),
            record=where if self._record else "record off;",
            application="".join(f"{line};" for line in self._application),
        )

    def _wait_until_it_listens(self) -> None:
        deadline = monotonic() + START_SECONDS
        while monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except ConnectionRefusedError:
                Event().wait(0.02)
            else:
                return
        raise RuntimeError(f"nginx did not start:\n{self.log}")


def free_port() -> int:
    """A TCP port of the loopback that nobody listens on just now, and that nobody is given by chance."""
    for _ in range(TRIES):
        port = CHANCE.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


def _program() -> str:
    """Debian keeps nginx where only root's PATH looks."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise RuntimeError("nginx is not installed; make test installs it")
    return found
