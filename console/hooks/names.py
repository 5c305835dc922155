"""Buyers' names go into the file of names and nowhere else. Thread: the hooks' own, for it waits for a disk."""

from collections.abc import Callable, Iterable
from pathlib import Path

from console.errors import ConsoleError, Message
from console.hooks.intake import Known
from console.hooks.message import Buyer
from console.library.viewers import Viewers, initials
from console.words.hooks import HOOKS_WITHOUT_NAMES


class Names:
    """Ids and initials of buyers. A disk that fails costs names, never orders."""

    def __init__(self, path: Callable[[], Path], *, wall_us: Callable[[], int]) -> None:
        """The file is opened with the first name."""
        self._path, self._wall_us = path, wall_us
        self._viewers: Viewers | None = None

    def known(self, buyers: Iterable[Buyer]) -> tuple[dict[Buyer, Known], Message | None]:
        """By buyer, and why some are missing."""
        found: dict[Buyer, Known] = {}
        try:
            for buyer in buyers:
                found[buyer] = self._known(buyer)
        except ConsoleError as error:
            return found, HOOKS_WITHOUT_NAMES(reason=error.message.params.get("reason", error.message.code))
        return found, None

    def close(self) -> None:
        """Let go of the file."""
        if self._viewers is not None:
            self._viewers.close()

    def _known(self, buyer: Buyer) -> Known:
        if self._viewers is None:
            self._viewers = Viewers(self._path())
        key = self._viewers.id_of(buyer.shop, buyer.account, name=buyer.name, seen_us=self._wall_us())
        return Known(key, initials(buyer.name))
