"""What this machine has to choose from: listed with a deadline, and once however many ask at a time."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from capture import listing
from console import drivers
from console.engine.slowly import slowly
from console.link.asking import Device
from console.ports.source import Device as Found

LIST_S = 6
OUTPUT = "output"


class DeviceLists:
    """Cameras, microphones, screens; sound outputs. Control thread."""

    def __init__(
        self,
        kinds: Callable[[], dict[str, Callable[[], list[Found]]]] | None = None,
        outputs: Callable[[], list[Found]] = listing.outputs,
        *,
        within_s: float = LIST_S,
    ) -> None:
        """`kinds`: how to list each kind of sources, by default those of the installed drivers."""
        self._kinds, self._outputs, self._within_s = kinds or _installed, outputs, within_s
        self._running: dict[str, asyncio.Task[tuple[Device, ...]]] = {}

    async def devices(self) -> tuple[Device, ...]:
        """Of every kind of sources; one that fails or hangs hides no other."""
        return await self._once("devices", self._all_kinds)

    async def outputs(self) -> tuple[Device, ...]:
        """Sound outputs, by the keys that `Listen` takes; raises `ConsoleError` if they cannot be listed."""
        return await self._once(OUTPUT, partial(self._listed, OUTPUT, self._outputs))

    async def _once(
        self, what: str, ask: Callable[[], Coroutine[Any, Any, tuple[Device, ...]]]
    ) -> tuple[Device, ...]:
        """Whoever asks meanwhile gets the same answer: each listing starts children."""
        task = self._running.get(what)
        if task is None or task.done():
            task = self._running[what] = asyncio.get_running_loop().create_task(ask())
            # Why: if all who asked have gone, nobody looks at what went wrong, and asyncio takes that for a bug.
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
        return await asyncio.shield(task)

    async def _all_kinds(self) -> tuple[Device, ...]:
        kinds = self._kinds()
        found = await asyncio.gather(
            *(self._listed(kind, ask) for kind, ask in kinds.items()), return_exceptions=True
        )
        return tuple(device for one in found if isinstance(one, tuple) for device in one)

    async def _listed(self, kind: str, ask: Callable[[], list[Found]]) -> tuple[Device, ...]:
        found = await slowly(ask, within_s=self._within_s)
        settings = (lambda _one: {}) if kind == OUTPUT else (lambda one: one.settings)
        return tuple(Device(kind, one.key, one.name, settings(one)) for one in found)


def _installed() -> dict[str, Callable[[], list[Found]]]:
    return {kind: partial(_of_driver, kind) for kind in drivers.points("honban.sources")}


def _of_driver(kind: str) -> list[Found]:
    """Loads the driver, which may take long too."""
    driver = drivers.row("honban.sources", kind).driver
    return list(driver.devices()) if driver is not None else []
