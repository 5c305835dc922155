import time
from pathlib import Path

import pytest

from capture import child_source
from capture.child_source import ChildSource
from capture.order import Order
from console.errors import ConsoleError
from console.media.clock import SystemClock
from console.media.ring import RingWriter, ring_folder
from tests.support import grab_targets
from tests.support.player import in_real_time, opening, until


def order(input_: str = "nothing") -> Order:
    ring = child_source.new_ring_path()
    return Order("Desk", "av", input_, ring, at_most=(320, 240), latency_us=80_000)


def started(target: child_source.Target, *, silent_after_s: float = 5.0, by: Order | None = None) -> ChildSource:
    return child_source.opened(by or order(), opening(), silent_after_s=silent_after_s, target=target)


def rings(order: Order) -> list[Path]:
    return list(ring_folder().glob(f"{Path(order.ring).name}*"))


def test_a_driver_that_hangs_while_opening_is_killed_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_source, "OPENING_S", 1.0)
    began = time.monotonic()
    with pytest.raises(ConsoleError) as caught:
        started(grab_targets.never_answers)
    assert caught.value.message.code == "source_not_opened"
    assert time.monotonic() - began < 3.5


def test_a_camera_that_freezes_has_a_problem_and_is_closed_in_time() -> None:
    source = started(grab_targets.freezes, silent_after_s=0.5)
    assert source.problem is None
    assert until(lambda: source.problem)
    assert source.problem is not None
    assert source.problem.code == "source_silent"
    began = time.monotonic()
    source.close()
    source.close()
    assert time.monotonic() - began < 2


def test_a_camera_that_vanishes_says_why_and_keeps_its_last_picture(tmp_path: Path) -> None:
    source = started(grab_targets.vanishes, by=order(str(tmp_path / "sign")))
    (tmp_path / "sign").touch()
    played = in_real_time(source, 3, until_=lambda played: bool(source.problem and played.pictures[-1]))
    assert source.problem is not None
    assert source.problem.params["reason"] == "No such device"
    assert played.pictures[-1] is not None
    source.close()


def test_a_driver_that_crashes_takes_only_its_child_down(tmp_path: Path) -> None:
    source = started(grab_targets.crashes, by=order(str(tmp_path / "sign")))
    (tmp_path / "sign").touch()
    assert until(lambda: source.problem)
    assert source.problem is not None
    assert source.problem.code == "child_died"
    source.close()


def test_a_new_size_comes_through_a_new_ring() -> None:
    source = started(grab_targets.grows)
    sizes = []
    for _ in range(200):
        picture = source.picture(SystemClock().monotonic_us())
        if picture is not None and picture.width not in sizes:
            sizes.append(picture.width)
            assert picture.y[0, 0] == 16
        if 64 in sizes:
            break
        until(lambda: False, seconds=0.01)
    source.close()
    assert 64 in sizes


def test_a_ring_has_no_name_once_it_is_read() -> None:
    ordered = order()
    source = started(grab_targets.freezes, by=ordered)
    assert until(lambda: source._reader)
    assert until(lambda: not rings(ordered))
    source.close()
    assert not rings(ordered)


def test_the_next_ring_is_kept_until_its_word_comes() -> None:
    ordered = order()
    source = started(grab_targets.freezes, by=ordered)
    assert until(lambda: not rings(ordered))
    first, second = (RingWriter(Path(f"{ordered.ring}.{number}"), width=4, height=4) for number in (7, 8))
    source._change_to(first.path)
    assert rings(ordered) == [second.path]
    source._change_to(second.path)
    source.close()
    assert source.problem is None
    assert not rings(ordered)


def test_an_order_shows_no_address() -> None:
    secret = Order("Desk", "av", "rtsp://me:secret@host/x", "ring", at_most=(1, 1), latency_us=1)
    assert "secret" not in repr(secret)
