"""The desk in two languages: its own words from Qt Linguist's files, the engine's from `console.words`.

English stands in the code (`self.tr`), Japanese in `widgets/words/*_ja.ts`. The files are read as they are: there is
no compiled form that could be older than its source. A change of language builds the window anew.
"""

import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

from console.words.render import Language

FOLDER = Path(__file__).parent / "words"
Key = tuple[str, str]
"""Context (name of the class) and source text."""


class Catalogue(QTranslator):
    """Japanese for `tr`. Installed with `QCoreApplication.installTranslator`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Reads nothing yet."""
        super().__init__(parent)

    def isEmpty(self) -> bool:
        """Qt leaves empty translators away."""
        return False

    def translate(self, context: str, source: str, _meaning: str | None = None, _n: int = -1) -> str | None:
        """Qt asks; None: it stays English."""
        return sentences().get((context, source)) if isinstance(source, str) else None


@cache
def sentences() -> dict[Key, str]:
    """All that is translated."""
    return {key: text for path in sorted(FOLDER.glob("*_ja.ts")) for key, text in _read(path).items()}


def _read(path: Path) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of the house
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[context.findtext("name", ""), message.findtext("source", "")] = translation.text
    return found


def other(language: Language) -> Language:
    """The one that is not spoken now."""
    return "en" if language == "ja" else "ja"
