"""A screen of the measurement's own, as large as the one that is promised for."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator

from console.errors import ConsoleError
from console.words.bench import NO_SCREEN_TO_MEASURE

START_S = 10.0
ENOUGH = 16


@contextlib.contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """Name of an X display: a new one where Xvfb is installed, else the one that there is. Raises `ConsoleError`."""
    if shutil.which("Xvfb") is None:
        if not os.environ.get("DISPLAY"):
            raise ConsoleError(NO_SCREEN_TO_MEASURE())
        yield os.environ["DISPLAY"]
        return
    reader, writer = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        arguments, pass_fds=[writer], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        yield f":{_number(reader)}"
    finally:
        os.close(reader)
        server.terminate()
        server.wait(START_S)


def _number(reader: int) -> int:
    os.set_blocking(reader, False)
    deadline_s, text = time.monotonic() + START_S, b""
    while not text.endswith(b"\n") and time.monotonic() < deadline_s:
        with contextlib.suppress(BlockingIOError):
            text += os.read(reader, ENOUGH)
        time.sleep(0.01)
    if not text.strip().isdigit():
        raise ConsoleError(NO_SCREEN_TO_MEASURE())
    return int(text)
