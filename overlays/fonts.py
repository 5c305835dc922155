"""The letters on air: files that are loaded by path, never what the machine happens to have.

Runs in the painter only.
"""

import os
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

import assets

FOLDER = Path(assets.__file__).parent / "fonts"
_HOUSE = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf", "NotoColorEmoji.ttf")
_FAMILIES = ("Noto Sans JP", "Noto Color Emoji")

CAP_TOP = 0.88
"""Baseline below the top of an ideograph, as a share of the size (OpenType's ideographic em box)."""


def hide_machine_fonts() -> None:
    """Before Qt starts: show it no fonts of this machine, and no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["FONTCONFIG_FILE"] = str(FOLDER / "fonts.conf")


@lru_cache(maxsize=8)
def families(theme_font: str) -> tuple[str, ...]:
    """Load the house's fonts and the theme's file (empty: none); the names to ask for, first choice first."""
    for name in _HOUSE:
        QFontDatabase.addApplicationFont(str(FOLDER / name))
    own = QFontDatabase.addApplicationFont(theme_font) if theme_font else -1
    return (*(QFontDatabase.applicationFontFamilies(own) if own >= 0 else ()), *_FAMILIES)


@lru_cache(maxsize=256)
def letters(theme_font: str, size: float, *, bold: bool) -> QFont:
    """A font of that many pixels, unhinted so that it looks the same at every size, with tabular figures."""
    font = QFont()
    font.setFamilies(list(families(theme_font)))
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=256)
def metrics(theme_font: str, size: float, *, bold: bool) -> QFontMetricsF:
    """Widths in that font."""
    return QFontMetricsF(letters(theme_font, size, bold=bold))
