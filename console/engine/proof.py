"""What proves that a destination gets the show: each proof with its age, nothing where there is none."""

import time
from typing import TYPE_CHECKING

import msgspec

from console.model.destination import DestinationStatus
from console.output.attempt import PublisherFigures

if TYPE_CHECKING:
    from console.engine.engine import Engine


class Proof(msgspec.Struct, frozen=True, omit_defaults=True):
    """Ages in seconds; None: no proof."""

    sending_age_s: float | None = None
    """Since bytes last left this machine."""
    accepted_age_s: float | None = None
    """Since the server accepted the publish, or its newest acknowledgement."""
    seen_age_s: float | None = None
    """Since a picture was last decoded on the other side: by the built-in receiver, in a rehearsal."""


def proofs(engine: "Engine") -> dict[str, Proof]:
    """By destination of the open show, as of now. Control thread; cheap."""
    state, lines = engine.store.state, engine.destinations.lines
    return {
        key: proof(
            state.destinations.get(key, DestinationStatus()),
            lines[key].figures if key in lines else PublisherFigures(),
            seen_age_s=engine.receivers.seen_age_s(key),
            now_s=time.monotonic(),
        )
        for key in state.sent_to
    }


def proof(status: DestinationStatus, figures: PublisherFigures, *, seen_age_s: float | None, now_s: float) -> Proof:
    """Of one destination: what is not live proves nothing, whatever it did before."""
    if status.phase != "live":
        return Proof()
    return Proof(
        _age_s(figures.sent_at_s, now_s),
        _age_s(figures.acknowledged_at_s, now_s),
        None if seen_age_s is None else round(max(0.0, seen_age_s), 3),
    )


def _age_s(at_s: float | None, now_s: float) -> float | None:
    return None if at_s is None else round(max(0.0, now_s - at_s), 3)
