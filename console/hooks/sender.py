"""A program that sends: what `honban hooks orders` and any script of a shop do."""

import time
from pathlib import Path

import httpx
import msgspec

from console.errors import ConsoleError
from console.hooks.door import NOTE, Note
from console.hooks.intake import Taken
from console.hooks.message import Orders, OrderSent
from console.hooks.signature import HEADER, signature_of
from console.words.hooks import HOOKS_NOT_OPEN, ORDERS_STOPPED
from console.words.render import Language

AT_ONCE = 50
"""Orders in one message: however long their names are, it is shorter than may be sent."""
TIMEOUT_S = 15.0


def open_url(folder: Path) -> str:
    """Where the hooks listen, as their note in the runtime folder says; raises `ConsoleError` if there is none."""
    try:
        return msgspec.json.decode((folder / NOTE).read_bytes(), type=Note).url
    except (OSError, msgspec.MsgspecError):
        raise ConsoleError(HOOKS_NOT_OPEN()) from None


def send_orders(orders: list[OrderSent], *, url: str, secret: str, language: Language) -> Taken:
    """Send all; raises `ConsoleError` with what was answered where it stopped. What was sent twice counts once."""
    taken = again = 0
    with httpx.Client(timeout=TIMEOUT_S, trust_env=False, headers={"Accept-Language": language}) as client:
        for start in range(0, len(orders), AT_ONCE):
            body = msgspec.json.encode(Orders(sent_at=time.time(), orders=tuple(orders[start : start + AT_ONCE])))
            try:
                reply = client.post(f"{url}/hooks/orders", content=body, headers={HEADER: signature_of(secret, body)})
                answer = reply.json()
            except (httpx.HTTPError, ValueError) as error:
                raise ConsoleError(ORDERS_STOPPED(sent=start, says=f"({type(error).__name__})")) from None
            if reply.status_code != httpx.codes.OK:
                raise ConsoleError(ORDERS_STOPPED(sent=start, says=str(answer.get("says", reply.status_code))))
            taken, again = taken + answer["taken"], again + answer["again"]
    return Taken(taken=taken, again=again)
