"""What each kind of sources has to open on this machine. A kind that hangs or fails hides no other."""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal

from console import drivers
from console.drivers import Row
from console.errors import ConsoleError, Message
from console.ports.source import Device, SourceDriver
from console.words.devices import KIND_FAILED, KIND_TIMED_OUT
from console.words.drivers import DRIVER_BROKEN

DEADLINE_S = 8.0
"""For all kinds together: loading a driver, and the 5 s that its `devices` may take."""

State = Literal["listed", "no_devices_needed", "broken", "failed", "timed_out"]


@dataclass(frozen=True, slots=True)
class Listing:
    """One kind and what it found."""

    kind: str
    title_ja: str
    title_en: str
    state: State
    reason: Message | None = None
    """Why there is no list."""
    devices: tuple[Device, ...] = ()


def installed() -> dict[str, Callable[[], Row]]:
    """How to load each kind of sources."""
    group = "honban.sources"
    return {kind: partial(drivers.row, group, kind) for kind in drivers.points(group)}


def listings(loads: Mapping[str, Callable[[], Row]], *, deadline_s: float = DEADLINE_S) -> list[Listing]:
    """One for each kind, in their order, at the deadline at the latest. A thread that hangs is left behind."""
    late = KIND_TIMED_OUT
    found = {
        kind: Listing(kind, kind, kind, "timed_out", late(kind=kind, seconds=round(deadline_s))) for kind in loads
    }
    answers: queue.SimpleQueue[tuple[Listing, bool]] = queue.SimpleQueue()
    for kind, load in loads.items():
        threading.Thread(target=_look, args=(found[kind], load, answers), name=f"list {kind}", daemon=True).start()
    deadline, waiting = time.monotonic() + deadline_s, set(loads)
    while waiting:
        try:
            listing, is_last = answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            break
        found[listing.kind] = listing
        if is_last:
            waiting.discard(listing.kind)
    return list(found.values())


def _look(late: Listing, load: Callable[[], Row], answers: "queue.SimpleQueue[tuple[Listing, bool]]") -> None:
    """Thread: one a kind. Tells the title as soon as it knows, then the outcome."""
    try:
        row = load()
        if row.driver is None:
            answers.put(
                (replace(late, state="broken", reason=DRIVER_BROKEN(kind=late.kind, reason=row.reason)), True)
            )
            return
        named = replace(late, title_ja=row.driver.title_ja, title_en=row.driver.title_en)
        answers.put((named, False))
        late = named
        answers.put((_listed(named, row.driver), True))
    except ConsoleError as error:
        answers.put((replace(late, state="failed", reason=error.message), True))
    except Exception as error:  # noqa: BLE001 - a stranger's driver may fail in any way; the others are listed
        reason = KIND_FAILED(kind=late.kind, reason=f"{type(error).__name__}: {error}"[:300])
        answers.put((replace(late, state="failed", reason=reason), True))


def _listed(named: Listing, driver: SourceDriver[Any]) -> Listing:
    if driver.devices is list:  # the port's word for a kind that is no device
        return replace(named, state="no_devices_needed", reason=None)
    devices = tuple(driver.devices())
    strange = next((each for each in devices if not isinstance(each, Device)), None)
    if strange is not None:
        raise TypeError(f"not a Device: {strange!r}")
    return replace(named, state="listed", reason=None, devices=devices)
