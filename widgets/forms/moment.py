"""A moment as a person writes it, kept with its offset from UTC."""

from datetime import datetime
from typing import Any

from widgets.forms.entry import MOMENT_PX, TextEntry, Unreadable
from widgets.forms.numbers import plain

WAYS = ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y-%m-%d")


class MomentEntry(TextEntry):
    """Date and time of this machine's place, unless an offset is written."""

    def __init__(self) -> None:
        """Empty: none."""
        super().__init__(width_px=MOMENT_PX, hint="2026-11-22 21:30")
        self._kept = self._shown = ""

    def show_value(self, value: Any) -> None:
        """Without the offset where it is this place's."""
        self._kept, self._shown = value, _written(value)
        self.show_text(self._shown)

    def value(self) -> Any:
        """ISO 8601 with offset; what was not touched stays letter by letter."""
        text = plain(self.line.text())
        if text == self._shown:
            return self._kept
        if not text:
            return ""
        moment = _read(text)
        if moment is None:
            raise Unreadable(self.tr("Write date and time, such as 2026-11-22 21:30."))
        return moment.isoformat()


def _written(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if moment.tzinfo is None or moment.utcoffset() != moment.astimezone().utcoffset():
        return value
    return moment.strftime("%Y-%m-%d %H:%M:%S" if moment.second else "%Y-%m-%d %H:%M")


def _read(text: str) -> datetime | None:
    for way in WAYS:
        try:
            return datetime.strptime(text, way).astimezone()
        except (ValueError, OverflowError, OSError):
            continue
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.astimezone()
