"""Figures of several engines as if it had been one."""

import msgspec

from console.engine.figures import DestinationReport, Figures, RecordingReport, Size
from console.engine.lives import folded

FIRST = Figures(
    on_air_at=100.0,
    seconds=10.0,
    frames_composed=300,
    frames_repeated=1,
    frames_skipped=0,
    sources=[],
    renditions=[],
    destinations=[DestinationReport("rtmp://a/b", "live", 300, 1000, 0, 2, 50, None)],
    recording=RecordingReport("/show.mkv", 10.0, 500),
    compose_ms=Size(1.0, 2.0, 3.0),
    tick_late_ms=Size(),
    cpu_seconds=5.0,
    startup_cpu_seconds=1.0,
    max_rss_mb=200.0,
)


def test_one_life_is_itself() -> None:
    assert folded([FIRST]) == FIRST


def test_counters_are_summed_extremes_kept_and_words_are_the_newest() -> None:
    second = msgspec.structs.replace(
        FIRST,
        on_air_at=100.0,
        seconds=5.0,
        destinations=[DestinationReport("rtmp://a/b", "retrying", 150, 400, 1, 0, 80, "gone")],
        recording=RecordingReport("/show-2.mkv", 5.0, 250),
        compose_ms=Size(0.5, 4.0, 9.0),
        max_rss_mb=150.0,
    )
    total = folded([FIRST, second])
    assert (total.seconds, total.frames_composed, total.cpu_seconds) == (15.0, 600, 10.0)
    assert total.destinations == [DestinationReport("rtmp://a/b", "retrying", 450, 1400, 1, 2, 80, "gone")]
    assert total.recording == RecordingReport("/show-2.mkv", 15.0, 750)
    assert total.compose_ms == Size(1.0, 4.0, 9.0)
    assert (total.max_rss_mb, total.restarts, total.startup_cpu_seconds) == (200.0, 1, 1.0)


def test_the_age_of_a_proof_is_that_of_the_engine_that_runs() -> None:
    live = msgspec.structs.replace(FIRST.destinations[0], sending_age_s=0.1, accepted_age_s=4.0, seen_age_s=0.5)
    gone = msgspec.structs.replace(live, sending_age_s=None, accepted_age_s=9.0, seen_age_s=None)
    [total] = folded([msgspec.structs.replace(FIRST, destinations=[one]) for one in (live, gone)]).destinations
    assert (total.sending_age_s, total.accepted_age_s, total.seen_age_s) == (None, 9.0, None)


def test_a_life_that_ended_early_takes_nothing_away() -> None:
    empty = msgspec.structs.replace(FIRST, on_air_at=None, destinations=[], recording=None, seconds=0.0)
    total = folded([FIRST, empty])
    assert total.on_air_at == 100.0
    assert total.recording == FIRST.recording
    assert total.destinations == FIRST.destinations
