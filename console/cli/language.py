"""Which language the person at the terminal reads."""

import os

from console.words.render import Language


def language() -> Language:
    """Japanese if HONBAN_LANGUAGE or the locale says so, else English."""
    for name in ("HONBAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"
