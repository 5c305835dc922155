"""The desk beside a show: what a person at it sees, how soon, and what that costs the show and the machine."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from console.bench.air import growth_percent
from console.bench.claim import (
    COMMENTS,
    CPU_S,
    MB,
    MS,
    PERCENT,
    PERCENT_OF_A_CORE,
    PICTURES_A_SECOND,
    SECONDS,
    TICKS,
    Claim,
    Figure,
    Section,
)
from console.bench.desk_engine import RehearsingEngine
from console.bench.desk_link import LinkCosts, measure_link
from console.bench.desk_screen import screen
from console.bench.desk_seat import MeasuredSeat, Watched, all_of
from console.link.probing import Note, Wish
from console.rehearsal.judge import percentile
from console.words import bench as words

WIDTH, HEIGHT = 1920, 1080
BESIDE = ("source/table", "source/bars")
"""With Preview and Program of the window four monitors at full rate."""
SCENES = "test", "towel-close"
"""Two scenes of the demo show that nobody mistakes for each other."""
A_SECOND = 100.0
SETTLE_S = 3.0
"""From the window's first picture: thumbnails have come, libraries are warm."""
CALM_S = 30.0
OPENINGS = 3
LINK_S = 5.0
EDGE_US = 1_000_000
"""At both ends of a stretch a comment may stand on either side of it."""


class Crowded(NamedTuple):
    """A hundred comments a second: without the desk, with it, without it."""

    watched: Watched
    missing: int | None
    """Comments that the engine kept and the list never had."""
    late_with_ms: float
    late_without_ms: float
    """Tick lateness p99; of the worse of both sessions around the other."""


class Calm(NamedTuple):
    """As many comments as usual, four monitors, Take once in two seconds."""

    watched: Watched
    opened_s: tuple[float, ...]
    """From the start of `honban` to its window with the State, each after the one before was killed."""
    opening_cpu_s: float
    """Of the last of them."""


def desk(folder: Path, *, seconds: float) -> Section:
    """Everything that is promised of the desk; raises `ConsoleError`."""
    with screen(WIDTH, HEIGHT) as display:
        crowded = _crowded(folder / "crowded", display, seconds)
        calm = _calm(folder / "calm", display, min(seconds, CALM_S))
    link = measure_link(seconds=min(seconds, LINK_S))
    claims = (*_crowded_claims(crowded), *_calm_claims(calm), *_link_claims(link))
    return Section("desk", claims, _figures(crowded, calm, link))


def _crowded(home: Path, display: str, seconds: float) -> Crowded:
    home.mkdir()
    with RehearsingEngine(home, comments_a_second=A_SECOND) as engine:
        before_ms = _alone(engine, "before", seconds / 2)
        engine.rehearse("with")
        with MeasuredSeat(engine, display, Wish(str(home / "notes"), WIDTH, HEIGHT)) as seat:
            seat.watch(SETTLE_S)
            began_us = engine.show_us
            watched = seat.watch(seconds)
            until_us = engine.show_us - EDGE_US
            seat.watch(SETTLE_S)
            missing = _missing(engine, seat, began_us + EDGE_US, until_us)
            late_ms = engine.end().late_p99_ms
        after_ms = _alone(engine, "after", seconds / 2)
    return Crowded(watched, missing, late_ms, max(before_ms, after_ms))


def _alone(engine: RehearsingEngine, session: str, seconds: float) -> float:
    engine.rehearse(session)
    engine.stay(SETTLE_S + seconds)
    return engine.end().late_p99_ms


def _missing(engine: RehearsingEngine, seat: MeasuredSeat, from_us: int, until_us: int) -> int | None:
    """Of what came in this stretch; None: nothing came."""
    kept = [one for one in engine.comments().values() if from_us <= one.at_us < until_us]
    return sum(one.id not in seat.comments for one in kept) if kept else None


def _calm(home: Path, display: str, seconds: float) -> Calm:
    home.mkdir()
    opened = list[float]()
    with RehearsingEngine(home, comments_a_second=None) as engine:
        engine.rehearse("calm")
        with MeasuredSeat(engine, display, Wish(str(home / "notes"), WIDTH, HEIGHT, BESIDE, SCENES)) as seat:
            seat.watch(SETTLE_S)
            watched = seat.watch(seconds)
        for number in range(OPENINGS):
            with MeasuredSeat(engine, display, Wish(str(home / f"notes-{number}"), WIDTH, HEIGHT)) as seat:
                opened.append(seat.attached_s)
        engine.end()
    return Calm(watched, tuple(opened), seat.attached_cpu_s)


def _crowded_claims(crowded: Crowded) -> tuple[Claim, ...]:
    watched, over_ms = crowded.watched, crowded.late_with_ms - crowded.late_without_ms
    return (
        Claim("desk.visible", words.DESK_VISIBLE(), _p95(watched, _visible), 200, **MS),
        Claim("desk.frame", words.DESK_FRAME(), _p95(watched, _frames), 33, **MS),
        Claim("desk.missing", words.DESK_MISSING(), crowded.missing, 0, **COMMENTS),
        Claim("desk.memory_growth", words.DESK_MEMORY_GROWTH(), growth_percent(watched.rss_mb), 5, **PERCENT),
        Claim("desk.late", words.DESK_LATE(), over_ms, 3, **MS),
    )


def _calm_claims(calm: Calm) -> tuple[Claim, ...]:
    watched, fps = calm.watched, monitor_fps(calm.watched.notes)
    slowest = min(fps.values()) if len(fps) == 2 + len(BESIDE) else None
    short = None if slowest is None else PROMISED_FPS - slowest
    opened_s = sorted(calm.opened_s)[len(calm.opened_s) // 2]
    return (
        Claim("desk.take", words.DESK_TAKE(), _p95(watched, _ticks), 3, **TICKS),
        Claim("desk.monitors", words.DESK_MONITORS(fps=PROMISED_FPS), short, 0, **PICTURES_A_SECOND),
        Claim("desk.cpu", words.DESK_CPU(), _cpu(watched), 40, **PERCENT_OF_A_CORE),
        Claim("desk.opened", words.DESK_OPENED(), opened_s, 2, **SECONDS),
    )


PROMISED_FPS = 25


def _link_claims(link: LinkCosts) -> tuple[Claim, ...]:
    changes, comments = ((one.control + one.link) * 100 for one in (link.changes, link.comments))
    return (
        Claim("desk.link_changes", words.DESK_LINK_CHANGES(), changes, 3, **PERCENT_OF_A_CORE),
        Claim("desk.link_comments", words.DESK_LINK_COMMENTS(), comments, 8, **PERCENT_OF_A_CORE),
    )


def _figures(crowded: Crowded, calm: Calm, link: LinkCosts) -> tuple[Figure, ...]:
    busy, fps = crowded.watched, monitor_fps(calm.watched.notes)
    return (
        Figure("desk.visible_median", words.DESK_VISIBLE_MEDIAN(), _median(busy, _visible), **MS),
        Figure("desk.frame_median", words.DESK_FRAME_MEDIAN(), _median(busy, _frames), **MS),
        Figure("desk.frame_cpu", words.DESK_FRAME_CPU(), _p95(busy, _frames_cpu), **MS),
        Figure("desk.frame_calm", words.DESK_FRAME_CALM(), _p95(calm.watched, _frames), **MS),
        Figure("desk.comments", words.DESK_COMMENTS(), float(len(all_of(busy, _visible))), **COMMENTS),
        Figure("desk.cpu_crowded", words.DESK_CPU_CROWDED(), _cpu(busy), **PERCENT_OF_A_CORE),
        Figure("desk.memory", words.DESK_MEMORY(), max(busy.rss_mb, default=None), **MB),
        Figure("desk.late_with", words.DESK_LATE_WITH(), crowded.late_with_ms, **MS),
        Figure("desk.late_without", words.DESK_LATE_WITHOUT(), crowded.late_without_ms, **MS),
        Figure("desk.take_median", words.DESK_TAKE_MEDIAN(), _median(calm.watched, _ticks), **TICKS),
        Figure("desk.take_shown", words.DESK_TAKE_SHOWN(), _p95(calm.watched, _shown), **MS),
        Figure("desk.takes", words.DESK_TAKES(), float(len(all_of(calm.watched, _ticks)))),
        Figure(
            "desk.monitor_slowest", words.DESK_MONITOR_SLOWEST(), min(fps.values(), default=None), **PICTURES_A_SECOND
        ),
        Figure("desk.opening_cpu", words.DESK_OPENING_CPU(), calm.opening_cpu_s, **CPU_S),
        Figure("desk.reducing", words.DESK_REDUCING(), link.alone.control * 100, **PERCENT_OF_A_CORE),
    )


def monitor_fps(notes: tuple[Note, ...]) -> dict[str, float]:
    """Pictures a second that each monitor painted, from the first note that knows it to the last."""
    fps = dict[str, float]()
    for name in notes[-1].pictures if notes else ():
        known = [(note.wall_s, note.pictures[name]) for note in notes if name in note.pictures]
        if known[-1][0] > known[0][0]:
            fps[name] = (known[-1][1] - known[0][1]) / (known[-1][0] - known[0][0])
    return fps


_Of = Callable[[Note], tuple[float, ...]]


def _p95(watched: Watched, of: _Of) -> float | None:
    return _percentile(watched, of, 95)


def _median(watched: Watched, of: _Of) -> float | None:
    return _percentile(watched, of, 50)


def _percentile(watched: Watched, of: _Of, percent: float) -> float | None:
    found = all_of(watched, of)
    return percentile(list(found), percent) if found else None


def _cpu(watched: Watched) -> float:
    return watched.cpu_s / watched.seconds * 100


def _visible(note: Note) -> tuple[float, ...]:
    return note.visible_ms


def _frames(note: Note) -> tuple[float, ...]:
    return note.frames_ms


def _frames_cpu(note: Note) -> tuple[float, ...]:
    return note.frames_cpu_ms


def _ticks(note: Note) -> tuple[float, ...]:
    return tuple(take.ticks for take in note.takes)


def _shown(note: Note) -> tuple[float, ...]:
    return tuple(take.shown_ms for take in note.takes)
