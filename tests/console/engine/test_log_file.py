"""The engine's log never holds a key."""

import logging
from pathlib import Path

import pytest

from console.engine import log_file
from console.engine.log_file import TAIL_LINES, TAIL_LONGEST, RedactedFormatter, Tail
from console.engine.vaults import Vaults
from console.errors import ConsoleError
from tests.support.guards import Expect
from tests.support.shows import TROUBLE

KEY = "live_8842-abcd-efgh-ijkl"


def written(formatter: RedactedFormatter, message: str, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    return formatter.format(logging.LogRecord("x", logging.ERROR, "x.py", 1, message, None, info))


def test_no_key_is_written_whatever_a_library_quotes() -> None:
    vault = Vaults({"run/to1": KEY})
    formatter = RedactedFormatter(vault.known)
    assert KEY not in written(formatter, f"cannot publish {KEY} at all")
    assert KEY not in written(formatter, "broke", ValueError(f"bad key {KEY}"))
    assert KEY not in written(formatter, "x" * 10_000 + KEY)
    assert "cannot publish" in written(formatter, f"cannot publish {KEY} at all")


def test_a_key_of_the_keyring_is_known_from_its_first_use() -> None:
    class Keyring:
        def secret(self, reference: str) -> str | None:
            if reference == "locked":
                raise ConsoleError(TROUBLE)
            return KEY if reference == "yt" else None

        def keep(self, reference: str, secret: str) -> None:
            raise AssertionError

        def forget(self, reference: str) -> None:
            raise AssertionError

    vault = Vaults({"run/to1": "of-this-run"}, Keyring())
    formatter = RedactedFormatter(vault.known)
    assert KEY in written(formatter, KEY)
    assert vault.secret("run/to1") == "of-this-run"
    assert vault.secret("nobody") is None
    with pytest.raises(ConsoleError):
        vault.secret("locked")
    assert vault.secret("yt") == KEY
    assert KEY not in written(formatter, KEY)


@pytest.fixture
def tail() -> Tail:
    tail = Tail()
    tail.setFormatter(RedactedFormatter(lambda: [KEY]))
    return tail


def record(message: str, *arguments: object) -> logging.LogRecord:
    return logging.LogRecord("x", logging.INFO, "x.py", 1, message, arguments, None)


def test_the_newest_lines_are_in_memory_without_a_key(tail: Tail) -> None:
    for number in range(2 * TAIL_LINES):
        tail.handle(record("line %d of %s", number, KEY))
    lines = tail.lines()
    assert len(lines) == TAIL_LINES
    assert f"line {2 * TAIL_LINES - 1} of" in lines[-1]
    assert not any(KEY in line for line in lines)
    assert tail.lines(3) == lines[-3:]
    assert tail.lines(-5) == lines[-1:]


def test_a_long_line_is_cut_and_a_traceback_is_several(tail: Tail) -> None:
    tail.handle(record("first\n" + "x" * 10_000))
    assert [len(line) for line in tail.lines()][1] == TAIL_LONGEST
    assert tail.lines()[0].endswith("first")


def test_an_engine_knows_what_the_one_before_it_said_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tail: Tail, expect_warning: Expect
) -> None:
    expect_warning("now")
    root, before = logging.getLogger(), logging.getLogger().handlers[:]

    def basic_config(level: int, handlers: list[logging.Handler]) -> None:
        for handler in handlers:
            root.addHandler(handler)

    monkeypatch.setattr(log_file, "log_folder", lambda: tmp_path)
    monkeypatch.setattr(log_file, "TAIL", tail)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    monkeypatch.setattr(logging, "basicConfig", basic_config)
    monkeypatch.setattr(logging, "captureWarnings", lambda capture: None)
    (tmp_path / "engine.log").write_text("old\n" * 100_000 + "the disk is full\n")
    try:
        log_file.log_to_file(lambda: [KEY])
        assert tail.lines()[-1] == "the disk is full"
        root.error("now %s", KEY)
        assert "now" in tail.lines()[-1]
        assert KEY not in tail.lines()[-1]
        assert KEY not in (tmp_path / "engine.log").read_text()
    finally:
        for handler in root.handlers[:]:
            if handler not in before:
                root.removeHandler(handler)
                handler.close()
