import contextlib
import functools
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from capture.network import DRIVER, NetworkSettings
from console.errors import ConsoleError
from console.words.render import render
from tests.support import clips
from tests.support.hearing import beep_starts
from tests.support.player import in_real_time, opening, until


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing."""


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()


def test_a_stream_plays_in_its_own_time_with_its_sound_on_its_pictures(clips_folder: Path) -> None:
    path = clips.clip(clips_folder, suffix=".ts", seconds=6)
    with serving(clips_folder) as address:
        source = DRIVER.open(NetworkSettings(f"{address}/{path.name}"), opening())
        try:
            played = in_real_time(source, 2.8)
            assert source.problem is None
        finally:
            source.close()
    numbers = [n for n in played.numbers if n is not None]
    assert len(numbers) > 70
    assert sum(b - a == 1 for a, b in pairwise(numbers)) > 0.9 * len(numbers)
    flash = played.numbers.index(30)
    beeps = np.array(beep_starts(played.sound))
    assert np.abs(beeps - flash * 1600).min() < 48 * 40


def test_the_end_of_a_stream_is_a_problem_that_names_it(clips_folder: Path) -> None:
    path = clips.clip(clips_folder, suffix=".ts", seconds=0.5)
    source = DRIVER.open(NetworkSettings(f"file://{path}"), opening())
    try:
        assert until(lambda: source.problem, seconds=5)
        assert source.problem is not None
        assert source.problem.code == "stream_ended"
    finally:
        source.close()


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        began = time.monotonic()
        address = f"http://me:hunter2@127.0.0.1:{mute.getsockname()[1]}/live.flv"
        with pytest.raises(ConsoleError) as caught:
            DRIVER.open(NetworkSettings(address, patience_s=1.0), opening())
        assert time.monotonic() - began < 6
    assert caught.value.message.code == "source_not_opened"
    assert "hunter2" not in str(caught.value) + render(caught.value.message)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("srt://127.0.0.1:9000", "scheme_not_in_build"),
        ("gopher://127.0.0.1/x", "scheme_not_in_build"),
        ("", "not_an_address"),
        ("rtsp://", "not_an_address"),
        ("camera", "not_an_address"),
        ("http://[::1", "not_an_address"),
        ("http://127.0.0.1:99999/", "not_an_address"),
        ("file:///nothing/here.ts", "file_missing"),
        ("rtsp://me:hunter2@127.0.0.1:1/x", "source_not_opened"),
        ("rtmp://127.0.0.1:1/live/hunter2", "source_not_opened"),
    ],
)
def test_an_address_that_cannot_be_opened_is_said_without_its_password(address: str, code: str) -> None:
    with pytest.raises(ConsoleError) as caught:
        DRIVER.open(NetworkSettings(address), opening())
    assert caught.value.message.code == code
    assert "hunter2" not in str(caught.value) + render(caught.value.message)
