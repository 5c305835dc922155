"""Which graphics are on air, and all of them that only another show, or another choice of graphics, changes."""

import logging
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from console.drivers import overlay_driver, validated
from console.errors import ConsoleError, Message
from console.model.delays import viewers_delay_us
from console.model.destination import Rendition
from console.model.overlay import Overlay, OverlayOnAir
from console.model.show import Show
from console.model.state import State
from console.supervise.wants import Key, Setting
from console.words.supervise import GRAPHIC_FAILED

log = logging.getLogger(__name__)


class Showing(NamedTuple):
    """One graphic on air in one rendition."""

    key: Key
    overlay: Overlay
    settings: Any
    """The driver's own Struct."""
    setting: Setting
    delay_us: int
    """The largest among the rendition's viewers."""
    hold_us: float
    """Show time after which it leaves by itself; 0: it stays."""


class OnAir(NamedTuple):
    """What is on air in all renditions. Found once: to validate settings at every look cost more than to select."""

    showings: tuple[Showing, ...] = ()
    timed: tuple[Showing, ...] = ()
    """Those of them that time changes."""
    held: tuple[Showing, ...] = ()
    """Those of them that leave by themselves."""
    mute: Mapping[Key, Message] = MappingProxyType({})
    """Graphics that nobody can ask what they show, and why."""


def on_air_of(state: State) -> OnAir:
    """As of this State; nothing while no session runs."""
    showings, mute = [], {}
    for key, overlay, on_air, rendition in _shown(state) if state.session.running else ():
        try:
            showings.append(_showing(key, overlay, on_air, rendition, state.show))
        except Exception as error:  # noqa: BLE001 - a stranger's driver takes no other graphic down
            mute[key] = why_mute(overlay, error)
    timed = tuple(one for one in showings if one.setting.driver.timed or one.setting.driver.live.calm_us)
    return OnAir(tuple(showings), timed, tuple(one for one in showings if one.hold_us > 0), mute)


def is_on_air_alike(one: State, other: State) -> bool:
    """What is on air is the same in both: found by identity, so a change that changes nothing may count as one."""
    is_same = one.show is other.show and one.overlays is other.overlays
    return is_same and one.session.running == other.session.running


def why_mute(overlay: Overlay, error: Exception) -> Message:
    """In words for people."""
    if isinstance(error, ConsoleError):
        return error.message
    log.info("%s cannot tell what it shows: %r", overlay.kind, error)
    return GRAPHIC_FAILED(name=overlay.name, reason=type(error).__name__)


def _shown(state: State) -> Iterator[tuple[Key, Overlay, OverlayOnAir, Rendition]]:
    show = state.show
    for name, on_air in state.overlays.items():
        overlay = show.overlays.get(name)
        if overlay is None or not on_air.shown:
            continue
        for key, rendition in show.renditions.items():
            if overlay.kind not in rendition.hide and not _is_forbidden(show, key, overlay.kind):
                yield (key, name), overlay, on_air, rendition


def _showing(key: Key, overlay: Overlay, on_air: OverlayOnAir, rendition: Rendition, show: Show) -> Showing:
    driver = overlay_driver(overlay.kind)
    settings = validated(overlay.settings, overlay.kind, driver.settings)
    setting = Setting(driver, on_air, show.theme, show.folder, rendition.canvas)
    delay_us = viewers_delay_us(show, key[0])
    return Showing(key, overlay, settings, setting, delay_us, driver.hold_s(settings) * 1_000_000)


def _is_forbidden(show: Show, rendition: str, kind: str) -> bool:
    """A destination's platform allows no code that leads off it."""
    goes_to = [one for one in show.destinations.values() if one.rendition == rendition]
    return kind == "qr" and any(one.policy.no_qr for one in goes_to)
