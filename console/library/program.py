"""This program's own command line, frozen or not."""

import sys


def program(*arguments: str) -> list[str]:
    """To start it once more with these arguments; never a secret among them."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-m", "console"]), *arguments]
