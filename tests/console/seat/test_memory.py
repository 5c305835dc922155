"""A seat finds things as they were left, each kind of seat its own, and a file that cannot be read is none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QLocale

from console.seat.memory import Memory
from widgets.theme import SCALES


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "producer")
    memory.language, memory.look, memory.scale_percent, memory.room = "ja", "light", 175, "plan"
    memory.geometry = QByteArray(b"geometry")
    memory.keep_layout("producer/wide", QByteArray(b"docks"))
    memory.save()
    again = Memory(tmp_path, "producer")
    assert (again.language, again.look, again.scale_percent, again.room) == ("ja", "light", 175, "plan")
    assert again.geometry == QByteArray(b"geometry")
    assert again.layout("producer/wide") == QByteArray(b"docks")


def test_each_kind_of_seat_remembers_its_own(tmp_path: Path) -> None:
    producer = Memory(tmp_path, "producer")
    producer.scale_percent = 200
    producer.save()
    assert Memory(tmp_path, "tech").scale_percent == 100


def test_a_layout_that_is_forgotten_is_nobodys(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "producer")
    memory.keep_layout("producer/wide", QByteArray(b"docks"))
    memory.keep_layout("producer/wide", None)
    memory.save()
    assert Memory(tmp_path, "producer").layout("producer/wide") is None


@pytest.mark.parametrize("kept", ["130", "", "-1", "much", "99999999999999999999"])
def test_a_scale_that_is_none_of_ours_is_the_smallest(tmp_path: Path, kept: str) -> None:
    (tmp_path / "seat-producer.ini").write_text(f"[General]\nscale={kept}\nlook=pink\nlanguage=xx\n")
    memory = Memory(tmp_path, "producer")
    assert memory.scale_percent == SCALES[0]
    assert memory.look == "dark"


def test_a_file_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "seat-producer.ini").write_bytes(b"\x00\xff\xfe[[[" * 100)
    memory = Memory(tmp_path, "producer")
    assert (memory.look, memory.scale_percent, memory.room, memory.geometry) == ("dark", 100, "", None)


def test_the_first_language_is_the_machines_if_it_is_one_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for locale, language in ((QLocale.Language.Japanese, "ja"), (QLocale.Language.French, "en")):
        monkeypatch.setattr("console.seat.memory.QLocale.system", lambda locale=locale: QLocale(locale))
        assert Memory(tmp_path, "producer").language == language
