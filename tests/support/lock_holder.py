"""A program that holds the engine's lock until it is killed: `python -m tests.support.lock_holder FOLDER`."""

import sys
from pathlib import Path

from console.library.lock import EngineLock

if __name__ == "__main__":
    lock = EngineLock(Path(sys.argv[1]))
    lock.acquire(started_us=42)
    sys.stdout.write("held\n")
    sys.stdout.flush()
    sys.stdin.read()
