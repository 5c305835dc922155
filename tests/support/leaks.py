"""What a test could leave behind, as sets that are compared before and after it."""

import contextlib
import ctypes
import gc
import multiprocessing
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

Traces = Mapping[object, str]
"""Identity of a thing -> its name for people."""

GRACE_S = 1.0
"""How long something may take to go away after its test; spent only when it is still there."""


def adopt_orphans() -> None:
    """Make this process the parent of every orphan below it, so that a killed child's own children are seen.

    Linux only (PR_SET_CHILD_SUBREAPER of prctl(2)); elsewhere orphans go unseen.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def threads() -> Traces:
    """Python threads that run. Threads that C libraries made are not ours to join."""
    return {
        thread: f"thread “{thread.name}”"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)
    }


def children() -> Traces:
    """Child processes that run, orphans included; the dead do not count."""
    found: dict[object, str] = {}
    for pid in _child_pids():
        with contextlib.suppress(psutil.Error, ChildProcessError):
            process = psutil.Process(pid)
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            line = " ".join(process.cmdline()) or process.name()
            if "multiprocessing.resource_tracker" not in line:
                found[pid, process.create_time()] = f"process {pid} ({line[:200]})"
    return found


def reap() -> None:
    """Collect the dead, orphans among them; those of multiprocessing by its own hand first."""
    multiprocessing.active_children()
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def sockets() -> Traces:
    """Open sockets of this process: connections, listeners, socket pairs (pipes of multiprocessing, event loops)."""
    if not Path("/proc/self/fd").is_dir():
        connections = psutil.Process().net_connections("all")
        return {(c.fd, c.laddr): f"socket {c.laddr} → {c.raddr} {c.status}" for c in connections}
    found: dict[object, str] = {}
    for number in os.listdir("/proc/self/fd"):  # noqa: PTH208 - a directory that changes while it is read
        with contextlib.suppress(OSError):
            link = os.readlink(f"/proc/self/fd/{number}")  # noqa: PTH115 - a third of the cost of a Path
            if link.startswith("socket:"):
                found[link] = number
    return found


def files(*folders: Path) -> Traces:
    """Entries of the folders that tests may use without asking, and of shared memory."""
    return {
        path: f"file {path}"
        for folder in folders
        for path in (folder.iterdir() if folder.is_dir() else ())
        if not path.name.startswith("pymp-")  # multiprocessing's own, one a process, gone at its exit
    }


def shared_memory() -> Traces:
    """Files in memory, where rings and monitors live. A suspect is checked for being another program's."""
    folder = "/dev/shm"
    names = os.listdir(folder) if sys.platform == "linux" else ()  # noqa: PTH208 - cheap, at every test
    return {f"{folder}/{name}": f"shared memory {folder}/{name}" for name in names}


@dataclass(frozen=True, slots=True)
class Watch:
    """One kind of trace: how to see it, and how to say more about suspects; who is left out is not ours after all."""

    look: Callable[[], Traces]
    describe: Callable[[Traces], list[str]] = lambda suspects: list(suspects.values())


def watches(*folders: Path) -> tuple[Watch, ...]:
    """All kinds, for a process whose tests may write to `folders`."""
    return (
        Watch(children),
        Watch(threads),
        Watch(sockets, lambda suspects: [_socket_in_words(number) for number in suspects.values()]),
        Watch(lambda: files(*folders)),
        Watch(shared_memory, _unless_another_program_uses_them),
    )


@contextlib.contextmanager
def nothing_left(kinds: tuple[Watch, ...], *, grace_s: float = GRACE_S) -> Iterator[list[str]]:
    """Yields a list that holds, afterwards, the names of what was not there before and is there still."""
    before = [set(kind.look()) for kind in kinds]
    left: list[str] = []
    yield left
    for kind, known in zip(kinds, before, strict=True):
        left += _remaining(kind, known, grace_s)
    reap_strangers(before[0])


def reap_strangers(known: set[object]) -> None:
    """Collect dead children, unless some from before the test run on, whose owner waits for them."""
    if not known:
        reap()


def end_children(known: Traces) -> None:
    """Kill the children that are not in `known`, so that one leak does not spoil the tests after it."""
    for key in children().keys() - known.keys():
        assert isinstance(key, tuple)
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(key[0])
            process.kill()
            process.wait(GRACE_S)


def _remaining(kind: Watch, known: set[object], grace_s: float) -> list[str]:
    deadline = time.monotonic() + grace_s
    collected = False
    while remaining := _new(kind, known):
        if not collected:
            gc.collect()  # Why: a socket in a reference cycle closes here, with the ResourceWarning that names it.
            collected = True
        elif time.monotonic() > deadline:
            break
        time.sleep(0.01)
    return remaining


def _new(kind: Watch, known: set[object]) -> list[str]:
    """In words. Only ours: nobody waits for what another program, a test beside this one too, has and keeps."""
    suspects = {key: name for key, name in kind.look().items() if key not in known}
    return kind.describe(suspects) if suspects else []


def _child_pids() -> list[int]:
    try:
        tasks = os.listdir("/proc/self/task")  # noqa: PTH208 - a tenth of psutil's walk over all processes
        lists = [Path(f"/proc/self/task/{task}/children").read_text() for task in tasks]
    except OSError:
        return [process.pid for process in psutil.Process().children()]
    return [int(pid) for line in lists for pid in line.split()]


def _socket_in_words(number: str) -> str:
    try:
        copy = socket.socket(fileno=os.dup(int(number)))
    except OSError:
        return f"socket {number}"
    with copy:
        here, there = (_address(ask) for ask in (copy.getsockname, copy.getpeername))
        listening = copy.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) if sys.platform == "linux" else 0
        return f"{'listener' if listening else 'socket'} {here or copy.family.name} → {there or '—'} (fd {number})"


def _address(ask: Callable[[], object]) -> str:
    try:
        return str(ask() or "")
    except OSError:
        return ""


def _unless_another_program_uses_them(suspects: Traces) -> list[str]:
    """Why locks first: the maps of all processes are slow to read, and whoever writes a ring has it locked."""
    mine = {os.getpid(), *(child.pid for child in psutil.Process().children(recursive=True))}
    left = {str(path): name for path, name in suspects.items() if _writer_of(str(path)) in {0, *mine}}
    for process in psutil.process_iter() if left else ():
        if process.pid not in mine:
            with contextlib.suppress(psutil.Error, OSError):
                maps = Path(f"/proc/{process.pid}/maps").read_text()
                left = {path: name for path, name in left.items() if path not in maps}
    return [name for path, name in left.items() if Path(path).exists()]


def _writer_of(path: str) -> int:
    """Process that has the file locked; 0: none."""
    with contextlib.suppress(OSError):
        inode = f":{Path(path).stat().st_ino}"
        for line in Path("/proc/locks").read_text().splitlines():
            words = line.split()
            if words[1] == "FLOCK" and words[5].endswith(inode):
                return int(words[4])
    return 0
