"""Shows small enough to read, for tests."""

from console.errors import Message
from console.model.audio import AudioMix, Strip
from console.model.destination import Destination, Rendition
from console.model.overlay import Overlay
from console.model.product import Coupon, Money, Product
from console.model.scene import Placement, Scene, Transition
from console.model.show import Show
from console.model.source import Source

SHOW = Show(
    title="evening",
    sources={"cam": Source(name="Camera", kind="bars"), "clip": Source(name="Clip", kind="bars")},
    scenes={
        "wide": Scene(name="Wide", placements=(Placement(source="cam"),)),
        "near": Scene(name="Near", placements=(Placement(source="clip"),)),
    },
    audio=AudioMix(strips={"cam": Strip(role="voice")}),
    products={"tea": Product(number=1, name="煎茶", price=Money(minor=1980))},
    coupons={"spring": Coupon(code="SPRING", title="春", discount="¥500 OFF")},
    overlays={"card": Overlay(name="Card", kind="card"), "qr": Overlay(name="QR", kind="qr")},
    renditions={"main": Rendition(), "small": Rendition()},
    destinations={
        "yt": Destination(name="One", server="rtmp://one.example/live", key="yt"),
        "tt": Destination(name="Two", server="rtmp://two.example/live", key="tt", rendition="small"),
    },
    opening_scene="wide",
    opening_overlays=("card",),
)
"""Two of everything that there may be two of."""

DISSOLVE = Transition(kind="dissolve", duration_us=500_000)

TROUBLE = Message("trouble", {"name": "camera"})
"""A problem with no sentence of its own."""
