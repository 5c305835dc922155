"""Errands of planners that need the disk: done in a thread, and made true by an ordinary command at their end.

They are no commands of the model and stand in no journal; what does is `OpenShow`, `Edit` or `EditTogether`.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.engine.slowly import slowly
from console.errors import ConsoleError, Refused
from console.library.picture_put import put_picture, read_picture
from console.library.product_import import Planned, plan_import, read_sheet
from console.library.show_file import load_show
from console.library.show_folder import new_show
from console.library.show_keeping import is_of_the_program
from console.library.show_places import free_folder, known_shows, own_show, place_of
from console.library.show_templates import show_of
from console.link.asking import (
    ImportedProducts,
    ImportProducts,
    KnownShow,
    NewShow,
    OpenedShow,
    OpenFolder,
    PutPicture,
)
from console.model.commands import Add, Edit, EditTogether, OpenShow
from console.model.product import Product
from console.model.show import Show
from console.words.core import SESSION_RUNS
from console.words.pictures import SHOW_HAS_NO_FOLDER

if TYPE_CHECKING:
    from console.engine.engine import Engine

DISK_S, IMPORT_S = 15, 110
"""Copying a show with its pictures; fetching those of a whole table."""


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


async def import_table(engine: "Engine", asking: ImportProducts) -> ImportedProducts:
    """All of it or nothing; bad rows are the answer."""
    show = engine.store.state.show
    planned: Planned = await slowly(partial(_planned, show, _folder(show), asking), within_s=IMPORT_S)
    if not planned.import_.problems:
        try:
            engine.obey(EditTogether(tuple(_steps(show, planned.show))))
        except Refused:
            await slowly(planned.take_back)
            raise
    return msgspec.convert(planned.import_, ImportedProducts, from_attributes=True)


async def take_picture(engine: "Engine", asking: PutPicture) -> str:
    """Into the folder, then into the show."""
    folder = _folder(engine.store.state.show)

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


def _planned(show: Show, folder: Path, asking: ImportProducts) -> Planned:
    if not asking.path:
        return plan_import(asking.text.encode(), show, folder)
    file = Path(asking.path).expanduser()
    return plan_import(read_sheet(file), show, folder, beside=file.parent)


def _steps(show: Show, planned: Show) -> list[Edit | Add]:
    """What makes the products of `show` those of `planned`."""
    steps: list[Edit | Add] = []
    for key, product in planned.products.items():
        known = show.products.get(key)
        if known is None:
            steps.append(Add("products", key, _plain(product, tuple(product.__struct_fields__))))
        elif known != product:
            names = tuple(n for n in product.__struct_fields__ if getattr(known, n) != getattr(product, n))
            steps.append(Edit("products", key, _plain(product, names), known.revision))
    return steps


def _plain(product: Product, names: tuple[str, ...]) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins({name: getattr(product, name) for name in names})
    return plain


def _folder(show: Show) -> Path:
    if not show.folder:
        raise ConsoleError(SHOW_HAS_NO_FOLDER())
    return Path(show.folder)
