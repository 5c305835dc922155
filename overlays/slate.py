"""What all full-screen slates look like: the brand's colour, the logo, a large line, a small one."""

from console.ports.brush import Area, Brush, FittedText
from overlays import theme as looks


def ground(brush: Brush, width: int, height: int, picture: str) -> None:
    """A picture of the show under a veil, else the brand's colour with soft light in it."""
    sheet, tone = Area(0, 0, width, height), looks.under_white(brush.theme.brand)
    brush.panel(sheet, tone, to=looks.mixed(tone, looks.NIGHT, 0.42))
    if picture and brush.picture(picture, sheet):
        brush.panel(sheet, looks.faded(looks.mixed(tone, looks.NIGHT, 0.30), 0.72))
        return
    for across, down, size, light in ((0.92, 0.10, 0.95, 0.07), (0.02, 0.74, 0.80, 0.05), (0.80, 0.97, 0.5, 0.05)):
        side = size * min(width, height)
        disc = Area(across * width - side / 2, down * height - side / 2, side, side)
        with brush.clipped(sheet):
            brush.panel(disc, looks.faded(looks.WHITE, light), radius=side / 2)


def stage(width: int, height: int) -> Area:
    """Where words may stand: above a phone's comments, within the safe part of a screen."""
    if height > width:
        return Area(width * 0.07, height * 0.13, width * 0.86, height * 0.48)
    return Area(width * 0.10, height * 0.10, width * 0.80, height * 0.80)


def logo(brush: Brush, stage: Area) -> float:
    """The theme's logo at the head of the stage; the y where it ends."""
    size = brush.picture_size(brush.theme.logo)
    if size is None:
        return stage.y
    room = Area(stage.x, stage.y, min(stage.width, brush.px(420)), brush.px(84))
    factor = min(room.width / size[0], room.height / size[1])
    width, height = size[0] * factor, size[1] * factor
    brush.picture(brush.theme.logo, Area(stage.x + (stage.width - width) / 2, stage.y, width, height), whole=True)
    return stage.y + height


def rule(brush: Brush, stage: Area, y: float) -> None:
    """A short line that parts large from small."""
    width = brush.px(72)
    brush.panel(Area(stage.x + (stage.width - width) / 2, y, width, brush.px(5)), looks.WHITE, radius=brush.px(2.5))


def headline(brush: Brush, words: str, room: Area, *, size: float = 64) -> FittedText:
    """The large line, up to three lines of it, within the room."""
    return brush.fitted(
        words,
        room.width,
        size=brush.px(size),
        floor=brush.px(30),
        lines=3,
        height=room.height,
        bold=True,
        pitch=1.22,
    )


def words(brush: Brush, stage: Area, large: str, small: str) -> None:
    """Large line, rule, small line, in the middle of the stage."""
    head = headline(brush, large, Area(stage.x, stage.y, stage.width, stage.height * 0.62))
    foot = brush.fitted(
        small,
        stage.width,
        size=brush.px(32),
        floor=brush.px(22),
        lines=3,
        height=max(brush.px(24), stage.height - head.height - brush.px(60)),
        pitch=1.35,
    )
    gap = brush.px(26)
    whole = head.height + (2 * gap + brush.px(5) + foot.height if foot.lines else 0)
    y = stage.y + (stage.height - whole) / 2
    brush.write(head, stage.x + stage.width / 2, y, looks.WHITE, align="centre")
    if foot.lines:
        y += head.height + gap
        rule(brush, stage, y)
        brush.write(foot, stage.x + stage.width / 2, y + brush.px(5) + gap, looks.WHITE, align="centre")


def plain(brush: Brush, width: int, height: int, *, large: str, small: str, picture: str) -> tuple[int, int]:
    """A slate of words alone."""
    ground(brush, width, height, picture)
    place = stage(width, height)
    top = logo(brush, place) + brush.px(20)
    words(brush, Area(place.x, top, place.width, place.bottom - top), large, small)
    return width // 2 * 2, height // 2 * 2
