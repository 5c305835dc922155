"""What is said of the newest orders."""

from console.model.toast import toast_shown
from tests.support.sale import S, order, selling_desk


def test_orders_of_one_product_close_together_are_one_toast_while_they_are_news() -> None:
    desk = selling_desk()
    assert toast_shown(desk.state, show_us=0) is None
    desk.do(order("1", buyer="a"))
    desk.wait(6 * S)
    desk.do(order("2", buyer="b"), order("3", "cup", 4, buyer="c"), order("4", units=2, buyer="d"))
    now_us = desk.clocks.now().show_us
    toast = toast_shown(desk.state, show_us=now_us)
    assert toast is not None
    assert (toast.product, toast.initials, toast.orders, toast.units) == ("tea", "d", 2, 3)
    assert toast_shown(desk.state, show_us=now_us + 8 * S + 1) is None
