"""A slate of words alone: what it says is set, or is a sentence of ours."""

import msgspec

from console.ports.brush import Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.saying import Saying
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


def worded_slate(
    kind: str, *, title_ja: str, title_en: str, large: Saying, small: Saying
) -> OverlayDriver[Settings, Content]:
    """A driver that says these where nothing is set."""

    def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
        """The whole canvas."""
        head, foot = content.large or brush.say(large), content.small or brush.say(small)
        return slate.plain(brush, max_width, max_height, large=head, small=foot, picture=content.picture)

    return OverlayDriver(
        kind=kind,
        title_ja=title_ja,
        title_en=title_en,
        settings=Settings,
        content=Content,
        select=select,
        paint=paint,
        slot="full",
        motion=Motion(enter="fade"),
    )
