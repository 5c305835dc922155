"""A sentence in both languages, and the message it makes."""

import math
from string import Formatter

from console.errors import Message


class Saying:
    """One sentence people may read: its code, its Japanese, its English.

    >>> CAMERA_LOST = Saying("camera_lost", ja="「{name}」の映像が来ません。", en="No picture from “{name}”.")
    >>> CAMERA_LOST(name="Desk").code
    'camera_lost'
    """

    def __init__(self, code: str, *, ja: str, en: str) -> None:
        """`ja` and `en` have the same gaps, written as for `str.format`."""
        self.code = code
        self.ja = ja
        self.en = en

    def __call__(self, **params: str | int | float) -> Message:
        """Fill the gaps: the message to put into `Refused`, `ConsoleError`, a Fault or a Notice."""
        return Message(self.code, {name: _sayable(value) for name, value in params.items()})

    @property
    def gaps(self) -> frozenset[str]:
        """Names of the gaps of the English sentence."""
        return gaps_of(self.en)


def _sayable(value: str | int | float) -> str | int | float:
    """JSON has no infinity: a journal with one could not be read again."""
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def gaps_of(sentence: str) -> frozenset[str]:
    """Names of the gaps in a `str.format` sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)
