"""Products from a table: read and fetched in a thread, all or nothing, and stopped when somebody says so."""

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.engine.errands import folder_of
from console.engine.slowly import slowly
from console.errors import Refused
from console.library.product_import import Planned, plan_import, read_sheet
from console.link.asking import ImportedProducts, ImportProducts, StopImport
from console.model.commands import Add, Edit, EditTogether
from console.model.product import Product
from console.model.show import Show
from console.words.keeping import IMPORT_STOPPED

if TYPE_CHECKING:
    from console.engine.engine import Engine

IMPORT_S = 110
"""Fetching the pictures of a whole table."""


class Importing:
    """The imports of an engine. Everything here is on the control thread."""

    def __init__(self, engine: "Engine") -> None:
        """Nothing is brought in."""
        self._engine = engine
        self._stops: set[asyncio.Event] = set()

    async def bring(self, asking: ImportProducts) -> ImportedProducts:
        """All of it or nothing; bad rows are the answer. Raises `Refused` if it is stopped before it was read."""
        show = self._engine.store.state.show
        planned = await self._read(partial(_planned, show, folder_of(show), asking))
        if not planned.import_.problems:
            try:
                self._engine.obey(EditTogether(tuple(_steps(show, planned.show))))
            except Refused:
                await slowly(planned.take_back)
                raise
        return msgspec.convert(planned.import_, ImportedProducts, from_attributes=True)

    async def stop(self, _asking: StopImport) -> None:
        """Whatever is being read; what is already in the show stays."""
        for stop in self._stops:
            stop.set()

    async def _read(self, plan: "partial[Planned]") -> Planned:
        """What was fetched is taken away again by the thread that fetched it, once it comes to its end."""
        stop, is_stopped = asyncio.Event(), threading.Event()
        self._stops.add(stop)
        stopping = asyncio.ensure_future(stop.wait())
        reading = asyncio.ensure_future(slowly(partial(_read_unless, is_stopped, plan), within_s=IMPORT_S))
        try:
            await asyncio.wait({reading, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                is_stopped.set()
                raise Refused(IMPORT_STOPPED())
            planned: Planned = reading.result()
            return planned
        finally:
            self._stops.discard(stop)
            stopping.cancel()
            reading.cancel()


def _read_unless(is_stopped: threading.Event, plan: "partial[Planned]") -> Planned:
    planned = plan()
    if is_stopped.is_set():
        planned.take_back()
    return planned


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
