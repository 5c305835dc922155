"""What is wanted of each graphic: made once, and again only when it shows something else."""

from collections.abc import Collection
from typing import Any, NamedTuple

import msgspec

from console.model.canvas import Canvas
from console.model.overlay import OverlayOnAir, Theme
from console.ports.overlay import OverlayDriver, PaintJob
from overlays.painter_client import job_of

Key = tuple[str, str]
"""(rendition, overlay)."""
SEPARATOR = "\x1f"
"""Between the two in the key of a job."""


class Want(NamedTuple):
    """What is wanted of one graphic in one rendition."""

    driver: OverlayDriver[Any, Any]
    on_air: OverlayOnAir
    job: PaintJob
    values: dict[str, str]


class Setting(NamedTuple):
    """All that a want is made of but its content."""

    driver: OverlayDriver[Any, Any]
    on_air: OverlayOnAir
    theme: Theme
    folder: str
    canvas: Canvas


class _Known(NamedTuple):
    content: msgspec.Struct
    setting: Setting
    want: Want


class Wants:
    """Keeps the newest want of each graphic: making its job at every look took a third of the control thread."""

    def __init__(self) -> None:
        """None yet."""
        self._known: dict[Key, _Known] = {}

    def of(self, key: Key, content: msgspec.Struct, setting: Setting) -> Want:
        """The very want of the last time if nothing is another."""
        known = self._known.get(key)
        if known is None or known.content != content or known.setting != setting:
            driver, on_air, theme, folder, canvas = setting
            job = job_of(SEPARATOR.join(key), driver, content, theme, folder, canvas)
            known = self._known[key] = _Known(
                content, setting, Want(driver, on_air, job, driver.live.values(content))
            )
        return known.want

    def keep(self, keys: Collection[Key]) -> None:
        """Forget all others."""
        for key in self._known.keys() - keys:
            del self._known[key]
