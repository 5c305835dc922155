from capture.live_head import LiveHead
from console.media.clock import ManualClock


def test_the_lateness_of_single_ticks_does_not_show() -> None:
    clock = ManualClock()
    head = LiveHead(clock, latency_us=80_000)
    clock.advance(1_000_000)
    assert head.due_us(0) == 920_000
    clock.advance(40_000)  # the tick of 33 ms is 7 ms late
    assert head.due_us(33_333) == 953_333


def test_a_tick_that_is_less_late_teaches_it() -> None:
    clock = ManualClock()
    head = LiveHead(clock, latency_us=0)
    clock.advance(1_010_000)
    assert head.due_us(0) == 1_010_000
    clock.advance(25_000)
    assert head.due_us(33_333) == 1_035_000


def test_a_new_epoch_is_learnt_at_once() -> None:
    clock = ManualClock()
    head = LiveHead(clock, latency_us=0)
    clock.advance(10_000_000)
    head.due_us(9_000_000)
    clock.advance(5_000_000)
    assert head.due_us(0) == 15_000_000
    clock.advance(33_333)
    assert head.due_us(33_333) == 15_033_333
