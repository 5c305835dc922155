"""Something is being put right: please wait."""

import msgspec

from console.ports.brush import Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import PLEASE_WAIT, PLEASE_WAIT_MORE
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
    large, small = content.large or brush.say(PLEASE_WAIT), content.small or brush.say(PLEASE_WAIT_MORE)
    return slate.plain(brush, max_width, max_height, large=large, small=small, picture=content.picture)


DRIVER = OverlayDriver(
    kind="slate_wait",
    title_ja="お待ちくださいスレート",
    title_en="Please-wait slate",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="full",
    motion=Motion(enter="fade"),
)
