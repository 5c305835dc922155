"""Commands and facts as bytes: every one comes back as it was, and nothing else is taken."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.model.commands import Command, EndSession, GoLive
from console.model.entry import Entry, decode_command, decode_event, encode_event
from console.model.facts import Fact, SessionLost
from console.model.moment import At
from tests.support.nouns import structs

COMMANDS = Command.__subclasses__()
FACTS = Fact.__subclasses__()
KINDS = [*COMMANDS, *FACTS]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind: type[Command] | type[Fact], data: st.DataObject) -> None:
    event = data.draw(structs(kind))
    back = decode_event(encode_event(event))
    assert type(back) is kind
    assert back == event


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_every_command_is_known_as_a_command(kind: type[Command], data: st.DataObject) -> None:
    command = data.draw(structs(kind))
    assert decode_command(encode_event(command)) == command


def test_a_fact_is_no_command() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_command(encode_event(SessionLost()))


def test_names_of_commands_and_facts_never_meet() -> None:
    names = [kind.__name__ for kind in KINDS]
    assert len(set(names)) == len(names)
    assert msgspec.json.decode(encode_event(GoLive())) == {"type": "GoLive"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'{"type":"Command"}',
        b'{"type":"Fact"}',
        b'{"type":"FromTomorrow"}',
        b'{"type":7}',
        b'{"type":"GoLive","extra":1}',
        b'{"type":"LoadPreview"}',
        b'{"type":"LoadPreview","scene":3}',
        b'{"type":"Edit","area":"everything","id":"x","patch":{},"base":0}',
        b'{"type":"GoLive"} trailing',
        b"\xff\xfe",
        b'{"type":"LoadPreview","scene":"\xff"}',
        b'{"type":"Edit","area":"sources","id":"x","base":0,"patch":{"deep":' + b"[" * 200_000,
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    for decode in (decode_event, decode_command):
        with pytest.raises(msgspec.DecodeError):
            decode(data)


@given(data=st.binary(max_size=60))
def test_random_bytes_never_get_past_the_decoder_as_something_else(data: bytes) -> None:
    try:
        event = decode_event(data)
    except msgspec.DecodeError:
        return
    assert isinstance(event, Command | Fact)


def test_an_entry_is_a_value() -> None:
    at = At(1, 2, 3)
    assert Entry(1, at, EndSession()) == Entry(1, at, EndSession())
    assert Entry(1, at, EndSession()) != Entry(2, at, EndSession())
    assert msgspec.json.encode(at) == b"[1,2,3]"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_events_cannot_be_changed(kind: Any) -> None:
    assert kind.__struct_config__.frozen
    assert kind.__struct_config__.forbid_unknown_fields
