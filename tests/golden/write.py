"""Paints all golden pictures anew: `python -m tests.golden.write`. Look at each before committing it."""

import cv2

from console.errors import Message
from tests.golden.cases import CASES
from tests.support.graphics import FOLDER, kept, seen, studio


def main() -> None:
    """One PNG a case; those of no case are removed."""
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with studio() as painter:
        for name, case in CASES.items():
            sprite = painter.sprite(*case)
            if isinstance(sprite, Message):
                raise SystemExit(f"{name}: {sprite}")
            cv2.imwrite(str(FOLDER / f"{name}.png"), kept(seen(sprite)), [cv2.IMWRITE_PNG_COMPRESSION, 9])


if __name__ == "__main__":
    main()
