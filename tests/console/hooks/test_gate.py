"""What may come in."""

import pytest

from console.hooks.gate import judged_by_head, opened
from console.hooks.message import Orders
from console.hooks.request import Head, Reply
from tests.support.hooks import NOW_S, SECRET, body_of, order, signed

PORT = 8123
BODY = body_of(orders=[order()])


def head(method: str = "POST", target: str = "/hooks/orders", **headers: str) -> Head:
    given = {"host": f"127.0.0.1:{PORT}", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Head(method, target, [(name.encode(), value.encode("latin-1")) for name, value in given.items()])


def status(judged: Reply | None) -> int:
    return 0 if judged is None else judged.status


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
def test_this_machine_may_come_in(host: str) -> None:
    assert judged_by_head(head(host=host), port=PORT) is None


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        f"127.0.0.1:{PORT + 1}",
        f"127.0.0.1.evil.example:{PORT}",
        f"a@127.0.0.1:{PORT}",
        f"127.0.0.1:{PORT}/x",
        "[::1",
        "127.0.0.1:http",
    ],
)
def test_no_other_host_does(host: str) -> None:
    assert status(judged_by_head(head(host=host), port=PORT)) == 403


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1"]
)
def test_no_page_from_elsewhere_does(origin: str) -> None:
    assert status(judged_by_head(head(origin=origin), port=PORT)) == 403


def test_two_hosts_are_none() -> None:
    twice = Head("POST", "/hooks/orders", [(b"host", f"127.0.0.1:{PORT}".encode())] * 2)
    assert status(judged_by_head(twice, port=PORT)) == 403


def test_path_method_and_length_are_judged_in_this_order() -> None:
    assert status(judged_by_head(head("GET", "/"), port=PORT)) == 404
    refused = judged_by_head(head("GET"), port=PORT)
    assert refused is not None
    assert (refused.status, refused.allow) == (405, "POST")
    assert status(judged_by_head(head(content_length="256001"), port=PORT)) == 413
    assert status(judged_by_head(head(content_length="256000"), port=PORT)) == 0


def code(outcome: object) -> tuple[int, str]:
    assert isinstance(outcome, Reply)
    assert outcome.message is not None
    return outcome.status, outcome.message.code


def test_what_is_signed_and_timely_is_read() -> None:
    assert isinstance(opened(head(**signed(BODY)), BODY, secret=SECRET, now_s=NOW_S + 299), Orders)


def test_what_is_not_signed_is_not_even_read() -> None:
    assert code(opened(head(), b"nonsense", secret=SECRET, now_s=NOW_S)) == (401, "hook_not_signed")
    wrong = signed(b"nonsense", secret="other")
    assert code(opened(head(**wrong), b"nonsense", secret=SECRET, now_s=NOW_S)) == (401, "hook_signature_wrong")


@pytest.mark.parametrize("away_s", [-301, 301])
def test_a_copy_of_an_old_message_is_refused(away_s: int) -> None:
    outcome = opened(head(**signed(BODY)), BODY, secret=SECRET, now_s=NOW_S + away_s)
    assert code(outcome) == (401, "hook_too_old")


def test_what_is_signed_and_wrong_is_named() -> None:
    assert code(opened(head(**signed(b"{}")), b"{}", secret=SECRET, now_s=NOW_S)) == (422, "hook_not_understood")


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("", "en"),
        ("ja", "ja"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "ja"),
        ("en-GB,en;q=0.9,ja;q=0.3", "en"),
        ("fr, *", "en"),
        ("ja;q=0", "en"),
        ("ja;q=x", "en"),
        (",;=", "en"),
    ],
)
def test_the_language_is_the_senders(wish: str, language: str) -> None:
    assert head(accept_language=wish).language == language
