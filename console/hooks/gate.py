"""What may come in, judged before anything of it is believed."""

from urllib.parse import urlsplit

from console.errors import ConsoleError
from console.hooks.message import PATHS, Delivery, decoded
from console.hooks.request import LONGEST_BODY, Head, Reply
from console.hooks.signature import HEADER, TOLERANCE_S, is_signed, is_timely
from console.words.hooks import (
    HOOK_METHOD,
    HOOK_NOT_SIGNED,
    HOOK_SIGNATURE_WRONG,
    HOOK_STRANGER,
    HOOK_TOO_LARGE,
    HOOK_TOO_OLD,
    HOOK_UNKNOWN,
)

OUR_NAMES = frozenset({"127.0.0.1", "localhost"})
TOO_LARGE = Reply(413, HOOK_TOO_LARGE(limit_kb=LONGEST_BODY // 1000))


def judged_by_head(head: Head, *, port: int) -> Reply | None:
    """Why no body is wanted; None: it may come.

    Host and Origin are checked against pages in a browser that lead here by a name of their own (DNS rebinding).
    """
    hosts, origins = head.values("host"), head.values("origin")
    if len(hosts) != 1 or not _is_ours(f"//{hosts[0]}", port) or not all(_is_own_page(o, port) for o in origins):
        return Reply(403, HOOK_STRANGER(port=port))
    if head.path not in PATHS:
        return Reply(404, HOOK_UNKNOWN())
    if head.method != "POST":
        return Reply(405, HOOK_METHOD(method=head.method[:20]), allow="POST")
    if head.length is not None and head.length > LONGEST_BODY:
        return TOO_LARGE
    return None


def opened(head: Head, body: bytes, *, secret: str, now_s: float) -> Delivery | Reply:
    """What the body says, or why it is not taken. Nothing of it is read before its signature."""
    signatures = head.values(HEADER)
    if not signatures:
        return Reply(401, HOOK_NOT_SIGNED())
    if len(signatures) != 1 or not is_signed(secret, body, signatures[0]):
        return Reply(401, HOOK_SIGNATURE_WRONG())
    try:
        delivery = decoded(head.path, body)
    except ConsoleError as error:
        return Reply(422, error.message)
    if not is_timely(delivery.sent_at, now_s):
        return Reply(401, HOOK_TOO_OLD(limit_min=TOLERANCE_S // 60))
    return delivery


def _is_own_page(origin: str, port: int) -> bool:
    return origin.startswith("http://") and _is_ours(origin.removeprefix("http:"), port)


def _is_ours(place: str, port: int) -> bool:
    try:
        parts = urlsplit(place)
        return (
            parts.hostname in OUR_NAMES and parts.port == port and not (parts.path or parts.query or parts.username)
        )
    except ValueError:
        return False
