"""What is made of the notes of a measured seat."""

import pytest

from console.bench.desk import monitor_fps
from console.link.probing import Note


def note(wall_s: float, **pictures: int) -> Note:
    return Note(wall_s, "attached", pictures=pictures)


def test_a_monitors_rate_is_counted_from_where_it_was_first_seen() -> None:
    notes = (note(10), note(11, program=100), note(12, program=130, preview=7), note(13, program=160, preview=32))
    assert monitor_fps(notes) == {"program": pytest.approx(30), "preview": pytest.approx(25)}


def test_a_monitor_that_is_gone_at_the_end_has_no_rate() -> None:
    assert monitor_fps((note(1, program=1), note(2))) == {}
    assert monitor_fps(()) == {}
