"""A check, what it finds, and the row that makes: values all three."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from console.errors import Message

Level = Literal["pass", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says."""

    level: Level
    said: Message
    advice: Message | None = None
    """What to do now; None where nothing is to be done or `said` tells it."""


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at on this machine. Picklable: it is carried out in a child."""

    name: str
    """Stable, for programs: `library.av`."""
    group: Message
    """Heading under which it is shown."""
    title: Message | str
    """A name that is the same in every language is a plain string."""
    look: Callable[..., Finding]
    """A function of a module, called with `args`; may hang, raise and crash."""
    args: tuple[Any, ...] = ()
    is_critical: bool = False
    """Nothing can go on air if it fails."""
    deadline_s: float = 10.0
    advice: Message | None = None
    """What to do if it hangs or crashes; None: what helps in general."""


@dataclass(frozen=True, slots=True)
class Row:
    """A check that was carried out."""

    check: Check
    finding: Finding
    seconds: float

    @property
    def stops_the_show(self) -> bool:
        """Nothing can go on air before this is put right."""
        return self.check.is_critical and self.finding.level == "fail"


def passed(said: Message) -> Finding:
    """All is well."""
    return Finding("pass", said)


def warned(said: Message, advice: Message | None = None) -> Finding:
    """It works, but not as well as it could."""
    return Finding("warn", said, advice)


def failed(said: Message, advice: Message | None = None) -> Finding:
    """It does not work."""
    return Finding("fail", said, advice)


def reason_of(error: BaseException) -> str:
    """Kind and text of what was raised, one line of at most 300 letters."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}"[:300] if text else type(error).__name__
