"""What a benchmark promises, and what it measured."""

from typing import Any, TypedDict

import msgspec

from console.errors import Message


class Claim(msgspec.Struct, frozen=True):
    """One promise with its limit: it holds if what was measured does not exceed it."""

    key: str
    """Never changes, such as `compose.ratio`."""
    what: Message
    measured: float | None
    """None: it could not be measured, and then it does not hold."""
    limit: float
    unit: str = ""

    @property
    def holds(self) -> bool:
        """Measured, and within the limit."""
        return self.measured is not None and self.measured <= self.limit


class Figure(msgspec.Struct, frozen=True):
    """A number that explains, and promises nothing."""

    key: str
    what: Message
    value: float | None
    unit: str = ""


class Section(msgspec.Struct, frozen=True):
    """One benchmark's outcome."""

    name: str
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def holds(self) -> bool:
        """All of it."""
        return all(claim.holds for claim in self.claims)


class Unit(TypedDict):
    """Keyword of `Claim` and `Figure` beside the number."""

    unit: str


RATIO, MS, PICTURES, FRAMES = Unit(unit="x"), Unit(unit="ms"), Unit(unit="pictures"), Unit(unit="frames")
MS_A_FRAME, CPU_S, PERCENT, MB = Unit(unit="ms/frame"), Unit(unit="CPU s"), Unit(unit="%"), Unit(unit="MB")
MS_A_MINUTE, LEVELS, PERCENT_OF_A_CORE = Unit(unit="ms/min"), Unit(unit="levels"), Unit(unit="% of a core")
SECONDS, TICKS, COMMENTS, PICTURES_A_SECOND = (
    Unit(unit="s"),
    Unit(unit="ticks"),
    Unit(unit="comments"),
    Unit(unit="/s"),
)


def rounded(value: float | None) -> float | None:
    """Three digits behind the point are more than any of it is worth."""
    return None if value is None else round(value, 3)


def plain(section: Section, sentence: Any) -> dict[str, Any]:
    """For JSON; `sentence` renders a `Message`."""
    return {
        "name": section.name,
        "holds": section.holds,
        "claims": [
            {
                "key": one.key,
                "what": sentence(one.what),
                "measured": rounded(one.measured),
                "limit": one.limit,
                "unit": one.unit,
                "holds": one.holds,
            }
            for one in section.claims
        ],
        "figures": [
            {"key": one.key, "what": sentence(one.what), "value": rounded(one.value), "unit": one.unit}
            for one in section.figures
        ],
    }
