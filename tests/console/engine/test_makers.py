"""Where a recording goes."""

from pathlib import Path

import pytest

from console.engine import makers
from console.wire.flv import Tag


class Told:
    """Instead of a recorder: where it would write."""

    def __init__(self, path: Path, headers: tuple[Tag, ...]) -> None:
        self.path = path


def test_a_bare_name_goes_to_the_folder_of_recordings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONBAN_HOME", str(tmp_path))
    monkeypatch.setattr(makers, "Recorder", Told)
    monkeypatch.setattr(makers, "next_path", Path)
    assert makers.recorder("evening.mkv", ()).path == tmp_path / "recordings" / "evening.mkv"
    assert makers.recorder("/films/evening.mkv", ()).path == Path("/films/evening.mkv")
