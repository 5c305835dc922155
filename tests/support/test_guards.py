import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from console.media.ring import RingWriter
from tests.support import leaks, loopback
from tests.support.guards import Announced

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def mess() -> Iterator[ExitStack]:
    """What a test leaves behind on purpose; cleared away before the real guards look."""
    with ExitStack() as stack:
        yield stack


def left_after(kind: leaks.Watch, mess: ExitStack, *things: object) -> list[str]:
    with leaks.nothing_left((leaks.Watch(leaks.children), kind), grace_s=0) as left:
        for thing in things:
            assert callable(thing)
            thing(mess)
    return left


def test_a_forgotten_thread_is_named(mess: ExitStack) -> None:
    def start(mess: ExitStack) -> None:
        done = threading.Event()
        thread = threading.Thread(target=done.wait, args=(60,), name="forgotten")
        thread.start()
        mess.callback(thread.join)
        mess.callback(done.set)

    assert left_after(leaks.Watch(leaks.threads), mess, start) == ["thread “forgotten”"]


def test_a_thread_that_ends_by_itself_within_the_grace_is_no_leak() -> None:
    thread = threading.Thread(target=threading.Event().wait, args=(0.05,))
    with leaks.nothing_left((leaks.Watch(leaks.children), leaks.Watch(leaks.threads))) as left:
        thread.start()
    assert left == []


def test_a_forgotten_child_is_named_with_its_command_line(mess: ExitStack) -> None:
    def start(mess: ExitStack) -> None:
        child = subprocess.Popen([sys.executable, "-c", "input('unanswered')"], stdin=subprocess.PIPE)
        mess.enter_context(child)
        mess.callback(child.kill)

    left = left_after(leaks.Watch(dict), mess, start)
    assert len(left) == 1
    assert "unanswered" in left[0]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process adopt orphans")
def test_a_grandchild_whose_parent_died_is_found_and_ended() -> None:
    known = leaks.children()
    subprocess.run(["sh", "-c", "sleep 60 &"], check=True)
    orphans = leaks.children().keys() - known.keys()
    assert len(orphans) == 1
    leaks.end_children(known)
    with leaks.nothing_left((leaks.Watch(leaks.children),)):
        pass
    assert not orphans & leaks.children().keys()


def test_an_open_listener_is_named_with_its_address(mess: ExitStack) -> None:
    ports: list[int] = []

    def listen(mess: ExitStack) -> None:
        server = mess.enter_context(socket.create_server(("127.0.0.1", 0)))
        ports.append(server.getsockname()[1])

    kind = next(kind for kind in leaks.watches() if kind.look is leaks.sockets)
    left = left_after(kind, mess, listen)
    assert len(left) == 1
    assert str(ports[0]) in left[0]


def test_a_file_in_the_temporary_folder_is_named(mess: ExitStack) -> None:
    folder = Path(tempfile.gettempdir())

    def write(mess: ExitStack) -> None:
        (folder / "forgotten.mkv").touch()
        mess.callback((folder / "forgotten.mkv").unlink)

    assert left_after(leaks.Watch(lambda: leaks.files(folder)), mess, write) == [f"file {folder}/forgotten.mkv"]


@pytest.fixture
def ring() -> Iterator[Path]:
    path = Path(f"/dev/shm/honban-test-{os.getpid()}")
    yield path
    path.unlink()


@pytest.mark.skipif(sys.platform != "linux", reason="memory as files is Linux's")
@pytest.mark.parametrize(("writer", "is_ours"), [("me", True), ("nobody", True), ("another", False)])
def test_a_ring_is_left_behind_unless_another_program_writes_it(
    mess: ExitStack, ring: Path, monkeypatch: pytest.MonkeyPatch, writer: str, *, is_ours: bool
) -> None:
    if writer != "me":
        monkeypatch.setattr(leaks, "_writer_of", {"nobody": lambda _: 0, "another": lambda _: 1}[writer])
    kind = next(kind for kind in leaks.watches() if kind.look is leaks.shared_memory)
    made: list[RingWriter] = []
    left = left_after(kind, mess, lambda _: made.append(RingWriter(ring, width=16, height=16)))
    assert (f"shared memory {ring}" in left) == is_ours


@pytest.mark.skipif(sys.platform != "linux", reason="memory as files is Linux's")
def test_the_writer_of_a_ring_is_known_by_its_lock(ring: Path) -> None:
    writer = RingWriter(ring, width=16, height=16)
    assert leaks._writer_of(str(writer.path)) == os.getpid()
    assert leaks._writer_of(__file__) == 0


def test_the_temporary_folder_belongs_to_this_run_alone_for_children_too() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", "import tempfile; print(tempfile.gettempdir())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.strip() == tempfile.gettempdir() == os.environ["TMPDIR"]
    assert Path(tempfile.gettempdir()).parent.name.startswith("honban-")


@pytest.mark.parametrize("host", [None, "", "localhost", b"localhost", "127.0.0.1", "127.8.8.8", "::1", "0.0.0.0"])
def test_this_machine_may_be_called(host: object) -> None:
    assert loopback.is_loopback(host)


@pytest.mark.parametrize(
    "host", ["example.com", "192.0.2.1", "10.0.0.1", "::ffff:8.8.8.8", "localhost.example", b"a.b"]
)
def test_nobody_else_may_be_called(host: object) -> None:
    assert not loopback.is_loopback(host)


def test_a_name_that_cannot_exist_is_unknown_without_asking() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("ingest.invalid", 1935)


def test_warnings_are_judged_against_what_was_announced() -> None:
    announced = Announced()
    announced("camera . lost")
    announced("disk full")
    assert announced.judge(["WARNING a: camera 3 lost", "ERROR b: boom"]) == [
        "unannounced log: ERROR b: boom",
        "announced log never came: disk full",
    ]


OFFENDERS = """
import logging, socket, threading

def test_thread():
    threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()

def test_log():
    logging.getLogger("desk").warning("camera lost")

def test_announced_log(expect_warning):
    expect_warning("camera lost")
    logging.getLogger("desk").warning("camera lost")

def test_swallowed_connection():
    with socket.socket() as connection:
        try:
            connection.connect(("192.0.2.1", 80))
        except BaseException:
            pass

def test_keyring():
    import keyring
    try:
        keyring.set_password("honban", "key", "secret")
    except keyring.errors.NoKeyringError:
        return
    raise AssertionError("a real keyring answered")
"""


def test_a_test_that_offends_fails_with_the_name_of_its_offence(tmp_path: Path) -> None:
    (tmp_path / "test_offenders.py").write_text(OFFENDERS, encoding="utf-8")
    options = ["-c", os.devnull, "-p", "tests.support.guards", "-p", "no:cacheprovider", "-p", "no:pytest-qt"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, f"--rootdir={tmp_path}", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
    )
    assert "5 passed, 3 errors" in run.stdout, run.stdout
    for words in (
        "left behind: thread “forgotten”",
        "unannounced log: WARNING desk: camera lost",
        "left this machine: address 192.0.2.1",
    ):
        assert words in run.stdout, run.stdout
