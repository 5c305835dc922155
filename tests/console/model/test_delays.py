"""How far viewers are behind."""

from msgspec.structs import replace

from console.model.delays import grace_us, viewers_delay_us
from console.model.destination import Destination
from console.model.show import Show
from console.model.state import State
from tests.support.shows import SHOW


def show_with(*delays_s: float, rendition: str = "main") -> Show:
    destinations = {
        str(number): Destination(name="d", server="rtmp://x", key="k", rendition=rendition, viewers_delay_s=delay_s)
        for number, delay_s in enumerate(delays_s)
    }
    return replace(SHOW, destinations=destinations)


def test_the_slowest_viewers_of_a_rendition_decide_and_the_fastest_make_the_grace() -> None:
    show = show_with(2.5, 12.0, 4.0)
    assert (viewers_delay_us(show, "main"), grace_us(show, "main")) == (12_000_000, 9_500_000)


def test_viewers_of_another_rendition_do_not_count() -> None:
    assert (viewers_delay_us(show_with(9, rendition="small"), "main"), grace_us(show_with(9), "small")) == (0, 0)


def test_a_delay_that_cannot_be_is_brought_into_what_can() -> None:
    assert viewers_delay_us(show_with(-5.0), "main") == 0
    assert viewers_delay_us(show_with(1e9), "main") == 300_000_000


def test_the_grace_of_each_rendition_is_in_state() -> None:
    assert State(show=show_with(1, 3)).grace_us == {"main": 2_000_000, "small": 0}
