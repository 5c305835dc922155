"""What planners ask for: changes of the open show."""

from typing import Any, Literal

from console.model.command import Command

EditArea = Literal[
    "sources",
    "scenes",
    "overlays",
    "products",
    "coupons",
    "offers",
    "giveaways",
    "segments",
    "answers",
    "renditions",
    "destinations",
    "strips",
    "audio",
    "theme",
    "targets",
    "show",
]
"""What of the show can be edited: collections, and at the end what there is once, its id empty.

"show" is what stands beside the collections: title, rate, rundown, opening, words not to say, safe areas.
"""


SHOW_FIELDS = (
    "title",
    "rate",
    "rundown",
    "ng_words",
    "ng_lists",
    "ng_allowed",
    "safe_areas",
    "opening_scene",
    "opening_overlays",
    "opening_answer",
)
"""Fields of the area "show". `folder` is where it was opened, and is no edit."""


class Edit(Command, frozen=True):
    """Change fields of one entity of the open show."""

    area: EditArea
    id: str
    patch: dict[str, Any]
    """Field name to new value, as plain values."""
    base: int
    """The entity's revision that the editor saw; an older one is refused."""


class Add(Command, frozen=True):
    """A new entity of the open show. What there is once cannot be added."""

    area: EditArea
    id: str
    fields: dict[str, Any]
    """As plain values; what is left out has its usual value."""
    to: int | None = None
    """Its place among those of its area; None: the last."""


class Remove(Command, frozen=True):
    """Take an entity out of the open show. Refused while anything refers to it or it is on air."""

    area: EditArea
    id: str
    base: int
    """The entity's revision that the editor saw; an older one is refused."""


class EditTogether(Command, frozen=True):
    """Several edits, all or none of them; whether the show is sound is asked once they are all made."""

    steps: tuple[Edit | Add | Remove, ...]


class SetEditOnAir(Command, frozen=True):
    """Whether edits may touch what is on Program, until the session is over."""

    on: bool
