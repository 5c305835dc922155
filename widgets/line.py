"""What the desk needs of a link to an engine. `console.link.client.Link` is one; tests have one of their own."""

from typing import Protocol

from console.link.asking import Asking
from console.link.snapshot import Snapshot
from console.media.picture import Picture
from console.model.commands import Command


class Line(Protocol):
    """A way to an engine. Nothing here waits."""

    @property
    def snapshot(self) -> Snapshot:
        """The newest; another object whenever anything is new."""

    def send(self, command: Command) -> int:
        """Want something of the show; the number under which the answer comes."""

    def ask(self, asking: Asking) -> int:
        """Want an errand done or a query answered; the number under which the answer comes."""

    def watch(self, monitors: frozenset[str], *, pulse: bool = True) -> None:
        """Look at these monitors and at no others; `pulse`: and at the high-rate figures."""

    def monitor(self, name: str) -> Picture | None:
        """The newest picture of a monitor that is watched (the same object while none is newer)."""
