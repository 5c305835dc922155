"""Faults until they are not, Notices once."""

from console.errors import Message
from console.model.commands import EndSession, OpenShow, StartSession
from console.model.facts import FaultCleared, FaultRaised, NoticeGiven, SourceLost
from console.model.state import NOTICES_KEPT
from tests.support.desk import Desk, on_air
from tests.support.shows import SHOW, TROUBLE


def test_a_fault_said_again_in_other_words_keeps_its_beginning() -> None:
    desk = Desk()
    since = desk.do(FaultRaised("disk", TROUBLE)).faults["disk"].since
    fault = desk.do(FaultRaised("disk", Message("worse"), "StopRecording")).faults["disk"]
    assert (fault.message, fault.since, fault.action) == (Message("worse"), since, "StopRecording")


def test_a_fault_said_again_in_the_same_words_is_nothing_new() -> None:
    desk = Desk()
    assert desk.do(FaultRaised("disk", TROUBLE), FaultRaised("disk", TROUBLE)).revision == 1


def test_a_fault_ends_once() -> None:
    desk = Desk()
    assert desk.do(FaultRaised("disk", TROUBLE), FaultCleared("disk"), FaultCleared("disk")).faults == {}
    assert desk.state.revision == 2


def test_the_newest_notices_are_kept_oldest_first() -> None:
    desk = Desk()
    desk.do(*(NoticeGiven(Message("n", {"i": i})) for i in range(NOTICES_KEPT + 7)))
    assert [notice.message.params["i"] for notice in desk.state.notices] == list(range(7, NOTICES_KEPT + 7))


def test_the_same_notice_may_be_given_twice() -> None:
    assert len(Desk().do(NoticeGiven(TROUBLE), NoticeGiven(TROUBLE)).notices) == 2


def test_what_is_wrong_with_the_house_outlasts_the_session_and_what_was_wrong_in_it_does_not() -> None:
    desk = on_air()
    desk.do(FaultRaised("disk", TROUBLE), SourceLost("cam", TROUBLE), EndSession(), StartSession("s2"))
    assert desk.state.faults.keys() == {"disk"}
    assert desk.do(EndSession(), OpenShow(SHOW)).faults.keys() == {"disk"}
