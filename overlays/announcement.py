"""Something everybody should know now."""

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from overlays import marks
from overlays import theme as looks
from overlays.words_of import words_of


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What it says until something else is typed, and how long."""

    text: str = ""
    hold_s: float = 20.0
    """Leaves by itself after so many seconds; 0: it stays."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    text: str


def select(settings: Settings, sight: Sight) -> Content | None:
    """Typed words, else the planned ones."""
    text = words_of(sight, settings.text)
    return Content(text=text) if text else None


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """On the brand's colour beside a megaphone; as large as its words."""
    across, down = brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    brand = brush.theme.brand
    ink, pad, side = looks.ink_on(brand), brush.px(8), brush.px(30)
    room = max_width - 2 * across - pad - side - brush.px(8) - brush.px(16)
    text = brush.fitted(
        content.text,
        room,
        size=brush.px(looks.BODY),
        floor=brush.px(20),
        lines=3,
        height=max_height - 2 * down - brush.px(14),
        bold=True,
        pitch=1.2,
    )
    height = min(max_height - 2 * down, text.height + brush.px(16))
    panel = Area(across, down, pad + side + brush.px(8) + text.width + brush.px(16), max(height, brush.px(44)))
    radius = min(panel.height / 2, brush.px(looks.RADIUS + 4))
    brush.panel(panel, brand, to=looks.deep_of(brand), radius=radius, shadow=0.5)
    seat = Area(panel.x + pad, panel.y + (panel.height - side) / 2, side, side)
    marks.disc(brush, "megaphone", seat, ink, brand)
    brush.write(text, seat.right + brush.px(8), panel.y + (panel.height - text.height) / 2, ink)
    return marks.even(panel.right + across, max_width), marks.even(panel.bottom + down, max_height)


DRIVER = OverlayDriver(
    kind="announcement",
    title_ja="アナウンス",
    title_en="Announcement",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="lower_band",
    motion=Motion(enter="pop"),
    hold_s=lambda settings: settings.hold_s,
)
