"""Words that people put on air."""

import pytest

from console.model.commands import EndSession, PinComment, SetAnnouncement
from console.model.overlay import PinnedComment
from tests.support.desk import Desk, on_air


def test_an_announcement_stands_until_another_and_an_empty_one_takes_it_off() -> None:
    desk = on_air()
    assert desk.do(SetAnnouncement("qr", "一"), SetAnnouncement("qr", " 二 ")).audience.words == {"qr": "二"}
    assert desk.do(SetAnnouncement("qr", "  ")).audience.words == {}


def test_a_comment_is_pinned_cut_to_what_can_be_kept_and_an_empty_one_takes_it_off() -> None:
    desk = on_air()
    comment = desk.do(PinComment("い" * 900, "v1")).audience.comment
    assert comment == PinnedComment(text="い" * 500, viewer="v1")
    assert desk.do(PinComment("a", "v" * 201)).audience.comment == PinnedComment(text="a")
    assert desk.do(PinComment(" ", "v1")).audience.comment is None


def test_what_is_too_long_and_what_has_no_place_is_refused() -> None:
    assert on_air().refused(SetAnnouncement("qr", "あ" * 201)).params == {"longest": 200}
    assert on_air().refused(SetAnnouncement("nothing", "a")).code == "no_such_overlay"


@pytest.mark.parametrize("command", [SetAnnouncement("qr", "a"), PinComment("b", "v1")])
def test_nothing_is_said_without_a_session_and_nothing_stays_after_one(command: SetAnnouncement | PinComment) -> None:
    assert Desk().refused(command).code == "no_session"
    audience = on_air().do(command, EndSession()).audience
    assert (audience.words, audience.comment) == ({}, None)
