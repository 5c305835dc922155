"""What pairings stand on is made once, though an engine and `honban pair` may both find it missing at one moment."""

from pathlib import Path

from filelock import FileLock

PATIENCE_S = 5.0


def one_maker(folder: Path) -> FileLock:
    """To be held while secret or certificate is looked for and made; raises `OSError` where that cannot be."""
    return FileLock(folder / "pairing.lock", timeout=PATIENCE_S, mode=0o600, fallback_to_soft=False)
