"""Which product is being explained."""

from console.model.commands import EndExplaining, EndSession, Explain, HideOverlay, StartSession, UndoExplain
from console.model.rundown import Explaining
from tests.support.desk import Desk
from tests.support.sale import SALE, S, selling_desk


def test_explaining_ends_the_one_before_and_puts_the_card_on_air() -> None:
    desk = selling_desk()
    desk.do(Explain("tea"), HideOverlay("follows"))
    state = desk.do(Explain("cup"))
    assert (state.explaining.product, state.explaining.since_us) == ("cup", desk.clocks.now().show_us)
    assert state.overlays["follows"].shown


def test_what_is_explained_already_stays_as_it_is() -> None:
    desk = selling_desk()
    state = desk.do(Explain("tea"))
    desk.wait(S)
    assert desk.do(Explain("tea")) is state


def test_no_other_graphic_comes_on_air_and_no_card_of_another_product() -> None:
    assert set(selling_desk().do(Explain("tea")).overlays) == {"card", "follows"}


def test_a_wrong_one_is_taken_back_within_five_seconds_as_if_it_had_not_been() -> None:
    desk = selling_desk()
    before = desk.do(Explain("tea")).explaining
    desk.wait(60 * S)
    desk.do(Explain("cup"))
    desk.wait(5 * S - 1_000)
    after = desk.do(UndoExplain()).explaining
    assert (after.product, after.since_us) == (before.product, before.since_us)
    assert desk.refused(UndoExplain()).code == "nothing_to_undo"


def test_the_first_one_is_taken_back_to_nothing() -> None:
    assert selling_desk().do(Explain("tea"), UndoExplain()).explaining == Explaining()


def test_it_is_too_late_after_five_seconds_and_there_is_nothing_after_an_end() -> None:
    desk = selling_desk()
    desk.do(Explain("tea"))
    desk.wait(5 * S)
    assert desk.refused(UndoExplain()).params == {"seconds": 5}
    assert desk.do(Explain("cup"), EndExplaining()).explaining == Explaining()
    assert desk.refused(UndoExplain()).code == "nothing_to_undo"


def test_only_products_of_the_show_are_explained_and_only_in_a_session() -> None:
    assert selling_desk().refused(Explain("nothing")).code == "no_such_product"
    assert Desk(SALE).refused(Explain("tea")).code == "no_session"


def test_the_end_of_a_session_ends_it() -> None:
    desk = selling_desk()
    assert desk.do(Explain("tea"), EndSession()).explaining == Explaining()
    assert desk.do(StartSession("s2")).explaining == Explaining()
