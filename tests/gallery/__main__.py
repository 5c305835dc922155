"""Pictures of every workspace, to be looked at: `make gui` writes them to a folder.

Usage: python -m tests.gallery FOLDER [--only WORDS]. Each size runs in a process of its own, since Qt reads its scale
once.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

SIZES = {"1366x768": (1366, 768, 1), "1920x1080": (1920, 1080, 1), "3840x2160": (1920, 1080, 2)}
"""Width and height in logical pixels, and the scale."""


def main() -> int:
    """0 if every picture was written."""
    parser = argparse.ArgumentParser(prog="tests.gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="pictures whose name holds this")
    options = parser.parse_args()
    failed = [size for size in SIZES if _shot(size, options.folder, options.only)]
    print(f"{len(list(options.folder.glob('*.png')))} pictures in {options.folder}")  # noqa: T201
    return int(bool(failed))


def _shot(size: str, folder: Path, only: str) -> int:
    width, height, scale = SIZES[size]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
    words = [sys.executable, "-m", "tests.gallery.shooting", str(folder), size, str(width), str(height), only]
    return subprocess.run(words, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
