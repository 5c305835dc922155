"""The engine's own certificate."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from console.link.serving.certificate import FILE, own_certificate


def test_it_is_made_once_and_only_its_user_reads_it(tmp_path: Path) -> None:
    made = own_certificate(tmp_path)
    assert own_certificate(tmp_path).sha256 == made.sha256
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert {path.name for path in tmp_path.iterdir()} - {"pairing.lock"} == {FILE}


def test_an_engine_and_a_pairing_that_begin_together_have_the_same_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as together:
        made = list(together.map(own_certificate, [tmp_path] * 8))
    assert len({one.sha256 for one in made}) == 1


def test_one_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    before = own_certificate(tmp_path).sha256
    for broken in (b"", b"x", (tmp_path / FILE).read_bytes()[:300]):
        (tmp_path / FILE).write_bytes(broken)
        assert own_certificate(tmp_path).sha256 != before
