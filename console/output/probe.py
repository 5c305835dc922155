"""Which encoders of pictures work on this machine. Waits for a child process: not for the control thread."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection

import av

from console.errors import Message
from console.media.child import Child
from console.output.probe_child import try_encoders
from console.output.video_codec import X264
from console.words.output import ENCODER_CRASHED, ENCODER_HUNG, ENCODER_UNUSABLE, ENCODER_WORKS

AUTO = "auto"
HARDWARE = ("h264_nvenc", "h264_qsv", "h264_amf", "h264_videotoolbox")
"""In the order in which they are preferred."""
START_S = 10.0
"""For the child to be there and try the first."""
ENCODER_S = 5.0
"""For each further one."""

Tries = Callable[[Connection, Sequence[str]], None]


@dataclass(frozen=True, slots=True)
class Probed:
    """One encoder, tried."""

    name: str
    works: bool
    verdict: Message
    """In words, for `honban doctor`."""


def resolved(encoder: str) -> str:
    """The encoder to use where a rendition names this one: "auto" is the first that works."""
    if encoder != AUTO:
        return encoder
    if not compiled_in():
        return X264
    return next((probed.name for probed in probed_encoders() if probed.works), X264)


def compiled_in() -> tuple[str, ...]:
    """Hardware encoders that this build of libav knows, whether the machine has the hardware or not."""
    return tuple(name for name in HARDWARE if name in av.codecs_available)


def probed_encoders() -> tuple[Probed, ...]:
    """All that could be chosen, best first; tried once a run, at the first question."""
    with _asking:
        return _probed_once()


def probe(
    names: Sequence[str], *, tries: Tries = try_encoders, start_s: float = START_S, encoder_s: float = ENCODER_S
) -> tuple[Probed, ...]:
    """Try these, in their order; one that hangs is killed, and the rest goes on without it."""
    found: list[Probed] = []
    while len(found) < len(names):
        found += _tried(names[len(found) :], tries, start_s, encoder_s)
    return tuple(found)


_asking = threading.Lock()


@cache
def _probed_once() -> tuple[Probed, ...]:
    return probe((*compiled_in(), X264))


def _tried(names: Sequence[str], tries: Tries, start_s: float, encoder_s: float) -> list[Probed]:
    """What one child says, up to and with the first that ends it."""
    child = Child("encoder probe", tries, tuple(names))
    found: list[Probed] = []
    within_s = start_s
    try:
        for name in names:
            if not child.pipe.poll(within_s):
                return [
                    *found,
                    Probed(name, works=False, verdict=ENCODER_HUNG(encoder=name, seconds=round(within_s))),
                ]
            found.append(_verdict(name, child.pipe.recv()))
            within_s = encoder_s
    except (EOFError, OSError):
        name = names[len(found)]
        return [*found, Probed(name, works=False, verdict=ENCODER_CRASHED(encoder=name))]
    finally:
        child.kill()
    return found


def _verdict(name: str, problem: str) -> Probed:
    if problem:
        return Probed(name, works=False, verdict=ENCODER_UNUSABLE(encoder=name, reason=problem))
    return Probed(name, works=True, verdict=ENCODER_WORKS(encoder=name))
