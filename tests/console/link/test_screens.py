"""Monitors at a seat: what it looks at, and nothing of what it looked at before."""

from pathlib import Path

import pytest

from console.link.protocol import MonitorPicture
from console.link.screens import Screens
from console.link.still import packed
from console.media.picture import flat

GREY = flat(64, 32, "#808080")


def sent(monitor: str, media_us: int = 1) -> MonitorPicture:
    return MonitorPicture(monitor, media_us, packed(GREY))


def test_a_picture_that_comes_late_is_not_the_first_when_somebody_looks_again() -> None:
    screens = Screens()
    screens.keep(("program",))
    screens.take(sent("program"))
    assert screens.picture("program") is not None
    screens.keep(())
    screens.take(sent("program", 2))
    screens.keep(("program",))
    assert screens.picture("program") is None


def test_a_ring_that_nobody_looks_at_is_not_opened(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    screens = Screens()
    screens.keep(("preview",))
    screens.map({"program": str(tmp_path / "there is none")})
    assert not caplog.messages
    assert screens.picture("program") is None


def test_what_is_no_picture_is_passed_over() -> None:
    screens = Screens()
    screens.keep(("program",))
    screens.take(MonitorPicture("program", 1, b"\xff\xd8 no picture"))
    assert screens.picture("program") is None
