"""A screen of the test's own."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

_START_S = 10.0


class XvfbMissingError(RuntimeError):
    """This machine has no Xvfb to start."""


@contextlib.contextmanager
def xvfb(*, width: int = 320, height: int = 240) -> Iterator[str]:
    """Name of the display, which is also DISPLAY meanwhile; raises `XvfbMissingError`."""
    if shutil.which("Xvfb") is None:
        raise XvfbMissingError
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        display = f":{_number(reader)}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAY", display)
            yield display
    finally:
        os.close(reader)
        server.terminate()
        server.wait(5)


def _number(reader: int) -> int:
    os.set_blocking(reader, False)
    deadline, text = time.monotonic() + _START_S, b""
    while not text.endswith(b"\n") and time.monotonic() < deadline:
        with contextlib.suppress(BlockingIOError):
            text += os.read(reader, 16)
        time.sleep(0.01)
    if not text.strip():
        raise XvfbMissingError("Xvfb did not start")
    return int(text)
