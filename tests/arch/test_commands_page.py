"""docs/commands.md names every command with its fields, and nothing else."""

import re

import msgspec

from console.model.command import Command
from console.model.entry import decode_command
from tests.support import house

ROW = re.compile(r"^\| (?P<names>`[A-Z]\w+`(?:, `[A-Z]\w+`)*) \|(?P<fields>[^|]*)\| [^|]+ \|$", re.MULTILINE)


def told() -> dict[str, set[str]]:
    rows = ROW.finditer(house.read("docs/commands.md"))
    return {
        name: set(re.findall(r"`(\w+)`", row["fields"])) for row in rows for name in re.findall(r"\w+", row["names"])
    }


def test_every_command_is_on_the_page_with_its_fields() -> None:
    assert decode_command(b'{"type":"EndSession"}')
    known = {
        kind.__name__: {field.name for field in msgspec.structs.fields(kind)} for kind in Command.__subclasses__()
    }
    assert told() == known
