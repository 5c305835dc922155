"""The words after a rehearsal: from figures to sentences."""

import msgspec

from console.errors import Message
from console.rehearsal.judge import LipSync
from console.rehearsal.received import PicturesReceived, Received
from console.words import rehearsal as words

MAX_MISSING = 2
"""Pictures: what the plan of the house allows in a minute of two destinations and a recording."""
MAX_LIP_SYNC_MS = 40.0
"""From here on viewers begin to notice (ITU-R BT.1359 puts sound that leads at 45 ms)."""
QUIET_LUFS, LOUD_LUFS = -30.0, -8.0
SILENT_LUFS = -69.0
SLOW_FPS = 0.97
"""Part of the wanted rate."""


class DestinationFigures(msgspec.Struct, frozen=True):
    """How one destination did."""

    name: str
    was_live: bool
    """It was live at the end."""
    reconnects: int = 0


class RehearsalFigures(msgspec.Struct, frozen=True):
    """What a rehearsal came to."""

    on_air_s: float
    fps: float
    """Wanted, pictures a second."""
    received: Received | None
    """None: the receiver could not be asked."""
    destinations: tuple[DestinationFigures, ...] = ()
    recording: str = ""
    """Path; empty without one."""
    contact_sheet: str = ""
    """Path; empty without one."""


def summary(figures: RehearsalFigures) -> list[Message]:
    """Sentences for people, the verdict last; its reasons stand before it."""
    sentences = [words.SUMMARY_ON_AIR(seconds=round(figures.on_air_s, 1))]
    if figures.received is not None and figures.received.pictures.count:
        sentences += _seen(figures.received) + _heard(figures.received)
    sentences += [_destination(destination) for destination in figures.destinations]
    if figures.recording:
        sentences.append(words.SUMMARY_RECORDING(path=figures.recording))
    if figures.contact_sheet:
        sentences.append(words.SUMMARY_CONTACT_SHEET(path=figures.contact_sheet))
    complaints = problems(figures)
    return [*sentences, *complaints, words.SUMMARY_ALL_WELL() if not complaints else words.SUMMARY_NOT_YET()]


def problems(figures: RehearsalFigures) -> list[Message]:
    """What has to be put right before the show; empty: it is ready."""
    complaints = [words.PROBLEM_DESTINATION(name=d.name) for d in figures.destinations if not d.was_live]
    received = figures.received
    if received is None:
        return [*complaints, words.PROBLEM_NO_RECEIVER()]
    if not received.pictures.count:
        return [*complaints, received.problem or words.PROBLEM_NO_PICTURE()]
    return complaints + _picture_problems(received, figures.fps) + _sound_problems(received)


def _seen(received: Received) -> list[Message]:
    pictures, ticks = received.pictures, received.ticks
    sentences = [
        words.SUMMARY_PICTURE(
            width=pictures.width, height=pictures.height, fps=round(pictures.fps, 2), kbps=round(received.kbps)
        )
    ]
    if ticks.seen:
        sentences.append(words.SUMMARY_TICKS(seen=ticks.seen, missing=ticks.missing, repeated=ticks.repeated))
    return sentences


def _heard(received: Received) -> list[Message]:
    sentences = []
    if (sync := received.lip_sync).median_ms is not None and sync.p95_ms is not None:
        sentences.append(words.SUMMARY_LIP_SYNC(median_ms=round(sync.median_ms, 1), p95_ms=round(sync.p95_ms, 1)))
    if (lufs := received.sound.loudness_lufs) is not None and lufs > SILENT_LUFS:
        sentences.append(words.SUMMARY_LOUDNESS(lufs=round(lufs, 1)))
    return sentences


def _destination(destination: DestinationFigures) -> Message:
    if not destination.was_live:
        return words.SUMMARY_DESTINATION_LOST(name=destination.name)
    if destination.reconnects:
        return words.SUMMARY_DESTINATION_RETURNED(name=destination.name, reconnects=destination.reconnects)
    return words.SUMMARY_DESTINATION(name=destination.name)


def _picture_problems(received: Received, fps: float) -> list[Message]:
    pictures: PicturesReceived = received.pictures
    complaints = []
    if (missing := max(received.ticks.missing, pictures.gaps)) > MAX_MISSING:
        complaints.append(words.PROBLEM_MISSING(missing=missing))
    if pictures.fps and pictures.fps < fps * SLOW_FPS:
        complaints.append(words.PROBLEM_SLOW(fps=round(pictures.fps, 2), wanted=round(fps, 2)))
    if pictures.decoded and not pictures.is_bt709:
        complaints.append(words.PROBLEM_COLOURS())
    if received.problem is not None:
        complaints.append(received.problem)
    return complaints


def _sound_problems(received: Received) -> list[Message]:
    sync: LipSync = received.lip_sync
    lufs = received.sound.loudness_lufs
    complaints = []
    if not received.sound.seconds or lufs is None or lufs <= SILENT_LUFS:
        complaints.append(words.PROBLEM_SILENT())
    elif lufs < QUIET_LUFS:
        complaints.append(words.PROBLEM_QUIET(lufs=round(lufs, 1)))
    elif lufs > LOUD_LUFS:
        complaints.append(words.PROBLEM_LOUD(lufs=round(lufs, 1)))
    if sync.p95_ms is not None and sync.p95_ms > MAX_LIP_SYNC_MS:
        complaints.append(words.PROBLEM_LIP_SYNC(p95_ms=round(sync.p95_ms)))
    return complaints
