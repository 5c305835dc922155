import pytest

from console.core.reducing import reduced
from console.errors import Refused
from console.model.commands import EndSession, Listen, OpenShow, StartSession
from console.model.listening import Listening
from console.model.moment import At
from console.model.show import Show
from console.model.state import State
from tests.support.shows import SHOW

AT = At(wall_us=0, show_us=0, media_us=0)
STUDIO = State(show=SHOW)


def test_who_listens_goes_on_listening_through_a_session_and_after_it() -> None:
    state = reduced(STUDIO, Listen("ALSA: desk", "cam", -6.0), AT)
    assert state.listening == Listening("ALSA: desk", "cam", -6.0)
    state = reduced(state, StartSession("s"), AT)
    state = reduced(state, EndSession(), AT)
    assert state.listening == Listening("ALSA: desk", "cam", -6.0)


def test_a_strip_that_the_next_show_does_not_have_gives_way_to_program() -> None:
    state = reduced(STUDIO, Listen("ALSA: desk", "cam"), AT)
    assert reduced(state, OpenShow(SHOW), AT).listening == Listening("ALSA: desk", "cam")
    assert reduced(state, OpenShow(Show()), AT).listening == Listening("ALSA: desk", "program")


def test_an_empty_device_ends_listening() -> None:
    state = reduced(STUDIO, Listen("ALSA: desk"), AT)
    assert reduced(state, Listen(""), AT).listening == Listening()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Listen("ALSA: desk", "nobody"), "no_such_strip"),
        (Listen("ALSA: desk", gain_db=13.0), "listening_out_of_range"),
        (Listen("ALSA: desk", gain_db=float("nan")), "listening_out_of_range"),
        (Listen("ALSA: desk", gain_db=float("-inf")), "listening_out_of_range"),
    ],
)
def test_what_cannot_be_heard_is_refused_in_words(command: Listen, code: str) -> None:
    with pytest.raises(Refused) as caught:
        reduced(STUDIO, command, AT)
    assert caught.value.message.code == code
