import threading

from console.rehearsal.tag_pipe import MAX_BACKLOG_BYTES, TagPipe


def test_bytes_come_out_as_they_went_in_whatever_the_size_of_the_reads() -> None:
    pipe = TagPipe()
    pipe.put(b"abcdef")
    pipe.put(b"gh")
    pipe.close()
    assert [pipe.read(4), pipe.read(4), pipe.read(4), pipe.read(4)] == [b"abcd", b"ef", b"gh", b""]
    assert pipe.backlog_bytes == 0


def test_a_reader_waits_for_the_first_byte() -> None:
    pipe = TagPipe()
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read(10)))
    reader.start()
    pipe.put(b"x")
    reader.join(5)
    assert heard == [b"x"]


def test_a_closed_pipe_wakes_its_reader() -> None:
    pipe = TagPipe()
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read(10)))
    reader.start()
    pipe.close()
    reader.join(5)
    assert heard == [b""]


def test_nothing_goes_into_a_closed_pipe() -> None:
    pipe = TagPipe()
    pipe.close()
    pipe.put(b"late")
    assert pipe.read(10) == b""


def test_an_abandoned_pipe_forgets_what_was_in_it() -> None:
    pipe = TagPipe()
    pipe.put(b"old")
    pipe.abandon()
    assert (pipe.read(10), pipe.backlog_bytes) == (b"", 0)


def test_a_full_pipe_says_so_until_it_is_read() -> None:
    pipe = TagPipe()
    pipe.put(bytes(MAX_BACKLOG_BYTES))
    assert pipe.is_full
    assert not pipe.wait_for_room(timeout_s=0)
    pipe.read(1)
    assert pipe.wait_for_room(timeout_s=0)
