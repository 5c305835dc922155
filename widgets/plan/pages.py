"""What can be planned, in the order in which a show is made: one page each."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from console.core.show_edits import KINDS, entities, entity
from console.model.audio import AudioMix
from console.model.base import Entity
from console.model.commands import EditArea
from console.model.overlay import Theme
from console.model.planning import Targets
from console.model.show import Show
from widgets.icons import Icon

Section = Literal["goods", "running", "look", "picture", "sending"]


@dataclass(frozen=True, slots=True)
class Page:
    """An area of the show, or some fields of what there is once."""

    key: str
    area: EditArea
    section: Section
    icon: Icon
    only: tuple[str, ...] | None = None

    @property
    def is_list(self) -> bool:
        """Several things, each with an id."""
        return self.area in KINDS

    @property
    def struct(self) -> type[Entity]:
        """Of each of them."""
        return KINDS.get(self.area) or _ONCE[self.area]

    def thing(self, show: Show, key: str) -> Entity | None:
        """None: it is not there."""
        return entity(show, self.area, key)

    def things(self, show: Show) -> dict[str, Entity]:
        """By id, in the order in which they are shown."""
        found = entities(show, self.area)
        if self.area == "products":
            return dict(sorted(found.items(), key=lambda pair: (getattr(pair[1], "number", 0), pair[0])))
        if self.area == "segments":
            return {key: found[key] for key in dict.fromkeys((*show.rundown, *found)) if key in found}
        return found


_ONCE: dict[EditArea, type[Entity]] = {"audio": AudioMix, "theme": Theme, "targets": Targets, "show": Show}

PAGES: tuple[Page, ...] = (
    Page("products", "products", "goods", "stock"),
    Page("offers", "offers", "goods", "offer"),
    Page("coupons", "coupons", "goods", "coupon"),
    Page("giveaways", "giveaways", "goods", "gift"),
    Page("segments", "segments", "running", "plan"),
    Page("answers", "answers", "running", "answer"),
    Page("ng", "show", "running", "mute", ("ng_words", "ng_lists", "ng_allowed")),
    Page("targets", "targets", "running", "ok"),
    Page("theme", "theme", "look", "look"),
    Page("overlays", "overlays", "look", "graphic"),
    Page("opening", "show", "look", "start", ("title", "opening_scene", "opening_overlays", "opening_answer")),
    Page("sources", "sources", "picture", "camera"),
    Page("scenes", "scenes", "picture", "screen"),
    Page("strips", "strips", "picture", "sound"),
    Page("audio", "audio", "picture", "microphone", ("duck_db", "duck_threshold_db")),
    Page("destinations", "destinations", "sending", "live"),
    Page("renditions", "renditions", "sending", "encoder", None),
    Page("safe_areas", "show", "sending", "size", ("safe_areas", "rate")),
)
BY_KEY = {page.key: page for page in PAGES}


def titles() -> dict[str, str]:
    """Of all pages."""
    return {
        "products": QCoreApplication.translate("Pages", "Products"),
        "offers": QCoreApplication.translate("Pages", "Offers"),
        "coupons": QCoreApplication.translate("Pages", "Coupons"),
        "giveaways": QCoreApplication.translate("Pages", "Giveaways"),
        "segments": QCoreApplication.translate("Pages", "Rundown, scripts"),
        "answers": QCoreApplication.translate("Pages", "Answers"),
        "ng": QCoreApplication.translate("Pages", "Words not to say"),
        "targets": QCoreApplication.translate("Pages", "Targets"),
        "theme": QCoreApplication.translate("Pages", "Theme"),
        "overlays": QCoreApplication.translate("Pages", "Graphics"),
        "opening": QCoreApplication.translate("Pages", "Title and opening"),
        "sources": QCoreApplication.translate("Pages", "Sources"),
        "scenes": QCoreApplication.translate("Pages", "Scenes"),
        "strips": QCoreApplication.translate("Pages", "Sound strips"),
        "audio": QCoreApplication.translate("Pages", "Music under voice"),
        "destinations": QCoreApplication.translate("Pages", "Destinations"),
        "renditions": QCoreApplication.translate("Pages", "Picture quality"),
        "safe_areas": QCoreApplication.translate("Pages", "Safe areas, rate"),
    }


def section_titles() -> dict[Section, str]:
    """Headings of the list of pages."""
    return {
        "goods": QCoreApplication.translate("Pages", "What is sold"),
        "running": QCoreApplication.translate("Pages", "How it runs"),
        "look": QCoreApplication.translate("Pages", "How it looks"),
        "picture": QCoreApplication.translate("Pages", "Picture and sound"),
        "sending": QCoreApplication.translate("Pages", "Where it goes"),
    }


def page_of(area: str, field: str = "") -> Page:
    """The page on which a field is edited."""
    matching = [page for page in PAGES if page.area == area]
    return next((page for page in matching if page.only is None or field in page.only), (*matching, PAGES[0])[0])
