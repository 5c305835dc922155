"""What the receiving side saw and heard, as figures."""

import msgspec

from console.errors import Message
from console.rehearsal.judge import ColourSeen, LipSync, Ticks


class Thumbnail(msgspec.Struct, frozen=True):
    """A small picture of what was received."""

    at_s: float
    """Seconds of the stream, reconnects counted through."""
    jpeg: bytes


class PicturesReceived(msgspec.Struct, frozen=True):
    """The video as it arrived."""

    codec: str = ""
    width: int = 0
    """In pixels, of the newest picture."""
    height: int = 0
    sizes: int = 0
    """Different sizes seen: more than one means that the picture changed size in mid-show."""
    count: int = 0
    """Pictures that arrived."""
    decoded: int = 0
    """Of these, looked at; the others were only counted."""
    broken: int = 0
    """Packets that could not be decoded."""
    fps: float = 0.0
    gaps: int = 0
    """Intervals longer than one and a half of the usual one: pictures that never came."""
    longest_gap_ms: float = 0.0
    keyframe_interval_s: float = 0.0
    """The usual one; 0 with fewer than two keyframes."""
    longest_keyframe_interval_s: float = 0.0
    matrix: str = ""
    """Colour matrix as tagged: "bt709", "smpte170m" …; "unknown" where the stream does not say."""
    primaries: str = ""
    transfer: str = ""
    is_limited_range: bool = False

    @property
    def is_bt709(self) -> bool:
        """All colour tags say BT.709 limited range, as platforms show HD."""
        return {self.matrix, self.primaries, self.transfer} == {"bt709"} and self.is_limited_range


class SoundReceived(msgspec.Struct, frozen=True):
    """The audio as it arrived."""

    codec: str = ""
    rate_hz: int = 0
    channels: int = 0
    seconds: float = 0.0
    gaps: int = 0
    """Places where the time stamps jump by more than 20 ms against the samples."""
    broken: int = 0
    """Packets that could not be decoded."""
    loudness_lufs: float | None = None
    """Integrated loudness, EBU R 128; None before 400 ms of sound, -70 or less is silence."""


class Glance(msgspec.Struct, frozen=True):
    """What a receiver sees at this moment, told quickly."""

    decoded: int = 0
    """Pictures that were looked at so far."""
    picture_age_s: float | None = None
    """Since the newest of them was decoded; None before the first."""
    is_receiving: bool = False
    """A publisher is on."""


class Received(msgspec.Struct, frozen=True):
    """Everything one receiver, or one look at a file, can say. Times are the stream's own unless they say wall."""

    connections: int = 0
    """Publishes accepted; more than one: the publisher came back."""
    refused: int = 0
    """Publishes turned away while another key was on."""
    is_receiving: bool = False
    """A publisher is on now."""
    first_picture_wall_us: int | None = None
    """Unix time at which the first keyframe was here as a whole."""
    seconds: float = 0.0
    """Length of the stream, what lay between connections left out."""
    size_bytes: int = 0
    """Video and audio, without the transport."""
    kbps: float = 0.0
    pictures: PicturesReceived = PicturesReceived()
    sound: SoundReceived = SoundReceived()
    ticks: Ticks = Ticks()
    """Tick numbers read from the pictures; `seen` is 0 when none carried any."""
    lip_sync: LipSync = LipSync()
    colours: tuple[ColourSeen, ...] = ()
    problem: Message | None = None
    """Why the newest stream could not be read."""
    thumbnails: tuple[Thumbnail, ...] = ()
