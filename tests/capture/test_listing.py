import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from capture import listing
from console.errors import ConsoleError, Message
from console.ports.source import Device


def answers(pipe: Connection) -> None:
    pipe.send([Device("a:1", "Desk", {"device": "1"})])


def refuses(pipe: Connection) -> None:
    pipe.send(Message("sound_library_missing", {"reason": "none"}))


def hangs(pipe: Connection) -> None:
    time.sleep(3600)


def dies(pipe: Connection) -> None:
    raise SystemExit(3)


def test_the_child_lists_its_devices() -> None:
    assert listing.asked(answers) == [Device("a:1", "Desk", {"device": "1"})]


def test_the_child_says_why_there_is_no_list() -> None:
    with pytest.raises(ConsoleError) as caught:
        listing.asked(refuses)
    assert caught.value.message.code == "sound_library_missing"


def test_a_driver_that_hangs_hangs_nobody_else() -> None:
    began = time.monotonic()
    with pytest.raises(ConsoleError) as caught:
        listing.asked(hangs, deadline_s=0.5)
    assert caught.value.message.code == "listing_timed_out"
    assert time.monotonic() - began < 3


def test_a_driver_that_dies_is_no_list() -> None:
    with pytest.raises(ConsoleError):
        listing.asked(dies)


def test_cameras_of_linux_have_human_names_and_stable_paths(tmp_path: Path) -> None:
    nodes, by_id, dev = tmp_path / "class", tmp_path / "by-id", tmp_path / "dev"
    for folder in (nodes, by_id, dev):
        folder.mkdir()
    for node, name, index in (
        ("video10", "Capture", "0"),
        ("video0", "Webcam C920\n", "0"),
        ("video1", "Webcam", "1"),
    ):
        (nodes / node).mkdir()
        (nodes / node / "name").write_text(name)
        (nodes / node / "index").write_text(index)
        (dev / node).touch()
    (by_id / "usb-C920-index0").symlink_to(dev / "video0")
    stable = str(by_id / "usb-C920-index0")
    assert listing.v4l2_cameras(nodes, by_id) == [
        Device(f"v4l2:{stable}", "Webcam C920", {"device": stable}),
        Device("v4l2:/dev/video10", "Capture", {"device": "/dev/video10"}),
    ]
    assert listing.v4l2_cameras(tmp_path / "none", by_id) == []
