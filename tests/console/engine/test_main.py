"""What the engine makes of its input: an answer to everything, an end to nothing."""

import json

import pytest

from console.engine.main import Wish, understood
from console.engine.order import Answer
from console.library.sessions import journal_path
from console.model.commands import EndSession, StartSession


def code(line: bytes | None) -> tuple[int, str]:
    """Number and code of the refusal."""
    answer = understood(line)
    assert isinstance(answer, Answer)
    assert answer.refused is not None
    return answer.id, answer.refused.code


def test_a_command_is_a_wish_with_its_number() -> None:
    assert understood(b'{"id": 3, "command": {"type": "EndSession"}}') == Wish(3, EndSession())
    assert understood(b'{"close": true}') == Wish(0, None)


@pytest.mark.parametrize(
    "line",
    [
        None,
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b"{" * 100_000,
        b'{"id": "x"}',
        b'{"id": 1e400}',
        b'{"command": {"type": "EndSession"}' + b" " * 1000,
        b"\x00" * 1000,
    ],
)
def test_garbage_is_answered(line: bytes | None) -> None:
    assert code(line) == (0, "not_understood")


@pytest.mark.parametrize(
    "command",
    [
        b"null",
        b'{"type": "Nothing"}',
        b'{"type": "MediaStarted"}',
        b'{"type": "EndSession", "more": 1}',
        b'{"type": "StartSession", "id": "\xff"}',
        b"[" * 900 + b"]" * 900,
    ],
)
def test_what_is_no_command_is_answered_with_its_number(command: bytes) -> None:
    number, refused = code(b'{"id": 7, "command": ' + command + b"}")
    assert refused == "not_understood"
    assert number in {0, 7}


def test_ten_megabytes_of_garbage_are_answered_soon() -> None:
    assert code(b'{"command": "' + b"x" * 10_000_000 + b'"}') == (0, "not_understood")


def test_a_show_that_lacks_something_is_refused_before_it_is_opened() -> None:
    line = json.dumps({"id": 2, "command": {"type": "OpenShow", "show": {"renditions": {}}}})
    assert code(line.encode()) == (2, "show_has_no_rendition")


def test_a_session_has_a_name_that_can_be_a_file_and_was_never_used() -> None:
    line = b'{"id": 2, "command": {"type": "StartSession", "id": "monday"}}'
    assert understood(line) == Wish(2, StartSession("monday"))
    journal_path("monday").touch()
    assert code(line) == (2, "session_name_taken")
    assert code(line.replace(b"monday", b"../monday")) == (2, "bad_session_name")
