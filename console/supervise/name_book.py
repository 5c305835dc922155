"""Names of the viewers that the State speaks of: beside it, never in it, so that no journal holds one.

Thread: control writes; any may read `names`, which is another object after each change.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType


class NameBook:
    """What graphics and faces look names up in. Bounded by the State: who left it is dropped here."""

    def __init__(self) -> None:
        """Nobody is known."""
        self.names: Mapping[str, str] = MappingProxyType({})
        """Display name by viewer's id; empty for somebody whose name nobody knows (any more)."""

    def learn(self, names: Mapping[str, str]) -> None:
        """From the file of names, or from a platform that has just told one."""
        if any(self.names.get(viewer) != name for viewer, name in names.items()):
            self.names = MappingProxyType({**self.names, **names})

    def keep(self, viewers: Collection[str]) -> None:
        """Forget all others."""
        if not self.names.keys() <= set(viewers):
            self.names = MappingProxyType({key: name for key, name in self.names.items() if key in viewers})
