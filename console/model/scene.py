"""Where sources stand in the picture, and how one scene becomes another."""

from typing import Literal

from console.model.base import Entity, Noun

Fit = Literal["cover", "contain", "stretch"]
"""cover fills the box and cuts, contain shows all and leaves bars, stretch distorts."""


class Box(Noun, frozen=True):
    """A rectangle as fractions (0..1) of what holds it."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0


class Placement(Noun, frozen=True):
    """One source in one box of the canvas."""

    source: str
    box: Box = Box()
    """Of the canvas."""
    crop: Box = Box()
    """Of the source's picture: the part that is used."""
    fit: Fit = "cover"


class Scene(Entity, frozen=True):
    """Placements from back to front."""

    name: str
    placements: tuple[Placement, ...] = ()


class Transition(Noun, frozen=True):
    """How Preview becomes Program."""

    kind: Literal["cut", "dissolve", "wipe"] = "cut"
    duration_us: int = 0


CUT = Transition()
