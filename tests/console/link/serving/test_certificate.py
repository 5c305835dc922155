"""The engine's own certificate."""

import stat
from pathlib import Path

from console.link.serving.certificate import FILE, own_certificate


def test_it_is_made_once_and_only_its_user_reads_it(tmp_path: Path) -> None:
    made = own_certificate(tmp_path)
    assert own_certificate(tmp_path).sha256 == made.sha256
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_one_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    before = own_certificate(tmp_path).sha256
    for broken in (b"", b"x", (tmp_path / FILE).read_bytes()[:300]):
        (tmp_path / FILE).write_bytes(broken)
        assert own_certificate(tmp_path).sha256 != before
