"""What must hold in a show beyond the types of its fields: ranges, and names that lead somewhere. Pure, as messages.

`problems` forbid a show to be opened and an edit to be made; `advice` is what a careful planner puts right.
"""

from collections.abc import Callable, Iterator

from console.errors import Message
from console.model import planning_rules, rundown_rules, selling_rules
from console.model.rules import colour_problems, is_inside, names_nothing, outside
from console.model.show import Show
from console.words.planning import SHOW_BAD_BOX, SHOW_HAS_NO_RENDITION, SHOW_ODD_CANVAS, SHOW_OUT_OF_RANGE

Rule = Callable[[Show], Iterator[Message]]

_SIDE_PX = (64, 4096)
_RATE = (1, 120)
_VIDEO_KBPS = (100, 100_000)
_AUDIO_KBPS = (32, 512)
_DELAY_MS = (0, 5_000)
_GAIN_DB = (-120.0, 40.0)
_VIEWERS_DELAY_S = (0.0, 300.0)
_LONGEST_S = (60, 7 * 86_400)


def problems(show: Show) -> list[Message]:
    """Everything that is wrong, each with its path; empty: the show is sound."""
    return [problem for rule in _RULES for problem in rule(show)]


def advice(show: Show) -> list[Message]:
    """Everything that is better put right before the show, though nothing breaks; for a show without problems."""
    return [word for rule in _ADVICE for word in rule(show)]


def _rate(show: Show) -> Iterator[Message]:
    rate = show.rate
    if rate.seconds < 1 or not _RATE[0] <= rate.pictures / rate.seconds <= _RATE[1]:
        written = f"{rate.pictures}/{rate.seconds}"
        yield SHOW_OUT_OF_RANGE(path="rate", low=_RATE[0], high=_RATE[1], value=written)


def _renditions(show: Show) -> Iterator[Message]:
    if not show.renditions:
        yield SHOW_HAS_NO_RENDITION()
    for key, rendition in show.renditions.items():
        place, canvas = f"renditions.{key}", rendition.canvas
        yield from outside(f"{place}.canvas.width", canvas.width, _SIDE_PX)
        yield from outside(f"{place}.canvas.height", canvas.height, _SIDE_PX)
        if canvas.width % 2 or canvas.height % 2:
            yield SHOW_ODD_CANVAS(path=f"{place}.canvas", width=canvas.width, height=canvas.height)
        yield from outside(f"{place}.video_kbps", rendition.video_kbps, _VIDEO_KBPS)
        yield from outside(f"{place}.audio_kbps", rendition.audio_kbps, _AUDIO_KBPS)


def _strips(show: Show) -> Iterator[Message]:
    for key, strip in show.audio.strips.items():
        yield from outside(f"audio.strips.{key}.delay_ms", strip.delay_ms, _DELAY_MS)
        yield from outside(f"audio.strips.{key}.gain_db", strip.gain_db, _GAIN_DB)
        yield from names_nothing("audio.strips", key, "sources", show.sources)


def _scenes(show: Show) -> Iterator[Message]:
    for key, scene in show.scenes.items():
        for number, placement in enumerate(scene.placements):
            place = f"scenes.{key}.placements[{number}]"
            for field, box in (("box", placement.box), ("crop", placement.crop)):
                if not is_inside(box):
                    yield SHOW_BAD_BOX(path=f"{place}.{field}")
            yield from names_nothing(f"{place}.source", placement.source, "sources", show.sources)


def _destinations(show: Show) -> Iterator[Message]:
    for key, destination in show.destinations.items():
        place = f"destinations.{key}"
        yield from names_nothing(f"{place}.rendition", destination.rendition, "renditions", show.renditions)
        yield from outside(f"{place}.viewers_delay_s", destination.viewers_delay_s, _VIEWERS_DELAY_S)
        yield from outside(f"{place}.policy.longest_s", destination.policy.longest_s, _LONGEST_S)


def _opening(show: Show) -> Iterator[Message]:
    if show.opening_scene:
        yield from names_nothing("opening_scene", show.opening_scene, "scenes", show.scenes)
    for overlay in show.opening_overlays:
        yield from names_nothing("opening_overlays", overlay, "overlays", show.overlays)


_RULES: tuple[Rule, ...] = (
    _rate,
    _renditions,
    _strips,
    colour_problems,
    _scenes,
    _destinations,
    _opening,
    *selling_rules.RULES,
    *rundown_rules.RULES,
    *planning_rules.RULES,
)
_ADVICE: tuple[Rule, ...] = (*selling_rules.ADVICE, *rundown_rules.ADVICE, *planning_rules.ADVICE)
