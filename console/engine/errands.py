"""Errands of planners that need the disk: done in a thread, and made true by an ordinary command at their end.

They are no commands of the model and stand in no journal; what does is `OpenShow`, `Edit` or `EditTogether`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.engine.slowly import slowly
from console.errors import ConsoleError, Refused
from console.library.picture_put import put_picture, read_picture
from console.library.show_file import load_show
from console.library.show_folder import new_show
from console.library.show_keeping import is_of_the_program
from console.library.show_places import free_folder, known_shows, own_show, place_of
from console.library.show_templates import show_of
from console.link.asking import (
    KnownShow,
    NewShow,
    OpenedShow,
    OpenFolder,
    PutPicture,
)
from console.model.commands import Edit, OpenShow
from console.model.show import Show
from console.words.core import SESSION_RUNS
from console.words.pictures import SHOW_HAS_NO_FOLDER

if TYPE_CHECKING:
    from console.engine.engine import Engine

DISK_S = 15
"""Copying a show with its pictures."""


async def shows_known() -> tuple[KnownShow, ...]:
    """Shows that can be opened."""
    return tuple(
        KnownShow(str(one.folder), one.title, one.changed_us, one.problem, one.is_demo)
        for one in await slowly(known_shows)
    )


async def open_folder(engine: "Engine", asking: OpenFolder) -> OpenedShow:
    """What was edited before is saved first."""
    return await _opened(engine, lambda: own_show(place_of(asking.path)))


async def make_show(engine: "Engine", asking: NewShow) -> OpenedShow:
    """From a template, in a folder of its own."""

    def made() -> Show:
        folder = place_of(asking.path) if asking.path else free_folder(asking.title)
        new_show(folder, show_of(asking.template, title=asking.title[:80], language=asking.language))
        return load_show(folder)

    return await _opened(engine, made)


async def take_picture(engine: "Engine", asking: PutPicture) -> str:
    """Into the folder, then into the show."""
    folder = folder_of(engine.store.state.show)

    def put() -> str:
        data = read_picture(Path(asking.path)) if asking.path else asking.data
        return put_picture(folder, data, name=asking.id or "logo")

    name: str = await slowly(put, within_s=DISK_S)
    field = "picture" if asking.area == "products" else "logo"
    engine.obey(Edit(asking.area, asking.id, {field: name}, asking.base))
    return name


async def _opened(engine: "Engine", load: Any) -> OpenedShow:
    if engine.store.state.session.running:
        raise Refused(SESSION_RUNS())
    await engine.keeper.flush()
    problem = engine.keeper.unsaved
    if problem is not None and not is_of_the_program(Path(engine.store.state.show.folder)):
        raise ConsoleError(problem)
    show: Show = await slowly(load, within_s=DISK_S)
    engine.obey(OpenShow(show))
    return OpenedShow(show.folder, show.title)


def folder_of(show: Show) -> Path:
    if not show.folder:
        raise ConsoleError(SHOW_HAS_NO_FOLDER())
    return Path(show.folder)
