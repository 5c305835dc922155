"""A prize: how to enter, how many did, who won."""

from typing import Literal

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Live, Motion, OverlayDriver, Sight
from console.words.on_air import (
    ENTRIES,
    GIVEAWAY,
    GIVEAWAY_CLOSED,
    GIVEAWAY_DRAWN,
    GIVEAWAY_ENTER,
    MORE_WINNERS,
    WINNERS,
)
from overlays import breaks, marks
from overlays import theme as looks
from overlays.counted import counted

PLACES = 6
"""For winners one by one; of more, the last place says how many more."""

LETTERS_HIDDEN = 3
"""A name that is longer shows its last letter besides its first."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing to set: the giveaway that runs is the show's."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    phase: Literal["open", "closed", "drawn"]
    prize: str
    keyword: str
    entries: str
    places: int
    """How many win."""
    winners: tuple[str, ...] = ()
    """Masked: a name is nobody's business on air."""
    more: int = 0
    """Winners beyond those."""


def select(_: Settings, sight: Sight) -> Content | None:
    """The one that runs or was last run."""
    status = sight.state.giveaway
    plan = sight.state.show.giveaways.get(status.giveaway)
    if plan is None or status.phase == "none":
        return None
    count = len(status.winners)
    named = count if count <= PLACES else PLACES - 1
    return Content(
        phase=status.phase,
        prize=plan.prize,
        keyword=plan.keyword,
        entries=f"{len(status.entries):,}",
        places=plan.winners,
        winners=tuple(shown(viewer, sight.name_of(viewer)) for viewer in status.winners[:named]),
        more=len(status.winners) - named,
    )


def shown(viewer: str, name: str) -> str:
    """Enough for a winner to know themselves, too little for anyone else to know them."""
    letters = breaks.graphemes(breaks.cleaned(name).strip())
    if not letters:
        return _masked(viewer)
    return f"{letters[0]}***{letters[-1] if len(letters) > LETTERS_HIDDEN else ''}"


def _masked(viewer: str) -> str:
    """Of somebody without a name, of the id."""
    own = viewer.rpartition(":")[2].rpartition("/")[2].lstrip("@")
    return f"{own[:2]}***{own[-2:]}" if len(own) > 5 else f"{own[:1]}***"


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """A head in the brand's colour, the prize large, then the word to write or those who won."""
    theme, across, down = brush.theme, brush.px(looks.MARGIN), brush.px(looks.MARGIN / 2)
    card = Area(0, 0, max_width, max_height).inset(across, down)
    radius, head, pad = brush.px(looks.RADIUS), brush.px(50), brush.px(18)
    brush.panel(card, looks.card_of(theme), radius=radius, shadow=0.5)
    with brush.clipped(card, radius=radius):
        brush.panel(Area(card.x, card.y, card.width, head), theme.brand, to=looks.deep_of(theme.brand))
    ink = looks.ink_on(theme.brand)
    seat = Area(card.x + pad, card.y + brush.px(9), brush.px(32), brush.px(32))
    brush.icon("gift", seat, ink)
    places = brush.fitted(
        brush.say(WINNERS, count=content.places), card.width * 0.3, size=brush.px(looks.SMALL), floor=brush.px(14)
    )
    brush.write(places, card.right - pad, card.y + (head - places.size) / 2, ink, align="right")
    room = card.right - 2 * pad - places.width - seat.right
    title = brush.fitted(brush.say(GIVEAWAY), room, size=brush.px(27), floor=brush.px(16), bold=True)
    brush.write(title, seat.right + brush.px(9), card.y + (head - title.size) / 2, ink)
    inside = Area(card.x + pad, card.y + head + brush.px(12), card.width - 2 * pad, card.height - head - brush.px(24))
    lines, size = (1, brush.px(28)) if content.phase == "drawn" else (2, brush.px(31))
    prize = brush.fitted(
        content.prize, inside.width, size=size, floor=brush.px(22), lines=lines, bold=True, pitch=1.15
    )
    brush.write(prize, inside.x, inside.y, looks.ink_of(theme))
    top = inside.y + prize.height + brush.px(12)
    below = Area(inside.x, top, inside.width, inside.bottom - top)
    (_drawn if content.phase == "drawn" else _entering)(content, brush, below)
    return max_width, max_height


def _entering(content: Content, brush: Brush, area: Area) -> None:
    """The word in a frame of its own; under it how many wrote it."""
    theme = brush.theme
    is_open = content.phase == "open"
    foot = area.bottom - brush.px(2)
    line = counted(
        brush, ENTRIES, "entries", content.entries, area.width, words=brush.px(looks.SMALL), figures=brush.px(30)
    )
    line.write(area.x, foot, (looks.quiet_of(theme), looks.accent_of(theme, large=True)))
    said = brush.say(GIVEAWAY_ENTER if is_open else GIVEAWAY_CLOSED)
    how = brush.fitted(said, area.width, size=brush.px(looks.SMALL), floor=brush.px(14))
    brush.write(how, area.x, area.y, looks.quiet_of(theme))
    top = area.y + how.size + brush.px(8)
    box = Area(area.x, top, area.width, foot - brush.px(36) - top)
    tint = looks.mixed(theme.brand, theme.card, 0.10 if is_open else 0.04)
    brush.panel(box, tint, radius=brush.px(12), line=looks.faded(theme.brand, 0.45 if is_open else 0.15))
    word = brush.fitted(
        content.keyword,
        box.width - brush.px(24),
        size=min(brush.px(44), box.height * 0.7),
        floor=brush.px(16),
        bold=True,
    )
    marks.centred(brush, word, box, looks.accent_of(theme, large=True) if is_open else looks.quiet_of(theme))


def _drawn(content: Content, brush: Brush, area: Area) -> None:
    """Congratulations, and the winners in two columns."""
    theme = brush.theme
    said = brush.fitted(brush.say(GIVEAWAY_DRAWN), area.width, size=brush.px(23), floor=brush.px(14), bold=True)
    brush.write(said, area.x, area.y, looks.accent_of(theme))
    names = [*content.winners, *([brush.say(MORE_WINNERS, count=content.more)] if content.more else [])]
    columns = 1 if len(names) == 1 else 2
    rows = -(-max(1, len(names)) // columns)
    top = area.y + said.size + brush.px(10)
    pitch = min(brush.px(46), (area.bottom - top) / rows)
    for place, name in enumerate(names):
        x = area.x + place % columns * (area.width + brush.px(10)) / columns
        width = (area.width - brush.px(10) * (columns - 1)) / columns
        cell = Area(x, top + place // columns * pitch, width, pitch - brush.px(5))
        brush.panel(cell, looks.mixed(theme.brand, theme.card, 0.10), radius=cell.height / 2)
        size = min(brush.px(25), cell.height * 0.72)
        text = brush.fitted(name, width - brush.px(20), size=size, floor=size * 0.4, bold=True)
        marks.centred(brush, text, cell, looks.ink_of(theme))


DRIVER = OverlayDriver(
    kind="giveaway",
    title_ja="プレゼント企画",
    title_en="Giveaway",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="above_band",
    motion=Motion(enter="pop"),
    live=Live(("entries",), rolls=True, calm_us=1_000_000),
)
