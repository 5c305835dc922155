"""What a made-up audience writes."""

import msgspec
import pytest
from msgspec.structs import replace

from console.audience.mark import Circumstances, Marker
from console.core.store import replayed
from console.model.commands import EndSession, Explain, StartSession
from console.model.comment import Comment
from console.model.facts import CommentsMarked
from console.model.session import Session
from console.model.state import State
from console.rehearsal.talk import comments
from console.supervise.comments import book_of
from tests.support.desk import Desk
from tests.support.sale import SALE


def rehearsing() -> Desk:
    desk = Desk(SALE)
    desk.do(StartSession("r1", rehearsal=True), Explain("tea"))
    return desk


def written(state: State, *, slots: int = 600, a_second: float | None = None, seed: int = 7) -> list[Comment]:
    return [one for slot in range(slots) for one in comments(state, seed=seed, slot=slot, a_second=a_second)]


@pytest.mark.parametrize("a_second", [0.0, 0.5, 7.3, 100.0])
def test_as_many_come_as_were_asked_for(a_second: float) -> None:
    assert len(written(rehearsing().state, a_second=a_second)) == int(60 * a_second)


def test_never_more_than_a_hundred_a_second() -> None:
    assert len(written(rehearsing().state, slots=10, a_second=1e9)) == 100


def test_the_same_seed_writes_the_same_and_another_something_else() -> None:
    state = rehearsing().state
    assert written(state) == written(state)
    assert [one.text for one in written(state)] != [one.text for one in written(state, seed=8)]


def test_it_is_plausible_greets_cheers_asks_names_products_and_is_sometimes_rude() -> None:
    state = rehearsing().state
    batch = Marker(book_of(state.show)).mark(written(state, a_second=20.0), Circumstances(topic="tea"))
    flags = [flag for comment in batch.comments for flag in comment.flags]
    part = {flag: flags.count(flag) / len(batch.comments) for flag in {*flags}}
    assert 0.1 < part["question"] < 0.5
    assert 0.0 < part["ng"] < 0.1
    assert 0.0 < part["spam"] < 0.2
    assert any(comment.product == "tea" for comment in batch.comments)
    assert any(comment.text.isascii() for comment in batch.comments)
    assert len(batch.questions) < part["question"] * len(batch.comments) / 2, "many ask the same"
    assert len({comment.viewer for comment in batch.comments}) > 200
    assert not any("{" in comment.text for comment in batch.comments)


def test_ids_are_never_used_twice_and_everybody_is_made_up() -> None:
    batch = written(rehearsing().state, a_second=50.0)
    assert len({comment.id for comment in batch}) == len(batch)
    assert all(comment.is_made_up for comment in batch)


def test_nobody_writes_on_a_real_show_or_after_the_rehearsal() -> None:
    desk = rehearsing()
    assert written(desk.do(EndSession()), a_second=100.0) == []
    assert written(desk.do(StartSession("real")), a_second=100.0) == []
    assert written(State(session=Session(id="x", phase="live"))) == []


def test_a_show_without_products_and_answers_is_written_to_as_well() -> None:
    state = rehearsing().state
    bare = replace(state, show=replace(state.show, products={}, answers={}))
    assert written(bare, a_second=20.0)


def test_a_rehearsal_with_its_comments_replays_to_itself() -> None:
    desk = rehearsing()
    marker = Marker(book_of(SALE))
    for slot in range(100):
        batch = marker.mark(list(comments(desk.state, seed=7, slot=slot, a_second=100.0)), Circumstances())
        desk.do(CommentsMarked(batch.comments, batch.questions))
    assert replayed(State(show=SALE), desk.entries) == desk.state
    assert msgspec.json.decode(msgspec.json.encode(desk.state), type=State) == desk.state
