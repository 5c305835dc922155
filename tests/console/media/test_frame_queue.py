"""Pictures that wait for their tick: none early, none twice, the reader decides."""

import itertools
import threading

from console.media.frame_queue import GUARD_US, FrameQueue
from console.media.picture import Picture, flat

BLACK = flat(2, 2)


def picture(pts_us: int) -> Picture:
    """A picture due at a time."""
    return Picture(BLACK.y, BLACK.u, BLACK.v, pts_us)


def filled(*pts_us: int, depth: int = 8) -> FrameQueue:
    """A queue of pictures."""
    queue = FrameQueue(depth=depth)
    for pts in pts_us:
        assert queue.put(picture(pts))
    return queue


def shown(queue: FrameQueue, play_head_us: int) -> int | None:
    """Pts of what a tick sees."""
    found = queue.newest(play_head_us)
    return found.pts_us if found else None


def test_nothing_is_shown_before_the_first_is_due() -> None:
    queue = filled(50_000)
    assert shown(queue, 0) is None
    assert shown(queue, 50_000) == 50_000


def test_a_picture_stays_until_the_next_is_due() -> None:
    queue = filled(0, 40_000)
    assert [shown(queue, head) for head in (0, 33_333, 66_667, 100_000)] == [0, 0, 40_000, 40_000]
    assert queue.newest(100_000) is queue.newest(200_000)
    assert queue.passed_over == 0


def test_a_picture_due_within_the_guard_is_not_waited_for() -> None:
    assert shown(filled(GUARD_US), 0) == GUARD_US
    assert shown(filled(GUARD_US + 1), 0) is None


def test_pictures_whose_time_passed_between_two_ticks_are_counted() -> None:
    queue = filled(0, 10_000, 20_000, 30_000)
    assert shown(queue, 30_000) == 30_000
    assert queue.passed_over == 3
    assert len(queue) == 0


def test_a_clip_at_another_rate_loses_one_picture_at_most_in_forty_seconds() -> None:
    queue = FrameQueue(depth=8)
    sent, seen = 0, []
    for tick in range(1200):
        while queue.put(picture(sent * 1_001_000 // 30), timeout_s=0):
            sent += 1
        seen.append(shown(queue, tick * 1_000_000 // 30))
    repeats = sum(a == b for a, b in itertools.pairwise(seen))
    assert queue.passed_over == 0
    assert repeats <= 2


def test_a_full_queue_takes_nothing_until_half_of_it_is_gone() -> None:
    queue = filled(10_000, 20_000, 30_000, 40_000, depth=4)
    shown(queue, 10_000)
    assert not queue.put(picture(50_000), timeout_s=0)
    shown(queue, 20_000)
    assert queue.put(picture(50_000), timeout_s=0)
    assert queue.put(picture(60_000), timeout_s=0)
    assert not queue.put(picture(70_000), timeout_s=0)


def test_a_writer_waits_for_room_no_longer_than_said() -> None:
    queue = filled(1, 2, depth=2)
    assert not queue.put(picture(3), timeout_s=0.01)
    assert len(queue) == 2


def test_a_writer_who_waits_goes_on_when_a_picture_is_taken() -> None:
    queue = filled(0, 1, depth=2)
    done: list[bool] = []
    writer = threading.Thread(target=lambda: done.append(queue.put(picture(2), timeout_s=30)))
    writer.start()
    queue.newest(0)
    writer.join(10)
    assert done == [True]


def test_a_writer_who_waits_goes_on_when_the_queue_is_cleared() -> None:
    queue = filled(10**9, depth=1)
    done: list[bool] = []
    writer = threading.Thread(target=lambda: done.append(queue.put(picture(0), timeout_s=30)))
    writer.start()
    queue.clear()
    writer.join(10)
    assert done == [True]
    assert queue.first_pts_us() == 0


def test_clearing_forgets_what_waits_and_keeps_what_is_shown() -> None:
    queue = filled(0, 40_000)
    assert shown(queue, 0) == 0
    queue.clear()
    assert queue.first_pts_us() is None
    assert shown(queue, 10**9) == 0
