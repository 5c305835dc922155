"""Who is speaking: a name and what they are."""

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from overlays import marks
from overlays import theme as looks
from overlays.words_of import words_of


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What it says until something else is typed, and how long."""

    name: str = ""
    role: str = ""
    hold_s: float = 12.0
    """Leaves by itself after so many seconds; 0: it stays."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    name: str
    role: str = ""


def select(settings: Settings, sight: Sight) -> Content | None:
    """Typed words: the first line is the name, the rest what they are."""
    name, _, role = words_of(sight, f"{settings.name}\n{settings.role}").partition("\n")
    return Content(name=name.strip(), role=" ".join(role.split())) if name.strip() else None


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A bar of the brand's colour, the role small above the large name; as wide as they need."""
    across, down = brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    panel = Area(0, 0, max_width, max_height).inset(across, down)
    bar, pad = brush.px(12), brush.px(20)
    room = panel.width - bar - 2 * pad
    role = brush.fitted(content.role, room, size=brush.px(25), floor=brush.px(20))
    above = role.size + brush.px(7) if role.lines else 0.0
    name = brush.fitted(
        content.name,
        room,
        size=brush.px(46),
        floor=brush.px(looks.SMALL),
        lines=2,
        height=panel.height - above - brush.px(22),
        bold=True,
        pitch=1.12,
    )
    height = above + name.height + brush.px(30)
    width = bar + 2 * pad + max(role.width, name.width)
    panel = Area(panel.x, panel.y, width, min(panel.height, height))
    theme, radius = brush.theme, brush.px(14)
    brush.panel(panel, looks.card_of(theme), radius=radius, shadow=0.5)
    with brush.clipped(panel, radius=radius):
        stripe = Area(panel.x, panel.y, bar, panel.height)
        brush.panel(stripe, theme.brand, to=looks.deep_of(theme.brand))
    y = panel.y + (panel.height - above - name.height) / 2
    brush.write(role, panel.x + bar + pad, y, looks.accent_of(theme))
    brush.write(name, panel.x + bar + pad, y + above, looks.ink_of(theme))
    return marks.even(panel.right + across, max_width), marks.even(panel.bottom + down, max_height)


DRIVER = OverlayDriver(
    kind="lower_third",
    title_ja="ネームテロップ",
    title_en="Lower third",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="lower_band",
    motion=Motion(enter="slide"),
    hold_s=lambda settings: settings.hold_s,
)
