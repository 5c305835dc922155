"""The show is over: thanks, and when the next one is."""

import msgspec

from console.ports.brush import Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import SEE_YOU, THANK_YOU
from overlays import slate


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What it says."""

    large: str = ""
    """Empty: a sentence of ours."""
    small: str = ""
    """Under it; empty: a sentence of ours."""
    picture: str = ""
    """In the show folder, behind the words; empty: the brand's colour."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    large: str = ""
    small: str = ""
    picture: str = ""


def select(settings: Settings, _: Sight) -> Content | None:
    """What is set."""
    return Content(large=settings.large, small=settings.small, picture=settings.picture)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """The whole canvas."""
    large, small = content.large or brush.say(THANK_YOU), content.small or brush.say(SEE_YOU)
    return slate.plain(brush, max_width, max_height, large=large, small=small, picture=content.picture)


DRIVER = OverlayDriver(
    kind="slate_end",
    title_ja="終了スレート",
    title_en="Ending slate",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="full",
    motion=Motion(enter="fade"),
)
