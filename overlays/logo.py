"""The shop's logo, as it is."""

import msgspec

from console.errors import ConsoleError
from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.overlays import PICTURE_UNREADABLE
from overlays import theme as looks


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Which picture."""

    file: str = ""
    """In the show folder; empty: the theme's logo."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    file: str


def select(settings: Settings, sight: Sight) -> Content | None:
    """The file that is set, or the theme's."""
    file = settings.file or sight.state.show.theme.logo
    return Content(file=file) if file else None


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """As large as it fits, left; raises `ConsoleError` if the file is no picture."""
    size = brush.picture_size(content.file)
    across, down = brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    room = Area(0, 0, max_width, max_height).inset(across, down)
    if size is None:
        raise ConsoleError(PICTURE_UNREADABLE(file=content.file))
    factor = min(room.width / size[0], room.height / size[1])
    area = Area(across, down, size[0] * factor, size[1] * factor)
    if not brush.picture(content.file, area, whole=True):
        raise ConsoleError(PICTURE_UNREADABLE(file=content.file))
    return min(max_width, int(area.right + across + 1) // 2 * 2), min(
        max_height, int(area.bottom + down + 1) // 2 * 2
    )


DRIVER = OverlayDriver(
    kind="logo",
    title_ja="ロゴ",
    title_en="Logo",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="top_left",
    motion=Motion(enter="fade"),
)
