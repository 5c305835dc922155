"""The sound library, where it is installed, and the inputs it knows by names that survive a re-plug."""

import importlib
import threading
from dataclasses import dataclass
from typing import Any

from console.errors import ConsoleError
from console.words.capture import MICROPHONE_ABSENT, SOUND_LIBRARY_MISSING

_lock = threading.Lock()
_open_streams = 0


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """A sound input as PortAudio sees it now."""

    index: int
    """Of this moment only: it changes when something is plugged in."""
    name: str
    host: str
    """The system's sound interface: ALSA, WASAPI, Core Audio ..."""
    channels: int
    rate_hz: int
    is_default: bool = False

    @property
    def key(self) -> str:
        """Stable identity, kept in settings."""
        return f"{self.host}: {self.name}"


def library() -> Any:
    """The module `sounddevice`; raises `ConsoleError` where PortAudio is missing."""
    try:
        return importlib.import_module("sounddevice")
    except (OSError, ImportError) as error:
        raise ConsoleError(SOUND_LIBRARY_MISSING(reason=str(error)[:200])) from error


def inputs() -> list[SoundDevice]:
    """All inputs, as listed when the library last looked."""
    sounddevice = library()
    hosts = [str(host["name"]) for host in sounddevice.query_hostapis()]
    default = sounddevice.default.device[0]
    return [
        SoundDevice(
            int(device["index"]),
            str(device["name"]),
            hosts[device["hostapi"]],
            int(device["max_input_channels"]),
            round(device["default_samplerate"]),
            is_default=device["index"] == default,
        )
        for device in sounddevice.query_devices()
        if device["max_input_channels"] > 0
    ]


def input_of(key: str) -> SoundDevice:
    """The input with this identity; raises `ConsoleError` if it is absent. Looks anew unless a stream is open."""
    sounddevice = library()
    with _lock:
        if _open_streams == 0:
            # Why: PortAudio looks for devices only when it starts, and stops every stream when it ends.
            sounddevice._terminate()  # noqa: SLF001 - the library has no public way
            sounddevice._initialize()  # noqa: SLF001
        known = {each.key: each for each in inputs()}
    if key not in known:
        raise ConsoleError(MICROPHONE_ABSENT(device=key[:200]))
    return known[key]


def count_stream(change: int) -> None:
    """A stream was opened (+1) or closed (-1)."""
    global _open_streams  # noqa: PLW0603 - the library itself is one for the whole process
    with _lock:
        _open_streams += change
