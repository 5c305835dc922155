"""Checks of Honban's own parts: drivers, encoders, file formats."""

from importlib.metadata import entry_points
from multiprocessing import Pipe

from console.doctor.check import Check, Finding, failed, passed, reason_of, warned
from console.words.doctor import (
    DRIVER_GOOD,
    DRIVER_NOT_LOADED,
    DRIVER_STRANGE,
    DRIVERS_ABSENT,
    ENCODER_BROKEN,
    ENCODER_GOOD,
    ENCODER_MUTE,
    FORMATS_ABSENT,
    FORMATS_GOOD,
    GROUP_ENCODERS,
    GROUP_GRAPHICS,
    GROUP_SOURCES,
    HARDWARE_ABSENT,
    HARDWARE_GOOD,
    INSTALL_AGAIN,
    REMOVE_DRIVER,
    TITLE_DRIVERS,
    TITLE_FORMATS,
    TITLE_HARDWARE,
)

SOURCES, OVERLAYS = "honban.sources", "honban.overlays"
FORMATS = ("flv", "matroska", "mp4")
_OURS = "honban"


def checks() -> list[Check]:
    """Drivers as installed, then what makes the stream."""
    return [
        *_drivers(SOURCES),
        *_drivers(OVERLAYS),
        Check("encoder.libx264", GROUP_ENCODERS(), "H.264 (libx264)", picture_encoder, is_critical=True),
        Check("encoder.aac", GROUP_ENCODERS(), "AAC", sound_encoder, is_critical=True),
        Check("encoder.hardware", GROUP_ENCODERS(), TITLE_HARDWARE(), hardware),
        Check("encoder.formats", GROUP_ENCODERS(), TITLE_FORMATS(), formats, is_critical=True),
    ]


def _drivers(group: str) -> list[Check]:
    heading = GROUP_SOURCES() if group == SOURCES else GROUP_GRAPHICS()
    return [
        Check(f"{group}.{kind}", heading, kind, driver, (group, kind), is_critical=_is_ours(point.dist))
        for kind, point in {each.name: each for each in entry_points(group=group)}.items()
    ] or [Check(group, heading, TITLE_DRIVERS(), no_drivers, is_critical=True)]


def driver(group: str, kind: str) -> Finding:
    """Its module loads and holds a descriptor of the right sort."""
    from console.drivers import points, row  # noqa: PLC0415 - a broken library is this check's finding only
    from console.ports.overlay import OverlayDriver  # noqa: PLC0415
    from console.ports.source import SourceDriver  # noqa: PLC0415

    found, port = row(group, kind), SourceDriver if group == SOURCES else OverlayDriver
    point = points(group)[kind]
    advice = INSTALL_AGAIN() if _is_ours(point.dist) else REMOVE_DRIVER(module=point.module)
    if found.driver is None:
        return failed(DRIVER_NOT_LOADED(reason=found.reason[:300]), advice)
    if not isinstance(found.driver, port):
        return failed(DRIVER_STRANGE(name=type(found.driver).__name__), advice)
    return passed(DRIVER_GOOD(module=point.module))


def no_drivers() -> Finding:
    """The packages are there and their entry points are not."""
    return failed(DRIVERS_ABSENT(), INSTALL_AGAIN())


def picture_encoder() -> Finding:
    """Opened as for a show, and pictures encoded."""
    problem = _problem_of("libx264")
    return failed(ENCODER_BROKEN(reason=problem), INSTALL_AGAIN()) if problem else passed(ENCODER_GOOD())


def sound_encoder() -> Finding:
    """Opened as for a show, and silence encoded."""
    import av  # noqa: PLC0415

    codec = av.CodecContext.create("aac", "w")
    assert isinstance(codec, av.AudioCodecContext)
    codec.sample_rate, codec.layout, codec.format, codec.bit_rate = 48_000, "stereo", "fltp", 128_000
    frame = av.AudioFrame("fltp", "stereo", 1024)
    frame.sample_rate, frame.pts = 48_000, 0
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    try:
        size = sum(packet.size for packet in [*codec.encode(frame), *codec.encode(None)])
    except av.error.FFmpegError as error:
        return failed(ENCODER_BROKEN(reason=reason_of(error)), INSTALL_AGAIN())
    return passed(ENCODER_GOOD()) if size else failed(ENCODER_MUTE(), INSTALL_AGAIN())


def hardware() -> Finding:
    """Which of the graphics card's encoders work. None is no fault: libx264 does it."""
    from console.output.probe import compiled_in  # noqa: PLC0415

    working = [name for name in compiled_in() if not _problem_of(name)]
    return passed(HARDWARE_GOOD(names=", ".join(working)) if working else HARDWARE_ABSENT())


def formats() -> Finding:
    """What streams and recordings are written as."""
    import av  # noqa: PLC0415

    absent = [name for name in FORMATS if name not in av.formats_available]
    if not absent:
        return passed(FORMATS_GOOD(names=", ".join(FORMATS)))
    tell = failed if "flv" in absent else warned
    return tell(FORMATS_ABSENT(names=", ".join(absent)), INSTALL_AGAIN())


def _problem_of(encoder: str) -> str:
    """Why it does not work, empty if it does. Tried here and now: a check is in a child already."""
    from console.output.probe_child import try_encoders  # noqa: PLC0415

    near, far = Pipe()
    with near, far:
        try_encoders(far, (encoder,))
        return str(near.recv())


def _is_ours(dist: object) -> bool:
    return getattr(dist, "name", _OURS) == _OURS
