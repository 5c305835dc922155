"""Equal contents are one sprite, and the cache does not grow for ever."""

from dataclasses import replace

import numpy as np

from console.media.painting import Figures, Painting
from console.media.sprite import Sprite
from overlays.sprite_cache import SpriteCache, weight_of
from tests.support.graphic_contents import TYPICAL
from tests.support.graphics import job

JOB = job("coupon", TYPICAL["coupon"])


def sprite(side: int = 16) -> Painting:
    large, small = np.zeros((side, side), np.uint8), np.zeros((side // 2, side // 2), np.uint8)
    return Painting(Sprite(large, small, small, large, small))


def test_an_equal_job_of_another_key_has_the_same_sprite() -> None:
    cache, one = SpriteCache(10_000), sprite()
    cache.put(JOB, one)
    assert cache.get(replace(JOB, key="another")) is one
    assert cache.get(replace(JOB, content=b"{}")) is None


def test_the_least_recently_used_goes_first_when_they_weigh_too_much() -> None:
    cache = SpriteCache(2 * weight_of(sprite()))
    jobs = [replace(JOB, kind=kind) for kind in "abc"]
    for one in jobs[:2]:
        cache.put(one, sprite())
    cache.get(jobs[0])
    cache.put(jobs[2], sprite())
    assert [cache.get(one) is not None for one in jobs] == [True, False, True]
    assert cache.bytes == 2 * weight_of(sprite())


def test_one_that_is_too_large_is_not_kept_and_leaves_no_weight() -> None:
    cache = SpriteCache(10)
    cache.put(JOB, sprite())
    assert cache.get(JOB) is None
    assert cache.bytes == 0


def test_putting_it_again_does_not_weigh_twice() -> None:
    cache = SpriteCache(100_000)
    cache.put(JOB, sprite())
    cache.put(JOB, sprite(32))
    assert cache.bytes == weight_of(sprite(32))


def test_digits_weigh_too() -> None:
    one = sprite()
    counting = Painting(one.sprite, figures=(Figures("left", ((0, 0),), (one.sprite,) * 10),))
    assert weight_of(counting) == 11 * weight_of(one)
