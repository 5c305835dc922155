"""What falls due."""

from console.core.due import coming
from console.model.commands import ArmOffer, EndSession, HoldSegment, StartOffer, TakeNext
from console.model.facts import CueFired, OfferClosed, OfferOpened
from console.model.state import State
from tests.support.sale import S, selling_desk


def facts(state: State) -> list[object]:
    return [due.fact for due in coming(state)]


def test_openings_ends_and_cues_are_told_in_the_order_of_their_time() -> None:
    desk = selling_desk()
    desk.do(ArmOffer("cup"), StartOffer("cup"), TakeNext(), TakeNext(), StartOffer("tea"))
    assert facts(desk.state) == [
        CueFired("tea", "start"),
        OfferOpened("tea"),
        CueFired("tea", "wide"),
        OfferClosed("cup"),
    ]
    assert [due.show_us for due in coming(desk.state)] == sorted(due.show_us for due in coming(desk.state))


def test_what_is_held_what_happened_and_what_is_over_is_not_due() -> None:
    desk = selling_desk()
    desk.do(TakeNext(), TakeNext(), HoldSegment(hold=True))
    assert facts(desk.state) == []
    desk.do(HoldSegment(hold=False))
    desk.wait(21 * S)
    desk.do(CueFired("tea", "start"))
    assert facts(desk.state) == [CueFired("tea", "wide"), OfferOpened("tea")]
    assert facts(desk.do(EndSession())) == []
