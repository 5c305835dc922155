"""Reducers of words that people put on air: announcements."""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import SetAnnouncement
from console.model.moment import At
from console.model.state import State
from console.words.core import NO_SESSION, NO_SUCH_OVERLAY
from console.words.selling import TEXT_TOO_LONG

ANNOUNCEMENT_LONGEST = 200


@reduces(SetAnnouncement)
def set_announcement(state: State, command: SetAnnouncement, at: At) -> State:
    """What this graphic says from now on; nothing: what its settings say."""
    if not state.session.running:
        raise Refused(NO_SESSION())
    if command.overlay not in state.show.overlays:
        raise Refused(NO_SUCH_OVERLAY(overlay=command.overlay))
    text = command.text.strip()
    if len(text) > ANNOUNCEMENT_LONGEST:
        raise Refused(TEXT_TOO_LONG(longest=ANNOUNCEMENT_LONGEST))
    words = {key: said for key, said in state.audience.words.items() if key != command.overlay}
    if text:
        words[command.overlay] = text
    return replace(state, audience=replace(state.audience, words=words))
