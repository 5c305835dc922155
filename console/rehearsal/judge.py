"""What tick numbers, flashes, beeps and colours say about a show. Pure folds: figures in, figures out."""

from collections.abc import Sequence
from statistics import median

import msgspec

RESTART_TICKS = 90
"""A number this far below the newest one is a clock that began again, not a late picture."""
REMEMBERED_ABSENT = 64
"""How many missing numbers are remembered in case they come late."""
PAIRING_US = 450_000
"""Flash and beep come once a second: further apart than this they are not the same second."""
MIN_DRIFT_SPAN_US = 3_000_000
"""Over less, the rounding of time stamps says more than the drift."""


class Ticks(msgspec.Struct, frozen=True):
    """How the tick numbers of one stream of pictures followed one another."""

    seen: int = 0
    """Pictures whose number could be read."""
    unread: int = 0
    """Pictures that carried no readable number, or that nobody looked at."""
    missing: int = 0
    """Numbers that never came, pictures without a number taken into account."""
    repeated: int = 0
    """Pictures with the number of the one before."""
    out_of_order: int = 0
    """Pictures that came after a later one."""
    restarts: int = 0
    """Times the numbers began again."""
    first: int | None = None
    newest: int | None = None
    blind: int = 0
    """Pictures without a number since the newest."""
    absent: tuple[int, ...] = ()
    """The newest missing numbers."""


def ticks_after(ticks: Ticks, tick: int | None) -> Ticks:
    """`ticks` with one more picture, in order of presentation; None: it showed no number."""
    if tick is None:
        return msgspec.structs.replace(ticks, unread=ticks.unread + 1, blind=ticks.blind + 1)
    ticks = msgspec.structs.replace(ticks, seen=ticks.seen + 1)
    if ticks.newest is None:
        first = tick if ticks.first is None else ticks.first
        return msgspec.structs.replace(ticks, first=first, newest=tick, blind=0)
    if tick > ticks.newest:
        return _ahead(ticks, tick, ticks.newest)
    if tick == ticks.newest:
        return msgspec.structs.replace(ticks, repeated=ticks.repeated + 1)
    if ticks.newest - tick > RESTART_TICKS:
        return msgspec.structs.replace(ticks, restarts=ticks.restarts + 1, newest=tick, blind=0, absent=())
    return _late(ticks, tick)


def ticks_cut(ticks: Ticks) -> Ticks:
    """`ticks` at the end of a connection: what was lost between two connections is not counted as missing."""
    return msgspec.structs.replace(ticks, newest=None, blind=0, absent=())


def _ahead(ticks: Ticks, tick: int, newest: int) -> Ticks:
    missing = max(0, tick - newest - 1 - ticks.blind)
    absent = ticks.absent
    if missing and not ticks.blind:
        absent = (*absent, *range(max(newest + 1, tick - REMEMBERED_ABSENT), tick))[-REMEMBERED_ABSENT:]
    return msgspec.structs.replace(ticks, missing=ticks.missing + missing, newest=tick, blind=0, absent=absent)


def _late(ticks: Ticks, tick: int) -> Ticks:
    """A picture from before the newest: if it was thought missing, it no longer is."""
    found = tick in ticks.absent
    return msgspec.structs.replace(
        ticks,
        out_of_order=ticks.out_of_order + 1,
        missing=ticks.missing - found,
        absent=tuple(absent for absent in ticks.absent if absent != tick),
    )


class LipSync(msgspec.Struct, frozen=True):
    """How sound and picture stand to each other. Positive: the sound comes late."""

    flashes: int = 0
    beeps: int = 0
    errors_ms: tuple[float, ...] = ()
    """One a flash that found its beep, in order; of a long show the newest."""
    median_ms: float | None = None
    p95_ms: float | None = None
    """95 of 100 errors are, sign apart, not larger."""
    drift_ms_per_minute: float | None = None
    """How fast the error grows; None below 3 s."""


def lip_sync(flashes_us: Sequence[int], beeps_us: Sequence[int]) -> LipSync:
    """Pair each flash with the beep nearest to it; both in order, in microseconds of the stream."""
    pairs = _pairs(flashes_us, beeps_us)
    errors_ms = [(beep - flash) / 1000 for flash, beep in pairs]
    return LipSync(
        flashes=len(flashes_us),
        beeps=len(beeps_us),
        errors_ms=tuple(errors_ms),
        median_ms=median(errors_ms) if errors_ms else None,
        p95_ms=percentile([abs(error) for error in errors_ms], 95) if errors_ms else None,
        drift_ms_per_minute=drift_ms_per_minute([flash for flash, _ in pairs], errors_ms),
    )


def _pairs(flashes_us: Sequence[int], beeps_us: Sequence[int]) -> list[tuple[int, int]]:
    """Nearest neighbours in both directions, so that a beep belongs to one flash only."""
    pairs: list[tuple[int, int]] = []
    at = 0
    for index, flash in enumerate(flashes_us):
        while at + 1 < len(beeps_us) and abs(beeps_us[at + 1] - flash) <= abs(beeps_us[at] - flash):
            at += 1
        if at >= len(beeps_us) or abs(beeps_us[at] - flash) > PAIRING_US:
            continue
        beep = beeps_us[at]
        is_taken = bool(pairs) and pairs[-1][1] == beep
        rivals = flashes_us[index + 1 : index + 2]
        if not is_taken and not any(abs(beep - rival) < abs(beep - flash) for rival in rivals):
            pairs.append((flash, beep))
    return pairs


def drift_ms_per_minute(at_us: Sequence[int], errors_ms: Sequence[float]) -> float | None:
    """Slope of the errors over time by least squares; None if they span less than `MIN_DRIFT_SPAN_US`."""
    if len(at_us) < 3 or at_us[-1] - at_us[0] < MIN_DRIFT_SPAN_US:
        return None
    minutes = [at / 60e6 for at in at_us]
    middle, mean = sum(minutes) / len(minutes), sum(errors_ms) / len(errors_ms)
    spread = sum((minute - middle) ** 2 for minute in minutes)
    return sum((m - middle) * (e - mean) for m, e in zip(minutes, errors_ms, strict=True)) / spread


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest of `values` that at least `percent` of 100 do not exceed (nearest rank)."""
    ranked = sorted(values)
    rank = -(-len(ranked) * percent // 100)
    return ranked[max(0, int(rank) - 1)]


class Spot(msgspec.Struct, frozen=True):
    """A place in the picture whose colour is known. Position and size in parts of the picture, 0 to 1."""

    x: float
    y: float
    colour: str
    """#RRGGBB, as it was drawn."""
    width: float = 0.02
    height: float = 0.02
    from_s: float = 0.0
    """Seconds of the stream before which nothing is expected there: graphics come in."""


class ColourSeen(msgspec.Struct, frozen=True):
    """A spot's colour as drawn and as it arrived."""

    drawn: str
    seen: str
    off: int
    """Largest difference of a channel, 0 to 255."""


def colour_seen(drawn: str, seen_rgb: tuple[int, int, int]) -> ColourSeen:
    """Compare a colour written #RRGGBB with what arrived."""
    wanted = bytes.fromhex(drawn.removeprefix("#"))
    off = max(abs(want - got) for want, got in zip(wanted, seen_rgb, strict=True))
    return ColourSeen(drawn, "#{:02X}{:02X}{:02X}".format(*seen_rgb), off)
