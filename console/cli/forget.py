"""`honban forget`: delete a viewer's name, and all that they wrote, while no engine runs."""

import argparse
from contextlib import closing

from console.cli.columns import plain
from console.cli.language import language
from console.errors import ConsoleError
from console.library.comments import Comments, comments_path
from console.library.lock import EngineLock, running_engine
from console.library.paths import data_folder
from console.library.viewers import Viewers, viewers_path
from console.media.clock import SystemClock
from console.words.people import FORGET_DONE, FORGET_ENGINE_RUNS, FORGET_UNKNOWN
from console.words.render import render

HELP = "Delete a viewer's name and comments; records keep the bare id only."


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("viewer", metavar="VIEWER", help="an id (v…), or PLATFORM:ACCOUNT")


def run(options: argparse.Namespace) -> int:
    """0 if it was done."""
    folder = data_folder()
    if note := running_engine(folder):
        raise ConsoleError(FORGET_ENGINE_RUNS(pid=note.pid))
    lock = EngineLock(folder)
    lock.acquire(started_us=SystemClock().wall_us())  # Why: an engine that starts now would still know the name.
    try:
        print(render(FORGET_DONE(viewer=_forgotten(options.viewer)), language()))
    finally:
        lock.release()
    return 0


def _forgotten(wanted: str) -> str:
    """The id of who was deleted; raises `ConsoleError` if there was nobody."""
    unknown = ConsoleError(FORGET_UNKNOWN(viewer=plain(wanted)[:80]))
    path = viewers_path()
    if not path.is_file():
        raise unknown
    with closing(Viewers(path)) as viewers:
        platform, colon, account = wanted.partition(":")
        key = (viewers.found(platform, account) if colon else None) or wanted
        if viewers.viewer(key) is None:
            raise unknown
        _forget_words_of(key)  # Order matters: who is still known can be named again if the disk fails here.
        viewers.forget(key)
    return key


def _forget_words_of(viewer: str) -> None:
    if comments_path().is_file():
        with closing(Comments(comments_path())) as comments:
            comments.forget(viewer)
