"""The as-run: every change on air is a row with its time, who and why; nothing else is."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from console.errors import ConsoleError, Refused
from console.library.as_run import AsRunRow, rows_of
from console.library.journal import FileJournal
from console.library.replay import as_run
from console.library.show_file import demo_show_folder, load_show
from console.media.clock import ManualClock
from console.model.commands import (
    ArmOffer,
    EndSession,
    Explain,
    ExtendOffer,
    HideOverlay,
    PinAnswer,
    SetAnnouncement,
    StartOffer,
    TakeNext,
    TakePreview,
    WithdrawOffer,
)
from console.model.entry import Entry, Event
from console.model.facts import MediaStarted, SessionResumed, ViewersCounted
from console.model.moment import At
from console.model.state import State
from tests.support.desk import Desk, on_air
from tests.support.events import COMMANDS, FACTS

DEMO = load_show(demo_show_folder())


def told(desk: Desk) -> list[AsRunRow]:
    """Rows of everything that happened at a desk."""
    steps = zip([None, *desk.states[1:]], desk.entries, desk.states[1:], strict=False)
    return [row for before, entry, after in steps for row in rows_of(before, entry, after)]


def acts(rows: list[AsRunRow]) -> list[tuple[str, str, str]]:
    return [(row.act, row.subject, row.detail) for row in rows]


def test_a_session_begins_with_what_is_on_air_then() -> None:
    rows = told(on_air(DEMO))
    assert acts(rows)[:2] == [("session", "s1", "standby"), ("take", "talk", "cut")]
    assert {row.subject for row in rows if row.act == "graphic"} == set(DEMO.opening_overlays)
    assert {(row.who, row.why, row.code_us) for row in rows} == {("desk", "StartSession", None)}


def test_a_take_tells_its_segment_its_cues_and_its_time_code() -> None:
    desk = on_air(DEMO)
    desk.do(MediaStarted())
    desk.wait(5_000_000)
    desk.do(TakeNext(), TakeNext(), TakeNext())
    rows = [row for row in told(desk) if row.why == "TakeNext"]
    assert ("segment", "countdown", "in") in acts(rows)
    assert ("graphic", "opening-slate", "in") in acts(rows)
    assert ("explain", "financier", "in") in acts(rows)
    assert ("offer", "financier-live", "armed") in acts(rows)
    assert rows[0].code_us == 5_001_000
    assert [row.number for row in rows if row.revision == rows[0].revision] == list(
        range(sum(row.revision == rows[0].revision for row in rows))
    )


def test_reasons_are_those_that_were_given() -> None:
    desk = on_air(DEMO)
    desk.do(WithdrawOffer("mug-live", "割れていました"))
    [row] = [row for row in told(desk) if row.act == "offer"]
    assert (row.name, row.detail, row.who, row.why) == ("染付マグ", "withdrawn", "desk", "割れていました")


def test_an_extension_is_on_record() -> None:
    desk = on_air(replace(DEMO, offers={"o": replace(DEMO.offers["mug-live"], precount_s=0, coupon="")}))
    desk.do(ArmOffer("o"), StartOffer("o"), ExtendOffer("o", 60, "回線が止まったため"))
    assert [(row.act, row.detail, row.why) for row in told(desk) if row.subject == "o"] == [
        ("offer", "armed", "ArmOffer"),
        ("offer", "live", "StartOffer"),
        ("extend", "+60 s", "回線が止まったため"),
    ]


def test_the_end_takes_everything_off_air() -> None:
    desk = on_air(DEMO)
    desk.do(Explain("mug"), EndSession())
    rows = [row for row in told(desk) if row.why == "EndSession"]
    assert acts(rows)[0] == ("session", "s1", "ended")
    assert ("explain", "mug", "out") in acts(rows)
    assert {row.subject for row in rows if row.act == "graphic"} == set(DEMO.opening_overlays)


def test_names_of_viewers_are_in_no_row() -> None:
    desk = on_air(DEMO)
    desk.do(PinAnswer("ありません。", "山田です。割引は？", "v-yamada"))
    [row] = [row for row in told(desk) if row.act == "pinned" and row.why == "PinAnswer"]
    assert row.name == "ありません。"
    assert "yamada" not in str(msgspec.to_builtins(told(desk)))
    assert "山田" not in str(msgspec.to_builtins(told(desk)))


def test_what_changes_nothing_on_air_is_no_row() -> None:
    desk = on_air(DEMO)
    before = len(told(desk))
    desk.do(ViewersCounted(5))
    assert len(told(desk)) == before


def test_words_that_no_file_can_hold_are_made_such() -> None:
    before = on_air(DEMO).state
    words = {"ticker-thanks": "\ud800" + "長" * 900}
    after = replace(before, audience=replace(before.audience, words=words))
    [row] = rows_of(before, Entry(9, At(0, 0, 0), SetAnnouncement("ticker-thanks", "")), after)
    assert row.detail == "?" + "長" * 299


@settings(max_examples=60, deadline=None)
@given(st.lists(COMMANDS | FACTS, max_size=12))
def test_graphics_that_came_in_and_went_out_are_those_on_air(events: list[Event]) -> None:
    desk = Desk()
    for event in events:
        with suppress(Refused):
            desk.do(event)
    shown = set[str]()
    for row in told(desk):
        if row.act == "graphic":
            assert (row.subject in shown) == (row.detail == "out")
            shown ^= {row.subject}
    assert shown == {key for key, one in desk.state.overlays.items() if one.shown}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[FileJournal]:
    """Of session s1."""
    journal = FileJournal(tmp_path / "s1.journal", session="s1", clock=ManualClock(), report=lambda _: None)
    yield journal
    journal.close()


def written(journal: FileJournal, desk: Desk) -> None:
    for entry, state in zip(desk.entries, desk.states[1:], strict=True):
        journal.write(entry, state)
    assert journal.flush()


def test_the_journal_keeps_the_rows(journal: FileJournal, tmp_path: Path) -> None:
    desk = on_air(DEMO)
    desk.do(HideOverlay("qr"), EndSession())
    written(journal, desk)
    assert as_run(tmp_path / "s1.journal") == told(desk)


def test_an_engine_that_goes_on_writes_only_what_changes_then(journal: FileJournal, tmp_path: Path) -> None:
    desk = on_air(DEMO)
    written(journal, desk)
    first = len(told(desk))
    assert journal.close()
    later = FileJournal(tmp_path / "s1.journal", session="s1", clock=ManualClock(), report=lambda _: None)
    desk.do(SessionResumed())
    desk.do(HideOverlay("qr"))
    for entry, state in list(zip(desk.entries, desk.states[1:], strict=True))[-2:]:
        later.write(entry, state)
    assert later.close()
    assert acts(as_run(tmp_path / "s1.journal"))[first:] == [("session", "s1", "resumed"), ("graphic", "qr", "out")]


def test_the_rows_are_read_whatever_the_schema_and_their_absence_is_told(
    journal: FileJournal, tmp_path: Path
) -> None:
    path = tmp_path / "s1.journal"
    desk = on_air(DEMO)
    written(journal, desk)
    assert journal.close()
    change(path, "update meta set schema = 99")
    assert as_run(path) == told(desk)
    change(path, "drop table as_run")
    for place, code in ((path, "journal_without_as_run"), (tmp_path / "gone", "journal_unreadable")):
        with pytest.raises(ConsoleError) as caught:
            as_run(place)
        assert caught.value.message.code == code


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_an_unknown_beginning_tells_nothing_that_may_be_wrong() -> None:
    state = on_air(DEMO).state
    assert rows_of(None, Entry(9, At(0, 0, 0), TakePreview()), state) == []
    assert rows_of(State(), Entry(9, At(0, 0, 0), TakePreview()), State()) == []
