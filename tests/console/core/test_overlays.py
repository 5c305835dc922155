"""Graphics on air."""

import pytest

from console.model.commands import EndSession, HideOverlay, ShowOverlay
from console.model.facts import MediaRestarted
from tests.support.desk import Desk, on_air


def test_a_graphic_comes_at_the_media_time_of_the_command() -> None:
    desk = on_air()
    desk.wait(500_000)
    shown = desk.do(ShowOverlay("qr")).overlays["qr"]
    assert (shown.shown, shown.since_us) == (True, 502_000)


def test_showing_what_is_shown_does_not_animate_it_again() -> None:
    desk = on_air()
    before = desk.do(ShowOverlay("qr"))
    desk.wait(1_000_000)
    assert desk.do(ShowOverlay("qr")) is before


def test_hiding_what_is_hidden_is_nothing() -> None:
    desk = on_air()
    assert desk.do(HideOverlay("qr")).revision == 1


def test_a_hidden_graphic_keeps_the_time_it_left_at() -> None:
    desk = on_air()
    hidden = desk.do(ShowOverlay("qr"), HideOverlay("qr")).overlays["qr"]
    assert (hidden.shown, hidden.since_us) == (False, 3_000)


@pytest.mark.parametrize("command", [ShowOverlay("nothing"), HideOverlay("nothing")])
def test_only_graphics_of_the_show_are_shown_or_hidden(command: ShowOverlay | HideOverlay) -> None:
    assert on_air().refused(command).code == "no_such_overlay"


def test_no_graphic_comes_on_air_without_a_session() -> None:
    assert Desk().refused(ShowOverlay("qr")).code == "no_session"


def test_the_end_takes_every_graphic_off() -> None:
    assert on_air().do(EndSession()).overlays == {}


def test_in_a_new_epoch_graphics_stand_and_those_that_left_are_gone() -> None:
    state = on_air().do(ShowOverlay("qr"), HideOverlay("card"), MediaRestarted(3_000_000))
    assert state.overlays.keys() == {"qr"}
    assert state.overlays["qr"].since_us < -1_000_000
