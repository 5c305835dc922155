"""Where the stream goes, and how each encode of it is made."""

from typing import Literal

from console.errors import Message
from console.model.base import Entity, Noun
from console.model.canvas import Canvas
from console.model.planning import Policy

Preset = Literal["ultrafast", "superfast", "veryfast", "faster"]


class Rendition(Entity, frozen=True):
    """One canvas, one overlay policy, one encode. Any number of destinations share it."""

    canvas: Canvas = Canvas()
    encoder: str = "auto"
    """"auto" takes the first that the probe found good; else a libav encoder's name."""
    preset: Preset = "superfast"
    video_kbps: int = 4000
    audio_kbps: int = 128
    hide: tuple[str, ...] = ()
    """Kinds of overlays that this rendition never shows."""


class Destination(Entity, frozen=True):
    """One server and one key at it."""

    name: str
    server: str
    """rtmp:// or rtmps:// address without the key."""
    key: str = ""
    """Reference of the key in the vault, never the key; empty: none was stored yet."""
    rendition: str = "main"
    platform: str = ""
    """Name of the platform, for its safe areas; empty: unknown."""
    policy: Policy = Policy()
    viewers_delay_s: float = 0.0
    """How far its viewers are behind."""
    ca_file: str = ""
    """Own certificate authority (PEM); empty: the system's."""


class DestinationStatus(Noun, frozen=True):
    """What is known of a destination. High-rate figures are not here; see `supervise.health`."""

    wanted: bool = False
    phase: Literal["stopped", "connecting", "live", "retrying", "rejected"] = "stopped"
    proven: bool = False
    """Was live with this key at least once; from then on every failure is retried."""
    since_us: int = 0
    """Wall time of the last change of phase."""
    attempts: int = 0
    """Failed in a row."""
    reconnects: int = 0
    """Became live again after having been live."""
    retry_at_us: int = 0
    """Wall time of the next attempt, while retrying."""
    problem: Message | None = None
    """The last failure."""
