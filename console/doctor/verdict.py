"""What all rows together mean."""

from collections.abc import Callable, Sequence
from typing import Literal

from console.doctor.check import Check, Row
from console.errors import Message
from console.words.doctor import LIMITED, NOT_READY, READY

Verdict = Literal["ready", "limited", "not_ready"]


def verdict(rows: Sequence[Row]) -> Verdict:
    """Whether a show can go on air from this machine."""
    if any(row.stops_the_show for row in rows):
        return "not_ready"
    return "limited" if any(row.finding.level != "pass" for row in rows) else "ready"


def summary(rows: Sequence[Row], title: Callable[[Check], str]) -> Message:
    """The sentence that says so. `title`: a check's name in the reader's language."""
    if verdict(rows) == "not_ready":
        return NOT_READY(names=", ".join(title(row.check) for row in rows if row.stops_the_show))
    short = [title(row.check) for row in rows if row.finding.level != "pass"]
    return LIMITED(names=", ".join(short)) if short else READY(count=len(rows))
