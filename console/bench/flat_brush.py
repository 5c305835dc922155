"""A brush that paints all of a graphic onto one sheet, as it stands on air: what FFmpeg is given. In a child only."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from console.media.painting import Move
from console.ports.brush import Area, FittedText, LiveText
from overlays.paint import PaintBrush


class FlatBrush(PaintBrush):
    """Digits and parts are painted where they rest, not kept apart."""

    values: Mapping[str, str] = MappingProxyType({})
    """What the live fields say."""

    def write_live(self, name: str, text: LiveText, x: float, y: float, colour: str) -> None:
        """With the digits of the value."""
        shown = LiveText(self.values.get(name, text.text), text.size, text.advances, text.gap, text.bold)
        for sign, area in shown.cells(x // 2 * 2, y):
            one = FittedText((sign,), text.size, text.size, area.width, text.bold)
            self.write(one, area.x + area.width / 2, area.y, colour, align="centre")

    @contextmanager
    def part(self, name: str, area: Area, move: Move) -> Iterator[None]:
        """Where it rests; what only glows for a moment rests invisibly."""
        if move == "pulse":
            with super().part(name, area, move):
                yield
        else:
            yield

    def scroll(self, name: str, text: FittedText, window: Area, colour: str, *, rounds: int) -> None:  # noqa: ARG002 - as the brush has it
        """As its line begins at the left of the window."""
        top = window.y + (window.height - text.size) / 2
        with self.clipped(window):
            line = FittedText(("".join(text.lines),), text.size, text.pitch, text.width, text.bold)
            self.write(line, window.x // 2 * 2, top, colour)
