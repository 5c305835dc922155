"""`honban` opens a seat, here or at another machine's engine; what it cannot do it says in one sentence."""

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from console.cli.main import run
from console.link.pairing import Pairing
from console.seat import main
from tests.support.guards import HOME

PAIRING = Pairing("studio.example", 4480, "host", "a" * 64, "b" * 64)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HONBAN_LANGUAGE", "en")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any, Any]]:
    """The seats that were opened: kind, what finds their engine, role."""
    found: list[tuple[str, Any, Any]] = []

    def open_(kind: str, *, find: Any = None, role: Any = None) -> int:
        found.append((kind, find, role))
        return 0

    monkeypatch.setattr(main, "run", open_)
    return found


@pytest.mark.parametrize("kind", ["producer", "tech", "host", "plan"])
def test_each_kind_of_seat_has_its_word(opened: list[tuple[str, Any, Any]], kind: str) -> None:
    assert run(["--seat", kind]) == 0
    assert opened == [(kind, None, None)]


def test_without_a_word_it_is_the_producers(opened: list[tuple[str, Any, Any]]) -> None:
    assert run([]) == 0
    assert opened == [("producer", None, None)]


def test_no_other_seat_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["--seat", "director"])
    assert end.value.code == 2


def test_another_machines_engine_is_reached_by_the_pairing_on_standard_input(
    opened: list[tuple[str, Any, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(PAIRING.text + "\n"))
    assert run(["--seat", "tech", "--connect", PAIRING.url]) == 0
    [(kind, find, role)] = opened
    assert (kind, role) == ("tech", "host")
    assert find() == PAIRING.address


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("studio.example", PAIRING.text),
        ("ws://studio.example:4480", PAIRING.text),
        (f"wss://{'a' * 64}@studio.example:4480", PAIRING.text),
        (PAIRING.text, ""),
        (PAIRING.url, ""),
        (PAIRING.url, "honban1/nonsense"),
        ("wss://elsewhere.example:4480", PAIRING.text),
    ],
)
def test_what_leads_nowhere_is_one_sentence(
    url: str,
    text: str,
    opened: list[tuple[str, Any, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert run(["--connect", url]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert PAIRING.token not in said.err
    assert opened == []


@pytest.mark.parametrize("display", ["", ":9123"])
def test_without_a_screen_it_is_one_sentence_and_nothing_is_made(
    display: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run([]) == 2
    assert capsys.readouterr().err == (
        "There is no screen to open the desk on. Without one, `honban rehearse` rehearses the show.\n"
    )
    assert not Path(os.environ[HOME]).exists()
