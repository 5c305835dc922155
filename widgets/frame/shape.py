"""Where the panels of a workspace hang: in which columns and rows, at which size of the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.theme import LOWEST_HEIGHT, LOWEST_WIDTH, WIDE

Shape = Literal["wide", "middle", "narrow", "small"]
"""From 1600 logical pixels, from 1200, below, and below 1200 x 680, where all panels are tabs of one column."""
Side = Literal["left", "right", "bottom"]


@dataclass(frozen=True, slots=True)
class Group:
    """One place. Several panels in it are tabs, the first of them in front."""

    panels: tuple[str, ...]
    side: Side
    size_px: int = 0
    """Width in a column, height in the bottom row; 0: what the place beside or above it leaves."""
    beside: str = ""
    """To the right of the place of this panel, on the same side."""
    below: str = ""
    """Under the place of this panel, on the same side."""
    share: int = 1
    """Of the length that places in one row or column divide among themselves."""


Plan = tuple[Group, ...]
"""Order matters: what another is beside or below comes first."""
Plans = Mapping[Shape, Plan]


def shape_of(width_px: int, height_px: int) -> Shape:
    """Of a window of this size."""
    if width_px >= WIDE:
        return "wide"
    if width_px >= LOWEST_WIDTH:
        return "middle"
    return "narrow" if height_px >= LOWEST_HEIGHT else "small"


def in_one_column(panels: tuple[str, ...], *, side: Side = "right", size_px: int = 360) -> Plan:
    """All of them as tabs."""
    return (Group(panels, side, size_px),) if panels else ()


def present(plan: Plan, there: frozenset[str]) -> Plan:
    """The plan without panels that do not exist; what hung on such a one hangs on its side."""
    kept: list[Group] = []
    for group in plan:
        panels = tuple(key for key in group.panels if key in there)
        placed = {key for other in kept for key in other.panels}
        if panels:
            kept.append(
                Group(
                    panels,
                    group.side,
                    group.size_px,
                    beside=group.beside if group.beside in placed else "",
                    below=group.below if group.below in placed else "",
                    share=group.share,
                )
            )
    return tuple(kept)
