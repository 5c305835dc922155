"""Which bitrate the network carries."""

from hypothesis import given
from hypothesis import strategies as st

from console.output.congestion import CALM_AT, FALL_AT, FLOOR, RISE, RISE_AFTER_S, Bitrate

kbps = st.integers(100, 50_000)
looks = st.lists(st.lists(st.floats(0, 12), max_size=4), max_size=120)


def after(bitrate: Bitrate, *seconds: list[float]) -> Bitrate:
    for second in seconds:
        bitrate = bitrate.looked(second)
    return bitrate


@given(kbps, looks)
def test_it_stays_between_the_floor_and_what_is_wanted(wanted: int, seconds: list[list[float]]) -> None:
    bitrate = Bitrate(wanted, wanted)
    for second in seconds:
        bitrate = bitrate.looked(second)
        assert round(wanted * FLOOR) <= bitrate.kbps <= wanted


@given(kbps, looks)
def test_it_falls_only_when_every_live_destination_is_congested(wanted: int, seconds: list[list[float]]) -> None:
    bitrate = Bitrate(wanted, wanted)
    for second in seconds:
        before, bitrate = bitrate, bitrate.looked(second)
        if bitrate.kbps < before.kbps:
            assert second
            assert min(second) >= FALL_AT


@given(kbps, looks)
def test_it_comes_back_to_what_is_wanted_when_all_is_calm(wanted: int, seconds: list[list[float]]) -> None:
    steps = round((1 - FLOOR) / RISE) + 1
    recovered = after(after(Bitrate(wanted, wanted), *seconds), *[[0.0, 5.0]] * (steps * RISE_AFTER_S))
    assert recovered.kbps == wanted


@given(kbps)
def test_lasting_congestion_reaches_the_floor_within_ten_seconds(wanted: int) -> None:
    assert after(Bitrate(wanted, wanted), *[[1.0]] * 10).kbps == round(wanted * FLOOR)


@given(kbps, st.floats(CALM_AT, FALL_AT, exclude_max=True))
def test_between_calm_and_congested_it_stays(wanted: int, congestion: float) -> None:
    low = after(Bitrate(wanted, wanted), [1.0], [1.0])
    assert after(low, *[[congestion]] * 30).kbps == low.kbps


def test_it_rises_only_after_calm_seconds_in_a_row() -> None:
    low = after(Bitrate(4000, 4000), [1.0])
    assert after(low, [0.0], [0.0], [0.3], [0.0], [0.0], [0.0]).kbps == low.kbps
    assert after(low, [0.0], [0.0], [0.3], *[[0.0]] * 4).kbps == low.kbps + 400


def test_without_live_destinations_it_recovers() -> None:
    assert after(Bitrate(4000, 800), *[[]] * 40).kbps == 4000
