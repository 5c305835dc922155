"""The workspace of whoever sees to the devices, the encoders and the lines."""

from PySide6.QtCore import QCoreApplication

from widgets.desk import Desk
from widgets.frame.memory import Memory
from widgets.frame.shape import Group, Plans
from widgets.frame.workspace import Workspace
from widgets.producer.workspace import panels
from widgets.tech.history import history_of
from widgets.tech.sources import SourcesPanel

PANELS = {
    "devices": "widgets.tech.devices:DevicesPanel",
    "destinations": "widgets.tech.destinations:DestinationsPanel",
    "machine": "widgets.tech.machine:MachinePanel",
    "encoder": "widgets.tech.graphs:EncoderPanel",
    "network": "widgets.tech.graphs:NetworkPanel",
    "timing": "widgets.tech.graphs:TimingPanel",
    "log": "widgets.tech.log:LogPanel",
}
"""By the name under which they are remembered."""

GRAPHS = ("encoder", "network", "timing")
PLANS: Plans = {
    "wide": (
        Group(("devices",), "left", 300),
        Group(("destinations",), "right", 440, share=3),
        Group(("machine",), "right", 440, below="destinations"),
        Group(("encoder",), "bottom", 300),
        Group(("network",), "bottom", 300),
        Group(("timing",), "bottom", 300),
        Group(("log",), "bottom", 300),
    ),
    "middle": (
        Group(("destinations", "devices", "machine"), "right", 400),
        Group(GRAPHS, "bottom", 240),
        Group(("log",), "bottom", 240),
    ),
    "narrow": (
        Group(("destinations", "devices", "machine"), "right", 360),
        Group((*GRAPHS, "log"), "bottom", 220),
    ),
    "small": (Group(("destinations", "devices", "machine", *GRAPHS, "log"), "right", 400),),
}


def workspace(desk: Desk, memory: Memory) -> Workspace:
    """All panels that there are, in their places."""
    history_of(desk)  # Why: it begins to remember with the window, not when somebody first looks.
    return Workspace(
        desk,
        memory,
        "tech",
        title=QCoreApplication.translate("TechWorkspace", "Tech"),
        centre=SourcesPanel(desk),
        panels=panels(PANELS),
        plans=PLANS,
    )
