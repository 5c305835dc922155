"""What the producer puts before the host."""

from msgspec.structs import replace

from console.core.store import Store
from console.model.commands import AskHost, ClearNote, EndSession, SendNote, StartSession
from console.model.comment import Question
from console.model.host import HostView, Note
from tests.support.desk import Desk, on_air


def test_a_note_is_shown_with_its_time_until_it_is_cleared() -> None:
    desk = on_air()
    state = desk.do(SendNote(" 30秒のばして ", flash=True))
    assert state.host.note == Note(text="30秒のばして", at_us=desk.clock.wall_us(), flash=True)
    assert desk.do(ClearNote()).host == HostView()
    assert desk.do(ClearNote()) is desk.state


def test_the_same_note_again_is_a_new_one() -> None:
    desk = on_air()
    first = desk.do(SendNote("早く")).host.note
    second = desk.do(SendNote("早く")).host.note
    assert first is not None
    assert second is not None
    assert second.at_us > first.at_us


def test_a_note_that_says_nothing_or_cannot_be_read_at_a_glance_is_refused() -> None:
    desk = on_air()
    assert desk.refused(SendNote(" \n ")).code == "note_empty"
    assert desk.refused(SendNote("あ" * 201)).code == "note_too_long"
    assert desk.do(SendNote("あ" * 200)).host.note is not None


def test_a_note_needs_no_session_and_outlives_one_and_a_question_does_not() -> None:
    desk = asking()
    desk.do(SendNote("よろしく"), AskHost("q1"), StartSession("s1"))
    assert (desk.state.host.note is not None, desk.state.host.question) == (True, "")
    assert desk.do(EndSession()).host.note is not None


def test_a_question_that_is_there_is_asked_and_taken_away() -> None:
    desk = asking()
    assert desk.do(AskHost("q1")).host.question == "q1"
    assert desk.refused(AskHost("q2")).code == "no_such_question"
    assert desk.do(AskHost("")).host.question == ""


def asking() -> Desk:
    desk = Desk()
    state = replace(desk.state, questions={"q1": Question(id="q1", text="送料は？")})
    desk.store = Store(state, now=desk.clocks.now, journal=desk)
    return desk
