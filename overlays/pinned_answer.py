"""A viewer's question and its answer, in a bubble of two colours."""

import msgspec

from console.ports.brush import Area, Brush
from console.ports.overlay import Motion, OverlayDriver, Sight
from console.words.on_air import ASKER
from overlays import theme as looks


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing to set: what is pinned is the show's."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What is visible."""

    asker: str
    question: str
    answer: str


def select(_: Settings, sight: Sight) -> Content | None:
    """What is pinned now."""
    pinned = sight.state.audience.pinned
    if pinned is None:
        return None
    asker = sight.name_of(pinned.viewer) or pinned.asker
    return Content(asker=asker, question=pinned.question, answer=pinned.answer)


def paint(content: Content, brush: Brush, max_width: int, max_height: int) -> tuple[int, int]:
    """Asker and question on the brand's colour, the answer large below; as high as the answer needs."""
    margin, pad, tail = brush.px(looks.MARGIN), brush.px(20), brush.px(10)
    bubble = Area(0, 0, max_width, max_height).inset(margin)
    head = Area(bubble.x, bubble.y, bubble.width, brush.px(40))
    room = bubble.height - head.height - brush.px(20)
    answer = brush.fitted(
        content.answer,
        bubble.width - 2 * pad,
        size=brush.px(38),
        floor=brush.px(looks.BODY - 1),
        lines=3,
        height=room,
        bold=True,
        pitch=1.18,
    )
    body = answer.height + brush.px(20)
    bubble = Area(bubble.x, bubble.y, bubble.width, head.height + body)
    ink = looks.ink_of(brush.theme)
    brush.bubble(
        bubble,
        brush.theme.brand,
        looks.faded(brush.theme.card, 0.96),
        split=head.bottom,
        tail=tail,
        radius=brush.px(looks.RADIUS),
    )
    _head(content, brush, head.inset(pad, 0))
    brush.write(answer, bubble.x + pad, head.bottom + brush.px(8), ink)
    return max_width, min(max_height, int(bubble.bottom + max(tail + 2, margin) + 1) // 2 * 2)


def _head(content: Content, brush: Brush, area: Area) -> None:
    """Name and question in one line; the question is the first to be cut."""
    colour = looks.ink_on(brush.theme.brand)
    name = brush.fitted(content.asker, area.width * 0.36, size=brush.px(26), floor=brush.px(24), bold=True)
    shown = brush.fitted(brush.say(ASKER, name="".join(name.lines)), area.width * 0.5, size=name.size, bold=True)
    left = area.x + shown.width + brush.px(16)
    question = brush.fitted(content.question, area.right - left, size=brush.px(26), floor=brush.px(24))
    middle = area.y + area.height / 2
    brush.write(shown, area.x, middle - shown.size / 2, colour)
    brush.write(question, left, middle - question.size / 2, colour)


DRIVER = OverlayDriver(
    kind="pinned_answer",
    title_ja="質問への回答",
    title_en="Pinned answer",
    settings=Settings,
    content=Content,
    select=select,
    paint=paint,
    slot="lower_band",
    motion=Motion(enter="slide"),
)
