import pytest

from console.bench.air import growth_percent


def test_memory_is_flat_if_the_last_quarter_is_as_high_as_the_second() -> None:
    assert growth_percent((10, 90, 100, 100, 100, 100, 100, 110)) == pytest.approx(5)
    assert growth_percent((1, 1, 100, 100, 130, 70, 100, 100)) == 0
    assert growth_percent((1, 1, 100, 100, 100, 100, 80, 80)) == pytest.approx(20)


def test_too_few_looks_say_nothing() -> None:
    assert growth_percent((100, 100, 100)) is None
    assert growth_percent(()) is None
