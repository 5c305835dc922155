"""How names are read aloud."""

from pytestqt.qtbot import QtBot

from widgets.host.reading import Readings, reading


def test_chinese_characters_are_read_in_hiragana() -> None:
    assert reading("花子") == "はなこ"


def test_a_name_without_them_is_read_as_it_is_written() -> None:
    assert [reading(name) for name in ("えみ", "Sara M.", "みか🌸", "")] == ["", "", "", ""]


def test_signs_and_pictures_beside_them_break_nothing() -> None:
    assert reading("雪見だいふく🍡@北海道").startswith("ゆきみだいふく")


def test_nobody_waits_for_the_dictionary(qtbot: QtBot) -> None:
    readings = Readings()
    with qtbot.waitSignal(readings.ready, timeout=20_000):
        pass
    assert readings.wait(1.0)
    assert readings.of("花子") == "はなこ"
