"""Which entry a field has."""

from collections.abc import Callable

from widgets.forms.choices import ChoiceEntry, ColourEntry, DriverEntry, OneEntry, SwitchEntry
from widgets.forms.entry import Entry, LinesEntry, LongEntry, TextEntry, UnknownEntry
from widgets.forms.files import DeviceEntry, FileEntry
from widgets.forms.group import Boxed, Field, Group, OptionalGroup
from widgets.forms.known import Known
from widgets.forms.many import ManyEntry
from widgets.forms.moment import MomentEntry
from widgets.forms.numbers import MoneyEntry, NumberEntry
from widgets.forms.shape import Kind, Shape, shapes_of
from widgets.forms.some import SomeEntry
from widgets.forms.words import switch_words


class Making:
    """Makes fields that know the show."""

    def __init__(self, known: Known) -> None:
        """Keeps nothing."""
        self._known = known
        self._ways: dict[Kind, Callable[[Shape], Entry]] = {
            "text": lambda _: TextEntry(),
            "long": lambda _: LongEntry(),
            "lines": lambda _: LinesEntry(),
            "colour": lambda _: ColourEntry(),
            "moment": lambda _: MomentEntry(),
            "file": lambda _: FileEntry(known),
            "device": lambda shape: DeviceEntry(known, shape),
            "number": NumberEntry,
            "duration": NumberEntry,
            "percent": NumberEntry,
            "money": MoneyEntry,
            "switch": lambda shape: SwitchEntry(switch_words(shape.key, known.desk.language)),
            "choice": lambda shape: ChoiceEntry(shape, known),
            "driver": lambda shape: DriverEntry(shape, known),
            "one_of": lambda shape: OneEntry(shape, known),
            "some_of": lambda shape: SomeEntry(shape, known),
            "group": self._boxed,
            "many": lambda shape: ManyEntry(shape, known, self.group),
            "by_key": lambda shape: ManyEntry(shape, known, self.group),
        }

    def field(self, shape: Shape) -> Field:
        """Label and entry."""
        make = self._ways.get(shape.kind)
        return Field(shape, UnknownEntry() if make is None else make(shape), self._known.desk.language)

    def group(self, shapes: tuple[Shape, ...]) -> Group:
        """All of them."""
        return Group(shapes, self.field)

    def _boxed(self, shape: Shape) -> Entry:
        assert shape.struct is not None
        inner = self.group(shapes_of(shape.struct))
        return OptionalGroup(inner) if shape.optional else Boxed(inner)
