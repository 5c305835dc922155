"""A QR code that a phone can read off another screen, and where it leads.

Wire: ISO/IEC 18004, with its quiet zone of four modules.
"""

import math

import msgspec
import segno

from console.errors import ConsoleError
from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import SCAN_TO_SHOP
from console.words.overlays import QR_TOO_LONG
from overlays import theme as looks

QUIET_MODULES = 4
MODULE = 6
"""Smallest module in pixels at scale 1: what survives the encoder and a phone's camera."""
_STURDY = 25
"""Modules a side up to which more error correction is worth more than larger modules."""
ABOUT_READABLE = 70
"""Characters that surely fit into the largest code there is room for."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Where it leads."""

    product: str = ""
    """Id of a product: its link. Empty, with no other address: the product that is explained."""
    link: str = ""
    """Any other address, if no product is named."""
    line: str = ""
    """Under the code; empty: a sentence of ours."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    link: str
    line: str = ""


def select(settings: Settings, sight: Sight) -> Content | None:
    """The link, if there is one."""
    wanted = settings.product or (sight.state.explaining.product if not settings.link else "")
    product = sight.state.show.products.get(wanted)
    link = (product.link if product else "") if wanted else settings.link
    return Content(link=link, line=settings.line) if link.strip() else None


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Black on white whatever the theme: the largest whole modules that fit."""
    margin, line_room = brush.px(looks.MARGIN), brush.px(36)
    side = min(max_width - 2 * margin, max_height - 2 * margin - line_room)
    rows = _rows(content.link.strip(), int(side / (brush.px(MODULE) * 0.999)) - 2 * QUIET_MODULES)
    modules = len(rows) + 2 * QUIET_MODULES
    # Why: a code of few modules is not blown up to fill its slot; it need not cover the host to be read.
    module = min(int(side / modules), math.ceil(brush.px(MODULE)))
    paper = Area(margin, margin, modules * module, modules * module + line_room)
    brush.panel(paper, looks.WHITE, radius=brush.px(looks.RADIUS / 2), shadow=1.0)
    quiet = QUIET_MODULES * module
    brush.modules(rows, round(paper.x) + quiet, round(paper.y) + quiet, module)
    words = content.line or brush.say(SCAN_TO_SHOP)
    line = brush.fitted(words, paper.width - brush.px(16), size=brush.px(26), floor=brush.px(17), bold=True)
    top = paper.y + modules * module + (brush.px(26) - line.size) / 2  # Below the quiet zone, never in it.
    brush.write(line, paper.x + paper.width / 2, top, looks.NIGHT, align="centre")
    return _even(paper.right + margin, max_width), _even(paper.bottom + margin, max_height)


def _rows(link: str, largest: int) -> tuple[bytearray, ...]:
    """The sturdiest code of at most `largest` modules a side; raises `ConsoleError` if none is that small."""
    for error, limit in (("q", min(largest, _STURDY)), ("m", largest), ("l", largest)):
        try:
            rows = tuple(segno.make(link, error=error, micro=False, boost_error=False).matrix)
        except segno.DataOverflowError:
            continue
        if len(rows) <= limit:
            return rows
    raise ConsoleError(QR_TOO_LONG(length=len(link), limit=ABOUT_READABLE))


def _even(length: float, limit: int) -> int:
    return min(limit, int(length + 1) // 2 * 2)


DRIVER = OverlayDriver(
    kind="qr",
    title_ja="QRコード",
    title_en="QR code",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="left_column",
    motion=Motion(enter="fade"),
)
