"""What the engine and a child that grabs pictures say to each other."""

from dataclasses import dataclass, field
from typing import Literal

from console.errors import Message


@dataclass(frozen=True, slots=True)
class Order:
    """First word of the engine: what to open. It goes through the pipe, since an address may hold a password."""

    name: str
    via: Literal["av", "opencv"]
    input: str | int = field(repr=False)
    """Device, file or address; an index for OpenCV."""
    ring: str
    """Path of the rings to make, without its number."""
    at_most: tuple[int, int]
    """Width and height of the canvas: larger pictures are made smaller until they just cover it."""
    latency_us: int
    format: str | None = None
    """FFmpeg's name of the kind of device; None for files and addresses."""
    attempts: tuple[dict[str, str], ...] = ({},)
    """Options for FFmpeg, tried in this order."""
    paced: bool = False
    """Pictures carry a time of their own and are played by it; else they are as old as their arrival."""
    loop: bool = False
    sound: bool = False
    patience_s: float = 8.0
    """For connecting, and for a reading that brings nothing."""
    size: tuple[int, int] | None = None
    """Width and height to ask OpenCV's device for."""
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """It runs; this is what it gives."""

    has_picture: bool
    has_sound: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """From now on pictures come through this ring."""

    path: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Some sound: float32, two channels, 48 kHz."""

    taken_us: int
    samples: bytes


@dataclass(frozen=True, slots=True)
class Trouble:
    """The last word: why nothing more will come."""

    message: Message
