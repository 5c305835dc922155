"""The receiver's server, on a loop of the test's own."""

import asyncio

from console.rehearsal.ingest import Ingest
from console.rehearsal.tag_pipe import TagPipe
from console.wire.flv import file_header, tag_bytes
from tests.support.caller import PICTURE, Caller

SENT = 20


async def called(ingest: Ingest) -> Caller:
    """A publisher that is on."""
    address = f"rtmp://127.0.0.1:{await ingest.open()}/live"
    caller = await asyncio.to_thread(Caller, address)
    await asyncio.to_thread(caller.go_live)
    return caller


def heard(*, leaves: bool) -> bytes:
    """What the viewer gets of a publisher that sends while nobody reads, and of which the server is closed then."""
    pipes: list[TagPipe] = []

    def watch(pipe: TagPipe) -> bool:
        pipes.append(pipe)
        return True

    async def story() -> None:
        ingest = Ingest(watch)
        caller = await called(ingest)
        caller.send(SENT)
        if leaves:
            caller.socket.close()
        await ingest.close()
        caller.socket.close()

    asyncio.run(story())
    return b"".join(iter(lambda: pipes[0].read(1 << 20), b""))


def test_what_a_publisher_sent_before_it_left_is_heard_to_the_end() -> None:
    assert heard(leaves=True) == file_header() + SENT * tag_bytes(PICTURE)


def test_whoever_does_not_leave_is_hung_up_on() -> None:
    assert heard(leaves=False) == file_header() + SENT * tag_bytes(PICTURE)
