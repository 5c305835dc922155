"""The workspace in which a show is prepared: what there is left, its form in the middle, its look right."""

from PySide6.QtCore import QCoreApplication

from widgets.desk import Desk
from widgets.frame.hung import MakePanel
from widgets.frame.memory import Memory
from widgets.frame.shape import Group, Plans, in_one_column
from widgets.frame.workspace import Workspace
from widgets.plan.form_panel import FormPanel
from widgets.plan.pages_panel import PagesPanel
from widgets.plan.planning import Planning
from widgets.plan.things_panel import ThingsPanel

PLANS: Plans = {
    "wide": (
        Group(("pages",), "left", 200),
        Group(("things",), "left", 320, beside="pages"),
        Group(("preview",), "right", 480),
        Group(("problems", "words"), "right", 480, below="preview"),
    ),
    "middle": (
        Group(("pages",), "left", 170),
        Group(("things",), "left", 250, beside="pages"),
        Group(("preview",), "right", 360),
        Group(("problems", "words"), "right", 360, below="preview"),
    ),
    "narrow": (
        Group(("pages",), "left", 170),
        Group(("things", "preview", "problems", "words"), "right", 320),
    ),
    "small": in_one_column(("pages", "things", "preview", "problems", "words"), side="left", size_px=320),
}


def workspace(desk: Desk, memory: Memory) -> Workspace:
    """All panels look at the same page."""
    planning = Planning(desk)
    panels: dict[str, MakePanel] = {
        "pages": lambda _desk: PagesPanel(planning),
        "things": lambda _desk: ThingsPanel(planning),
    }
    centre = FormPanel(planning)
    planning.setParent(centre)
    title = QCoreApplication.translate("PlanWorkspace", "Plan")
    return Workspace(desk, memory, "plan", title=title, centre=centre, panels=panels, plans=PLANS)
