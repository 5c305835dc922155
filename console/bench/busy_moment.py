"""Ten graphics at once: an offer is open, people buy, and everything that may stand together stands on air."""

from console.bench.graphics import VIEWERS, Graphic, graphics_at
from console.model.canvas import Canvas
from console.model.offer import OfferStatus, Order, Selling
from console.model.overlay import PinnedComment
from console.model.rundown import Explaining
from console.model.show import Show
from console.model.state import Audience, State

KINDS = (
    "logo",
    "viewer_count",
    "product_card",
    "countdown",
    "stock_meter",
    "order_toast",
    "coupon",
    "announcement",
    "pinned_comment",
    "ticker",
)
SHOW_US = 1_764_500_000_000_000
"""A moment that is the same in every run; coupons without an end count then."""
LEFT_US, SOLD = 45_000_000, 12
COMMENT = PinnedComment(viewer="hanako", text="この藍色、写真よりずっときれいですね！")

NOTICE = "まもなくタイムセール終了"


def ten_graphics(show: Show, canvas: Canvas) -> tuple[Graphic, ...]:
    """The ten of `KINDS` in the middle of the show's first offer that has a coupon; raises `ConsoleError`."""
    return graphics_at(busy_moment(show), canvas, KINDS, show_us=SHOW_US)


def busy_moment(show: Show) -> State:
    """An offer is live at `SHOW_US`, its product explained, an order just placed, a comment pinned."""
    offer = next(key for key, plan in show.offers.items() if plan.coupon)
    plan, since_us = show.offers[offer], SHOW_US - 15_000_000
    status = OfferStatus("live", price_open=True, opens_us=since_us, ends_us=SHOW_US + LEFT_US, sold=SOLD)
    order = Order("1", plan.product, 1, plan.price, initials="T.", at_us=SHOW_US - 2_000_000)
    words = {key: NOTICE for key, overlay in show.overlays.items() if overlay.kind == "announcement"}
    return State(
        show=show,
        audience=Audience(viewers=VIEWERS, comment=COMMENT, words=words),
        explaining=Explaining(product=plan.product, since_us=since_us),
        selling=Selling(offers={offer: status}, toasts=(order,)),
    )
