"""The receiver's judgement, of a file."""

from pathlib import Path

import msgspec

from console.errors import ConsoleError
from console.rehearsal.judge import Spot
from console.rehearsal.received import Received
from console.rehearsal.viewer import Effort, Viewer
from console.words.rehearsal import FILE_MISSING


def judge_file(path: Path, *, effort: Effort = "full", spots: tuple[Spot, ...] = ()) -> Received:
    """Look at a recording (Matroska, MP4, FLV …) as the receiver looks at a stream; takes as long as decoding it.

    A file that is cut off is judged as far as it goes. Raises `ConsoleError` if there is nothing to be seen in it.
    """
    if not path.is_file():
        raise ConsoleError(FILE_MISSING(path=str(path)))
    viewer = Viewer(effort=effort, spots=spots)
    viewer.watch(str(path))
    received = viewer.received()
    if received.problem is not None and not received.pictures.count and not received.sound.seconds:
        raise ConsoleError(received.problem)
    return msgspec.structs.replace(received, connections=1)
