"""What passes between a loudspeaker and its child: sound as bytes one way, how it goes the other way."""

import struct
from typing import Literal, NamedTuple

import msgspec
import numpy as np

from console.errors import Message
from console.media.sound import Sound
from console.media.timebase import CHANNELS

_HEAD = struct.Struct("<qf")


class SpeakOrder(msgspec.Struct, frozen=True):
    """First word to the child."""

    device: str
    """Stable key. Another is never taken in its place."""


class Speaking(msgspec.Struct, frozen=True):
    """From the child, when it changes."""

    phase: Literal["playing", "waiting"]
    problem: Message | None = None
    """Why nothing is played."""


class Stretch(NamedTuple):
    """Samples for a moment."""

    sound: Sound
    on_air_us: int
    gain: float


def packed(stretch: Stretch) -> bytes:
    """As bytes."""
    return _HEAD.pack(stretch.on_air_us, stretch.gain) + stretch.sound.astype("<f4", copy=False).tobytes()


def unpacked(data: bytes) -> Stretch:
    """From bytes that `packed` made."""
    on_air_us, gain = _HEAD.unpack_from(data)
    sound = np.frombuffer(data, "<f4", offset=_HEAD.size).reshape(-1, CHANNELS)
    return Stretch(sound.astype(np.float32, copy=False), on_air_us, gain)
