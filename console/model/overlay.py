"""Graphics laid over Program."""

from typing import Literal

from console.model.base import Entity, Noun, Settings


class Overlay(Entity, frozen=True):
    """One graphic of the show: what kind, how set. What it sells is a reference, never in settings."""

    name: str
    kind: str
    """Name of the driver, an entry point of `honban.overlays`."""
    settings: Settings = {}


class OverlayOnAir(Noun, frozen=True):
    """Whether a graphic is wanted on air, and since when."""

    shown: bool
    since_us: int
    """Media time of the last change; its animation starts there."""
    shown_us: int = 0
    """Show time from which its hold counts: when it came on air, or the show began."""


class PinnedComment(Noun, frozen=True):
    """A comment of a viewer that is on air. Whose it is, is an id; names are looked up where it is drawn."""

    text: str
    viewer: str = ""


class PinnedAnswer(Noun, frozen=True):
    """A question and the answer that is on air."""

    viewer: str = ""
    """Id of who asked; empty: nobody who is known."""
    asker: str = ""
    """A made-up name, of a question that the show's planner wrote. Never a viewer's."""
    question: str = ""
    answer: str = ""


class Theme(Entity, frozen=True):
    """The brand on air. Colours are #RRGGBB."""

    brand: str = "#E5484D"
    card: str = "#FFFFFF"
    ink: str = "#14161A"
    logo: str = ""
    """File name inside the show folder."""
    font: str = ""
    """A font file in the show folder; empty: the house's Noto Sans JP."""
    language: Literal["ja", "en"] = "ja"
    """Of the words that the graphics bring along, such as 税込."""
