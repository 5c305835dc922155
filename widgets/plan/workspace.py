"""The workspace in which a show is prepared: what there is left, its form in the middle, its look right."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from widgets.desk import Desk
from widgets.frame.hung import MakePanel
from widgets.frame.memory import Memory
from widgets.frame.shape import Group, Plans, in_one_column
from widgets.frame.workspace import Workspace
from widgets.plan.form_panel import FormPanel
from widgets.plan.pages_panel import PagesPanel
from widgets.plan.planning import Planning
from widgets.plan.preview_panel import PreviewPanel
from widgets.plan.problems_panel import ProblemsPanel, WordsPanel
from widgets.plan.table_panel import TablePanel
from widgets.plan.things_panel import ThingsPanel

PLANS: Plans = {
    "wide": (
        Group(("pages",), "left", 200),
        Group(("things",), "left", 320, beside="pages"),
        Group(("preview",), "right", 480, share=3),
        Group(("problems", "words", "table"), "right", 480, below="preview", share=2),
    ),
    "middle": (
        Group(("pages",), "left", 180),
        Group(("things",), "left", 250, beside="pages"),
        Group(("preview",), "right", 360, share=3),
        Group(("problems", "words", "table"), "right", 360, below="preview", share=2),
    ),
    "narrow": (
        Group(("pages",), "left", 170),
        Group(("things", "preview", "problems", "words", "table"), "right", 320),
    ),
    "small": in_one_column(("pages", "things", "preview", "problems", "words", "table"), side="left", size_px=320),
}


def workspace(desk: Desk, memory: Memory) -> Workspace:
    """All panels look at the same page."""
    planning = Planning(desk)
    panels: dict[str, MakePanel] = {
        "pages": lambda _desk: PagesPanel(planning),
        "things": lambda _desk: ThingsPanel(planning),
        "problems": lambda _desk: ProblemsPanel(planning),
        "words": lambda _desk: WordsPanel(planning),
        "table": lambda _desk: TablePanel(planning),
        "preview": lambda _desk: PreviewPanel(planning),
    }
    centre = FormPanel(planning)
    planning.setParent(centre)
    title = QCoreApplication.translate("PlanWorkspace", "Plan")
    room = Workspace(desk, memory, "plan", title=title, centre=centre, panels=panels, plans=PLANS)
    planning.import_wanted.connect(partial(room.show_panel, "table"))
    planning.table_brought.connect(lambda _path: room.show_panel("table"))
    return room
