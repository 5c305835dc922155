"""What the listing child runs: each target sends a list of devices, or a message that says why there is none."""

import sys
from multiprocessing.connection import Connection

from capture import portaudio
from console.errors import ConsoleError
from console.ports.source import Device


def microphones(pipe: Connection) -> None:
    """Sound inputs. The system's default is listed by its own name like every other."""
    try:
        pipe.send([Device(each.key, each.name, {"device": each.key}) for each in portaudio.inputs()])
    except ConsoleError as error:
        pipe.send(error.message)


def outputs(pipe: Connection) -> None:
    """Sound outputs, all by their own names like the inputs."""
    try:
        pipe.send([Device(each.key, each.name, {"device": each.key}) for each in portaudio.outputs()])
    except ConsoleError as error:
        pipe.send(error.message)


def cameras(pipe: Connection) -> None:
    """Cameras of Windows and macOS."""
    pipe.send([device for device in _video_inputs() if not device.name.startswith("Capture screen")])


def screens(pipe: Connection) -> None:
    """Screens of macOS."""
    found = [device for device in _video_inputs() if device.name.startswith("Capture screen")]
    pipe.send([Device(each.key, each.name, {"screen": str(each.settings["device"])}) for each in found])


def _video_inputs() -> list[Device]:
    import av.device  # noqa: PLC0415 - a child loads only what it uses

    kind = "dshow" if sys.platform == "win32" else "avfoundation"
    listed = av.device.enumerate_input_devices(kind)
    return [
        Device(f"{kind}:{each.name}", each.description or each.name, {"device": each.description or each.name})
        for each in listed
        if not each.media_types or "video" in each.media_types
    ]
