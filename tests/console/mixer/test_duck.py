"""Music sinks under voice and comes back."""

from itertools import pairwise

import pytest

from console.media.sound import amplitude
from console.mixer.duck import ATTACK_S, HOLD_S, RELEASE_S, Duck
from tests.support.mixing import COUNT

TICK_S = COUNT / 48_000


def gains(duck: Duck, *, speaking: bool, seconds: float, duck_db: float = -12.0, count: int = COUNT) -> list[float]:
    return [duck.follow(duck_db, speaking=speaking, count=count)[1] for _ in range(round(seconds * 48_000 / count))]


def test_music_sinks_within_the_attack_and_no_further_than_told() -> None:
    sinking = gains(Duck(), speaking=True, seconds=ATTACK_S + TICK_S)
    assert sinking == sorted(sinking, reverse=True)
    assert sinking[0] > 0.8
    assert sinking[-1] == pytest.approx(amplitude(-12.0))


def test_it_rises_slower_than_it_sank_after_a_pause_longer_than_between_words() -> None:
    duck = Duck()
    gains(duck, speaking=True, seconds=1)
    assert set(gains(duck, speaking=False, seconds=HOLD_S - TICK_S)) == {amplitude(-12.0)}
    rising = gains(duck, speaking=False, seconds=RELEASE_S + 2 * TICK_S)
    assert rising == sorted(rising)
    assert rising[-1] == 1.0
    steps = [after - before for before, after in pairwise(rising)]
    assert max(steps) == pytest.approx(TICK_S / RELEASE_S)


def test_it_moves_without_a_jump_from_tick_to_tick() -> None:
    duck = Duck()
    ticks = [duck.follow(-30.0, speaking=number % 7 < 2, count=COUNT) for number in range(100)]
    assert all(before[1] == after[0] for before, after in pairwise(ticks))


def test_the_attack_is_the_same_at_any_rate() -> None:
    slow, fast = Duck(), Duck()
    gains(slow, speaking=True, seconds=0.1, count=1600)
    gains(fast, speaking=True, seconds=0.1, count=800)
    assert slow.gain == pytest.approx(fast.gain)


def test_ducking_turned_off_while_music_is_down_lets_it_rise() -> None:
    duck = Duck()
    gains(duck, speaking=True, seconds=1)
    gains(duck, speaking=True, seconds=2, duck_db=0.0)
    assert duck.gain == 1.0


@pytest.mark.parametrize("duck_db", [12.0, 1e9, float("nan")])
def test_ducking_never_makes_music_louder(duck_db: float) -> None:
    duck = Duck()
    assert all(0.0 <= gain <= 1.0 for gain in gains(duck, speaking=True, seconds=1, duck_db=duck_db))
