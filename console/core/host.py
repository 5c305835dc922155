"""Reducers of what the producer puts before the host. None of them touches what viewers see."""

from msgspec.structs import replace

from console.core.reducing import reduces
from console.errors import Refused
from console.model.commands import AskHost, ClearNote, SendNote
from console.model.host import Note
from console.model.moment import At
from console.model.state import State
from console.words.host import NO_SUCH_QUESTION, NOTE_EMPTY, NOTE_TOO_LONG

NOTE_LONGEST = 200
"""Characters: a host reads it at a glance, while talking."""


@reduces(SendNote)
def send_note(state: State, command: SendNote, at: At) -> State:
    """One note at a time; the same again is a new one."""
    text = command.text.strip()
    if not text:
        raise Refused(NOTE_EMPTY())
    if len(text) > NOTE_LONGEST:
        raise Refused(NOTE_TOO_LONG(longest=NOTE_LONGEST, length=len(text)))
    note = Note(text=text, at_us=at.wall_us, flash=command.flash)
    return replace(state, host=replace(state.host, note=note))


@reduces(ClearNote)
def clear_note(state: State, command: ClearNote, at: At) -> State:
    """No note. Never refused."""
    return replace(state, host=replace(state.host, note=None))


@reduces(AskHost)
def ask_host(state: State, command: AskHost, at: At) -> State:
    """One question at a time; an empty id takes it away."""
    if command.question and command.question not in state.questions:
        raise Refused(NO_SUCH_QUESTION(question=command.question[:80]))
    return replace(state, host=replace(state.host, question=command.question))
