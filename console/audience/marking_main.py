"""The marking child: looks through batches of comments so that the control thread need not."""

import os
from multiprocessing.connection import Connection

import msgspec

from console.audience.mark import Book, Circumstances, Marked, Marker
from console.model.comment import Comment

_GENTLE = 5
"""Nicer than what makes the picture."""


class Batch(msgspec.Struct, frozen=True):
    """To the child."""

    number: int
    comments: tuple[Comment, ...]
    circumstances: Circumstances
    book: Book | None = None
    """Of the show from now on; None: as before."""


class Answered(msgspec.Struct, frozen=True):
    """From the child."""

    number: int
    marked: Marked


def mark_batches(pipe: Connection) -> None:
    """Answer each batch, until the pipe ends."""
    if hasattr(os, "nice"):
        os.nice(_GENTLE)
    decode, marker = msgspec.msgpack.Decoder(Batch).decode, Marker(Book())
    pipe.send_bytes(b"")
    while True:
        batch = decode(pipe.recv_bytes())
        if batch.book is not None:
            marker = Marker(batch.book, repeats=marker.repeats)
        answer = Answered(batch.number, marker.mark(batch.comments, batch.circumstances))
        pipe.send_bytes(msgspec.msgpack.encode(answer))
