"""Stream keys: what a person types in goes to the password store of this machine, and to no other place."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from console.errors import ConsoleError, Refused
from console.link.asking import PutKey
from console.model.commands import Edit
from console.model.facts import KeyStored
from console.model.show import Show
from console.output.daemon_call import daemon_call
from console.wire.address import checked_key
from console.words.core import NO_SUCH_DESTINATION
from console.words.library import VAULT_SLOW

if TYPE_CHECKING:
    from console.engine.engine import Engine

KEEP_S = 60
"""A person may have to unlock the store."""
TAIL, SHOWN_FROM = 4, 16


async def put_key(engine: "Engine", asking: PutKey) -> str:
    """Store it and let its destination use it; what of it may be shown.

    A destination that is live goes on with the key it has; one that waits or was rejected is tried at once.
    """
    key, name = checked_key(asking.key), asking.destination
    reference = _reference(engine, name)
    try:
        await daemon_call(lambda: engine.keep_secret(reference, key), timeout_s=KEEP_S)
    except TimeoutError:
        raise ConsoleError(VAULT_SLOW(seconds=KEEP_S)) from None
    engine.store.dispatch(KeyStored(name))
    return tail_of(key)


def key_tails(show: Show, secret: Callable[[str], str | None]) -> dict[str, str]:
    """By destination, of those that have a key."""
    keys = {name: secret(one.key) for name, one in show.destinations.items() if one.key}
    return {name: tail_of(key) for name, key in keys.items() if key}


def tail_of(key: str) -> str:
    """Of a short key nothing is shown: four characters would be too much of it."""
    return key[-TAIL:] if len(key) >= SHOWN_FROM else ""


def _reference(engine: "Engine", name: str) -> str:
    """Under which its key is kept. The show names it before anything is stored: no key is left without an owner."""
    destination = engine.store.state.show.destinations.get(name)
    if destination is None:
        raise Refused(NO_SUCH_DESTINATION(destination=name[:80]))
    if destination.key:
        return destination.key
    reference = f"{name}-{secrets.token_hex(4)}"
    engine.obey(Edit("destinations", name, {"key": reference}, destination.revision))
    return reference
