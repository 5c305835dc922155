"""A viewer's comment, with who wrote it."""

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import ASKER
from overlays import breaks, marks
from overlays import theme as looks


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How long it stays; what is pinned is the show's."""

    hold_s: float = 0.0
    """Leaves by itself after so many seconds; 0: it stays."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    asker: str
    text: str


def select(_: Settings, sight: Sight) -> Content | None:
    """What is pinned now."""
    pinned = sight.state.audience.comment
    return Content(asker=sight.name_of(pinned.viewer), text=pinned.text) if pinned else None


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A round portrait with the first letter, the name small, the words large; as wide as they need."""
    across, down = brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    panel = Area(0, 0, max_width, max_height).inset(across, down)
    pad, side = brush.px(16), min(brush.px(60), panel.height - brush.px(20))
    left, room = panel.x + 2 * pad + side, panel.width - 3 * pad - side
    head = _name(content, brush, room)
    body = panel.height - head - brush.px(15)
    text = brush.fitted(
        content.text,
        room,
        size=brush.px(34),
        floor=brush.px(looks.SMALL),
        lines=2,
        height=body,
        bold=True,
        pitch=1.14,
    )
    name = brush.fitted(_who(content, brush), room, size=brush.px(looks.SMALL), floor=brush.px(18), bold=True)
    width = min(panel.width, 3 * pad + side + max(text.width, name.width))
    height = brush.px(15) + head + text.height
    panel = Area(panel.x, panel.y, width, max(height, side + brush.px(20)))
    theme = brush.theme
    brush.panel(panel, looks.card_of(theme), radius=brush.px(looks.RADIUS), shadow=0.5, line=looks.line_of(theme))
    portrait = Area(panel.x + pad, panel.y + (panel.height - side) / 2, side, side)
    brush.panel(portrait, theme.brand, to=looks.deep_of(theme.brand), radius=side / 2)
    letter = next(iter(breaks.graphemes(breaks.cleaned(content.asker))), "")
    initial = brush.fitted(letter, side, size=side * 0.5, floor=side * 0.3, bold=True)
    marks.centred(brush, initial, portrait, looks.ink_on(theme.brand))
    y = panel.y + (panel.height - head - text.height) / 2 - brush.px(2)
    brush.write(name, left, y, looks.quiet_of(theme))
    brush.write(text, left, y + head, looks.ink_of(theme))
    return marks.even(panel.right + across, max_width), marks.even(panel.bottom + down, max_height)


def _who(content: Content, brush: Brush) -> str:
    return brush.say(ASKER, name=content.asker) if content.asker.strip() else ""


def _name(content: Content, brush: Brush, room: float) -> float:
    """Height of the line with the name, with the gap below it."""
    return brush.px(29) if content.asker.strip() and room > 0 else 0.0


DRIVER = OverlayDriver(
    kind="pinned_comment",
    title_ja="コメント",
    title_en="Pinned comment",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="lower_band",
    motion=Motion(enter="slide"),
    hold_s=lambda settings: settings.hold_s,
)
