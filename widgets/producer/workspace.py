"""The workspace a show is run from: Preview and Program in the middle, everything else around them."""

from pkgutil import resolve_name

from PySide6.QtCore import QCoreApplication

from widgets.desk import Desk
from widgets.frame.existing import exists
from widgets.frame.hung import MakePanel
from widgets.frame.memory import Memory
from widgets.frame.shape import Group, Plans
from widgets.frame.workspace import Workspace
from widgets.producer.centre import Centre

PANELS = {
    "rundown": "widgets.producer.rundown:RundownPanel",
    "now": "widgets.producer.now:NowPanel",
    "products": "widgets.producer.products:ProductsPanel",
    "comments": "widgets.producer.comments:CommentsPanel",
    "offers": "widgets.producer.offers:OffersPanel",
    "graphics": "widgets.producer.graphics:GraphicsPanel",
    "audio": "widgets.producer.audio:AudioPanel",
}
"""By the name under which they are remembered."""

PLANS: Plans = {
    "wide": (
        Group(("rundown",), "left", 320),
        Group(("now",), "right", 300),
        Group(("comments",), "right", 440, beside="now"),
        Group(("products",), "right", 300, below="now"),
        Group(("offers",), "bottom", 260),
        Group(("graphics",), "bottom", 260),
        Group(("audio",), "bottom", 260),
    ),
    "middle": (
        Group(("rundown",), "left", 300, share=5),
        Group(("now",), "left", 300, below="rundown", share=4),
        Group(("comments",), "right", 320),
        Group(("products", "offers", "graphics", "audio"), "bottom", 200),
    ),
    "narrow": (
        Group(("rundown", "now", "comments"), "right", 320),
        Group(("products", "offers", "graphics", "audio"), "bottom", 200),
    ),
    "small": (
        Group(("rundown", "now", "comments", "products"), "right", 360),
        Group(("offers", "graphics", "audio"), "right", 360, below="rundown"),
    ),
}


def workspace(desk: Desk, memory: Memory) -> Workspace:
    """All panels that there are, in their places."""
    return Workspace(
        desk,
        memory,
        "producer",
        title=QCoreApplication.translate("ProducerWorkspace", "Producer"),
        centre=Centre(desk, memory),
        panels=panels(PANELS),
        plans=PLANS,
    )


def panels(named: dict[str, str]) -> dict[str, MakePanel]:
    """Classes of panels by key, of `module:Class`; what is not part of this program is left away."""
    return {key: resolve_name(name) for key, name in named.items() if exists(name.partition(":")[0])}
