"""A program that records until it is killed: `python -m tests.support.recording_engine PATH`.

Prints its recorder's process id and puts a film; then it holds the file open.
"""

import sys
from pathlib import Path

from console.output.recorder import Recorder
from tests.support import tags
from tests.support.eventually import eventually


def main(path: Path) -> None:
    """For ever."""
    film = tags.film()
    recorder = Recorder(path, tags.headers(film), stop_free_bytes=0)
    for tag in tags.media(film):
        recorder.put(tag)
    eventually(lambda: tags.mostly_written(path, film))
    sys.stdout.write(f"{recorder._child.pid}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
