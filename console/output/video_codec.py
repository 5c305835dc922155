"""Opens encoders of pictures with the settings that a live stream needs.

Source: libx264 has different SPS/PPS from preset to preset unless these parameters are fixed; with them headers are
identical from ultrafast to faster, so the preset can change in mid-show.
"""

from fractions import Fraction
from typing import get_args

import av

from console.errors import ConsoleError
from console.model.destination import Preset, Rendition
from console.words.output import ENCODER_REFUSED

X264 = "libx264"
PRESETS: tuple[Preset, ...] = get_args(Preset)
"""From the cheapest to the best."""
GOP_S = 2
X264_PARAMS = (
    "cabac=1:8x8dct=1:weightp=0:ref=1:bframes=0:scenecut=0:open-gop=0"
    # Why: each of these holds pictures back otherwise, "faster" as many as 21.
    ":force-cfr=1:rc-lookahead=0:sync-lookahead=0:mbtree=0"
)
THREADS = 2
"""Each with a slice of the picture: threads with a picture each would hold one back."""
BT709, LIMITED = 1, 1


def opened(rendition: Rendition, rate: Fraction, *, name: str, preset: str) -> av.VideoCodecContext:
    """An open encoder of the rendition's canvas; raises `ConsoleError`. Holds the interpreter for 3 to 10 ms."""
    try:
        codec = av.CodecContext.create(name, "w")
        assert isinstance(codec, av.VideoCodecContext)
        configure(codec, rendition, rate, preset=preset)
        codec.open()
    except (av.error.FFmpegError, ValueError) as error:
        raise ConsoleError(ENCODER_REFUSED(encoder=name, reason=reason_of(error))) from error
    return codec


def configure(codec: av.VideoCodecContext, rendition: Rendition, rate: Fraction, *, preset: str) -> None:
    """All settings of an encoder that is not open yet."""
    codec.width, codec.height = rendition.canvas.width, rendition.canvas.height
    # Why: not every hardware takes planes; the conversion also gives each picture memory of its own, which an
    # encoder that works in the background may go on reading while the mixer writes the next one.
    codec.pix_fmt = "yuv420p" if codec.name == X264 else "nv12"
    codec.framerate, codec.time_base = rate, 1 / rate
    codec.colorspace = codec.color_primaries = codec.color_trc = BT709
    codec.color_range = LIMITED
    codec.gop_size = gop_of(rate)
    codec.bit_rate = rendition.video_kbps * 1000
    codec.flags |= av.codec.context.Flags.global_header
    codec.options = _options(rendition, name=codec.name, preset=preset)
    if codec.name == X264:
        codec.thread_count, codec.thread_type = THREADS, "SLICE"


def reason_of(error: Exception) -> str:
    """libav's own words, without the call that it was."""
    return str(getattr(error, "strerror", None) or error)


def gop_of(rate: Fraction) -> int:
    """Pictures from keyframe to keyframe."""
    return round(rate * GOP_S)


def cheaper(preset: str) -> Preset | None:
    """The next cheaper preset; None below the cheapest."""
    place = PRESETS.index(preset) if preset in PRESETS else 0
    return PRESETS[place - 1] if place > 0 else None


def _options(rendition: Rendition, *, name: str, preset: str) -> dict[str, str]:
    rate = {"maxrate": f"{rendition.video_kbps}k", "bufsize": f"{rendition.video_kbps}k", "bf": "0"}
    if name != X264:
        return rate
    return {**rate, "preset": preset, "sc_threshold": "0", "x264-params": X264_PARAMS}
