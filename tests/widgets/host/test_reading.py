"""How names are read aloud."""

import threading

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
    assert readings.of("花子") == "はなこ"


def test_who_goes_before_the_dictionary_is_there_leaves_nothing_that_fails(qtbot: QtBot) -> None:
    Readings().deleteLater()
    for thread in [one for one in threading.enumerate() if one.name == "readings"]:
        thread.join(20)
        assert not thread.is_alive()


def test_two_windows_load_it_once(qtbot: QtBot) -> None:
    one, other = Readings(), Readings()
    assert one._thread is other._thread
    one._thread.join(20)
