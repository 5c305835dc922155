import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.errors import ConsoleError
from console.rehearsal.received import Glance, Received
from console.rehearsal.receiver import Receiver
from console.words.rehearsal import RECEIVER_GONE, RECEIVER_MUTE
from tests.support.eventually import eventually
from tests.support.footage import beeping, write_footage

SIZE = (180, 320)


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("footage")
    return write_footage(folder / "a.mkv", ticks=list(range(90)), sound=beeping(3, [1, 2]), size=SIZE)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiving = Receiver()
    receiving.start()
    yield receiving
    receiving.kill()


@contextmanager
def pushing(
    receiver: Receiver, footage: Path, *, key: str = "key", loops: int = 0
) -> Iterator[subprocess.Popen[bytes]]:
    """ffmpeg streams the footage: as fast as it can, or over and over at the speed of life."""
    pace = ["-re", "-stream_loop", str(loops)] if loops else []
    to = ["-c", "copy", "-f", "flv", f"{receiver.address}/{key}"]
    process = subprocess.Popen(["ffmpeg", "-v", "quiet", *pace, "-i", str(footage), *to], stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait(5)


def push(receiver: Receiver, footage: Path, *, key: str = "key") -> int:
    with pushing(receiver, footage, key=key) as process:
        return process.wait(20)


def until(receiver: Receiver, holds: Callable[[Received], bool]) -> Received:
    deadline = time.monotonic() + 15
    while not holds(received := receiver.report()):
        assert time.monotonic() < deadline, received
    return received


def test_a_stream_is_judged_picture_by_picture(receiver: Receiver, footage: Path) -> None:
    before_us = time.time_ns() // 1000
    assert push(receiver, footage, key="a/key?with=all&of=it") == 0
    received = receiver.stop()
    assert (received.connections, received.refused, received.is_receiving) == (1, 0, False)
    assert (received.pictures.count, received.pictures.decoded, received.pictures.gaps) == (90, 90, 0)
    assert (received.ticks.seen, received.ticks.missing, received.ticks.repeated) == (90, 0, 0)
    assert (received.pictures.width, received.pictures.height, received.pictures.is_bt709) == (*SIZE, True)
    assert received.lip_sync.errors_ms == pytest.approx((0, 0), abs=0.3)
    assert received.sound.loudness_lufs is not None
    assert received.first_picture_wall_us is not None
    assert before_us < received.first_picture_wall_us < time.time_ns() // 1000
    assert len(received.thumbnails) == 15


def test_pictures_missing_from_the_stream_are_told_exactly(receiver: Receiver, tmp_path: Path) -> None:
    numbers = [*range(30), *range(35, 60), 59, *range(60, 80)]
    push(receiver, write_footage(tmp_path / "b.mkv", ticks=numbers, size=SIZE))
    ticks = receiver.stop().ticks
    assert (ticks.missing, ticks.repeated) == (5, 1)


def test_a_publisher_that_comes_back_is_counted_and_goes_on(
    receiver: Receiver, footage: Path, tmp_path: Path
) -> None:
    wide = write_footage(tmp_path / "wide.mkv", ticks=list(range(200, 260)), sound=beeping(2, [1]), size=(320, 180))
    push(receiver, footage)
    push(receiver, wide, key="another")
    received = receiver.stop()
    assert received.connections == 2
    assert (received.ticks.seen, received.ticks.missing) == (150, 0)
    assert (received.pictures.sizes, received.pictures.width, received.pictures.gaps) == (2, 320, 0)
    assert received.seconds == pytest.approx(5, abs=0.1)
    assert len(received.thumbnails) == 25


def test_a_report_during_the_stream_says_how_far_it_is(receiver: Receiver, footage: Path) -> None:
    with pushing(receiver, footage, loops=9):
        received = until(receiver, lambda received: received.ticks.seen > 10)
        assert received.is_receiving
        assert received.thumbnails == ()


def test_a_glance_tells_how_old_the_newest_picture_is(receiver: Receiver, footage: Path) -> None:
    assert receiver.glance() == Glance()
    with pushing(receiver, footage, loops=9):
        until(receiver, lambda received: received.ticks.seen > 10)
        glance = receiver.glance()
    assert glance.is_receiving
    assert glance.decoded > 10
    age_s = glance.picture_age_s
    assert age_s is not None
    assert 0 <= age_s < 2
    until(receiver, lambda received: not received.is_receiving)
    assert eventually(lambda: (receiver.glance().picture_age_s or 0) > age_s)


def test_whoever_waits_for_a_receiver_that_is_ended_meanwhile_hears_at_once(receiver: Receiver) -> None:
    os.kill(receiver.pid, signal.SIGSTOP)
    ending = threading.Timer(0.2, receiver.abort)
    ending.start()
    with pytest.raises(ConsoleError) as caught:
        receiver.glance(timeout_s=20)
    ending.join()
    assert caught.value.message == RECEIVER_GONE()


def test_a_publisher_killed_in_mid_stream_leaves_what_it_sent(receiver: Receiver, footage: Path) -> None:
    with pushing(receiver, footage, loops=9) as process:
        until(receiver, lambda received: received.ticks.seen > 10)
        process.kill()
        until(receiver, lambda received: not received.is_receiving)
    assert push(receiver, footage) == 0
    received = receiver.stop()
    assert (received.connections, received.ticks.missing, received.problem) == (2, 0, None)
    assert received.ticks.seen > 100


def test_the_same_key_again_takes_over(receiver: Receiver, footage: Path) -> None:
    with pushing(receiver, footage, loops=9) as first:
        until(receiver, lambda received: received.ticks.seen > 5)
        assert push(receiver, footage) == 0
        first.wait(15)
    received = receiver.stop()
    assert (received.connections, received.refused, received.ticks.missing) == (2, 0, 0)


def test_another_key_is_turned_away_while_one_is_on(receiver: Receiver, footage: Path) -> None:
    with pushing(receiver, footage, loops=9):
        until(receiver, lambda received: received.ticks.seen > 5)
        assert push(receiver, footage, key="intruder") != 0
        received = receiver.report()
        assert (received.connections, received.refused, received.is_receiving) == (1, 1, True)


def test_stopping_during_a_stream_ends_with_everything_seen(receiver: Receiver, footage: Path) -> None:
    with pushing(receiver, footage, loops=9):
        until(receiver, lambda received: received.ticks.seen > 10)
        received = receiver.stop()
    assert received.ticks.seen > 10
    assert received.ticks.missing == 0


def test_visitors_that_speak_something_else_do_no_harm(receiver: Receiver, footage: Path) -> None:
    port = int(receiver.address.split(":")[2].split("/")[0])
    mute = socket.create_connection(("127.0.0.1", port), 5)
    for words in (b"GET / HTTP/1.1\r\n\r\n", b"\x03" + os.urandom(5000), b"\x03" * 100_000):
        with socket.create_connection(("127.0.0.1", port), 5) as visitor:
            visitor.sendall(words)
    assert push(receiver, footage) == 0
    received = receiver.stop()
    mute.close()
    assert (received.connections, received.ticks.seen) == (1, 90)


def test_a_stream_of_sound_alone_is_heard(receiver: Receiver, tmp_path: Path, footage: Path) -> None:
    sound = tmp_path / "sound.mkv"
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(footage), "-vn", "-c", "copy", str(sound)], check=True)
    push(receiver, sound)
    until(receiver, lambda received: received.lip_sync.beeps == 2)
    received = receiver.stop()
    assert (received.pictures.count, received.lip_sync.beeps) == (0, 2)


def test_nothing_received_is_an_answer_too(receiver: Receiver) -> None:
    received = receiver.stop()
    assert (received.connections, received.seconds, received.first_picture_wall_us) == (0, 0.0, None)


def test_a_light_receiver_decodes_keyframes(footage: Path) -> None:
    receiver = Receiver(effort="light")
    receiver.start()
    push(receiver, footage)
    received = receiver.stop()
    assert (received.pictures.count, received.pictures.decoded, received.ticks.missing) == (90, 2, 0)


def test_a_receiver_that_died_is_said_at_once(receiver: Receiver) -> None:
    os.kill(receiver.pid, signal.SIGKILL)
    for ask in (receiver.report, receiver.stop, receiver.report):
        with pytest.raises(ConsoleError) as gone:
            ask()
        assert gone.value.message.code == RECEIVER_GONE.code
    assert receiver.pid == 0


def test_a_receiver_that_hangs_is_given_up_and_its_late_answer_not_mistaken(
    receiver: Receiver, footage: Path
) -> None:
    os.kill(receiver.pid, signal.SIGSTOP)
    with pytest.raises(ConsoleError) as mute:
        receiver.report(timeout_s=0.2)
    assert mute.value.message.code == RECEIVER_MUTE.code
    os.kill(receiver.pid, signal.SIGCONT)
    push(receiver, footage)
    assert len(receiver.stop().thumbnails) == 15


def test_a_receiver_that_hangs_is_killed_by_stop() -> None:
    receiver = Receiver()
    receiver.start()
    os.kill(receiver.pid, signal.SIGSTOP)
    with pytest.raises(ConsoleError):
        receiver.stop(timeout_s=0.2)
    assert receiver.pid == 0


def test_a_receiver_that_was_never_started_says_so() -> None:
    with pytest.raises(ConsoleError):
        Receiver().report()
    Receiver().kill()
