"""A mailbox: the newest counts, and what nobody read is counted."""

from console.media.mailbox import Mailbox


def test_an_empty_mailbox_has_nothing() -> None:
    assert Mailbox[int]().newest() is None


def test_the_newest_stays_until_a_newer_comes() -> None:
    box = Mailbox[str]()
    box.put("a")
    assert [box.newest(), box.newest()] == ["a", "a"]
    box.put("b")
    assert box.newest() == "b"
    assert box.overwritten == 0


def test_only_what_nobody_read_counts_as_overwritten() -> None:
    box = Mailbox[int]()
    for item in range(5):
        box.put(item)
    assert box.overwritten == 4
    assert box.newest() == 4
    box.put(5)
    assert box.overwritten == 4
