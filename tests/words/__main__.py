"""Bring the files of translations up to what the desk says: `make words`. What is new stays to be translated."""

import sys
from pathlib import Path

from tests.words.catalogues import ROOT, catalogues, home_of, sources, update, words


def main() -> int:
    """0 if everything is translated."""
    spoken: dict[Path, list[Path]] = {path: [] for path in catalogues()}
    for source in sources():
        text = source.read_text(encoding="utf-8")
        if ".tr(" in text or ".translate(" in text:
            spoken.setdefault(home_of(source), []).append(source)
    for path, files in spoken.items():
        if files:
            update(files, path)
    missing = [(path, word) for path in catalogues() for word in words(path) if not word.japanese]
    for path, word in missing:
        print(f"{path.relative_to(ROOT)}: {word.context}: {word.english!r}")  # noqa: T201
    print(f"{len(missing)} to be translated")  # noqa: T201
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
