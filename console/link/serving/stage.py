"""What the link needs of the engine behind it, handed in by the roof."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from console.errors import Message
from console.link.asking import Asking
from console.link.pulse import Pulse
from console.model.commands import Command
from console.model.moment import At
from console.model.state import State

NOBODY: Mapping[str, str] = MappingProxyType({})
"""No names."""
Run = Callable[[Any], Awaitable[Any]]
"""Does an errand or answers a query on the control thread's loop; raises `ConsoleError` or `Refused`. What is slow
goes to a thread of its own."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Every call says on which thread it comes."""

    loop: asyncio.AbstractEventLoop
    """The control thread's."""
    state: Callable[[], State]
    """Any thread."""
    now: Callable[[], At]
    """Any thread."""
    obey: Callable[[Command], Message | None]
    """Control thread. None: it was obeyed."""
    names: Callable[[], Mapping[str, str]] = lambda: NOBODY
    """Any thread. Display names of the viewers that the State speaks of, by id; another object after each change."""
    check: Callable[[Command], None] = lambda _command: None
    """A thread of the link's; may ask the disk. Raises `ConsoleError`."""
    look: Callable[[str, tuple[str, ...]], dict[str, str]] = lambda _viewer, _monitors: {}
    """Control thread. From now on `viewer` looks at exactly these monitors; where their rings are."""
    pulse: Callable[[], Pulse] = Pulse
    """Control thread; between `watch` and `unwatch`."""
    watch: Callable[[], None] = lambda: None
    """Control thread: somebody begins to look at the pulse."""
    unwatch: Callable[[], None] = lambda: None
    """Control thread: nobody looks at it any more."""
    askings: Mapping[type[Asking], Run] = field(default_factory=dict)
