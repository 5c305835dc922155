"""What a form may name: the things of the open show, by id and by what people call them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.audience.ng_lists import bundled
from console.core.names import called
from console.core.show_edits import KINDS, entities
from console.drivers import rows
from console.model.planning import NG_LISTS
from widgets.desk import Desk

PLATFORMS = {
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "twitch": "Twitch",
}
"""For what a planner writes before there is anything of a platform in the show."""


class Known:
    """Looks at the newest State of a desk."""

    def __init__(self, desk: Desk) -> None:
        """Keeps nothing."""
        self.desk = desk

    def choices(self, names: str) -> Mapping[str, str]:
        """What can be named: id to words, in the show's order."""
        if names in {"kinds", "honban.overlays"}:
            return self.drivers("honban.overlays")
        if names == "honban.sources":
            return self.drivers(names)
        if names == "ng_lists":
            is_ja = self.desk.language == "ja"
            return {name: (bundled(name).title_ja if is_ja else bundled(name).title_en) for name in NG_LISTS}
        if names == "platforms":
            return {
                name: PLATFORMS.get(name, name) for name in sorted({*self.desk.state.show.safe_areas, *PLATFORMS})
            }
        return self.things(names)

    def things(self, area: Any) -> Mapping[str, str]:
        """Of an area of the show."""
        if area not in KINDS:
            return {}
        show = self.desk.state.show
        words = {key: called(show, key, one) for key, one in entities(show, area).items()}
        if area == "products":
            return {key: f"No.{show.products[key].number}  {name}" for key, name in words.items()}
        return words

    def drivers(self, group: str) -> Mapping[str, str]:
        """Kinds that are installed; one that is broken can still be named."""
        is_ja = self.desk.language == "ja"
        titles = {kind: row.driver for kind, row in sorted(rows(group).items())}
        return {
            kind: kind if driver is None else (driver.title_ja if is_ja else driver.title_en)
            for kind, driver in titles.items()
        }

    def missing(self, name: str) -> str:
        """What stands for a name that leads nowhere."""
        return QCoreApplication.translate("Forms", "{name} (not there)").format(name=name)
