"""What viewers do."""

from console.model.commands import EndSession, PinAnswer
from console.model.facts import ViewersCounted
from console.model.overlay import PinnedAnswer
from tests.support.desk import on_air


def test_the_newest_count_stands_with_its_show_time() -> None:
    desk = on_air()
    audience = desk.do(ViewersCounted(10), ViewersCounted(None)).audience
    assert (audience.viewers, audience.counted_us) == (None, desk.clocks.now().show_us)


def test_an_answer_is_pinned_until_another_one_and_the_end() -> None:
    desk = on_air()
    assert desk.do(PinAnswer("1", "?", "v1")).audience.pinned == PinnedAnswer(viewer="v1", question="?", answer="1")
    assert desk.do(PinAnswer("2")).audience.pinned == PinnedAnswer(answer="2")
    assert desk.do(PinAnswer(" ")).audience.pinned is None
    assert desk.do(PinAnswer("3"), EndSession()).audience.pinned is None
    assert desk.refused(PinAnswer("4")).code == "no_session"
