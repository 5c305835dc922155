"""A comment that somebody at the desk typed in, since the engine cannot read it where it was written."""

import secrets
from collections.abc import Callable
from functools import partial

from console.engine import makers
from console.errors import ConsoleError
from console.model.commands import AddComment
from console.model.comment import MANUAL_PLATFORM, Comment
from console.supervise.ground import Ground

NAME_LONGEST = 100
Take = Callable[[list[Comment], dict[str, str]], None]


def add_comment(command: AddComment, ground: Ground, take: Take) -> None:
    """Hand it over at once, or as soon as the disk has an id for the name. A disk that fails costs the name only."""
    name = command.name.strip()[:NAME_LONGEST]
    key = f"{MANUAL_PLATFORM}-{secrets.token_hex(8)}"
    comment = partial(
        Comment, id=key, platform=MANUAL_PLATFORM, text=command.text.strip(), at_us=ground.clocks.now().show_us
    )
    if not name:
        take([comment()], {})
        return

    def look_up() -> None:
        try:
            viewer = makers.viewer_named(name, wall_us=ground.clock.wall_us())
        except ConsoleError:
            viewer = ""
        names = {viewer: name} if viewer else {}
        ground.later(lambda: take([comment(viewer=viewer)], names))

    ground.work("name", look_up)
