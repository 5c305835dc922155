"""What the mixer shall show and sound like, as one immutable value. The only thing State and pixels share."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from console.media.painting import Part
from console.media.sprite import Sprite
from console.model.audio import AudioMix
from console.model.canvas import Canvas
from console.model.mix import Fade, Mix
from console.model.scene import Placement, Transition
from console.model.state import State
from console.ports.overlay import Motion
from console.ports.source import OpenSource


@dataclass(frozen=True, slots=True)
class Piece:
    """Something on a graphic that changes without painting."""

    part: Part
    since_us: int
    """Media time at which its move began."""
    before: Sprite | None = None
    """What was seen in its place until then."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A sprite at its place, coming, standing or leaving."""

    sprite: Sprite
    x: int
    y: int
    """Of its top left corner once it stands; even pixels."""
    motion: Motion
    shown: bool
    since_us: int
    """Media time at which it began to come or to leave."""
    pieces: tuple[Piece, ...] = ()
    """From back to front."""


@dataclass(frozen=True, slots=True)
class View:
    """One or two scenes and how far from one to the other."""

    placements: tuple[Placement, ...] = ()
    before: tuple[Placement, ...] = ()
    transition: Transition | None = None
    since_us: int = 0
    from_mixture: bool = False


@dataclass(frozen=True, slots=True)
class RenditionPlan:
    """One canvas with its graphics."""

    canvas: Canvas
    layers: tuple[Layer, ...] = ()


@dataclass(frozen=True, slots=True)
class MixPlan:
    """Everything a tick needs. Published whole; the mixer reads it once a tick."""

    rate: Fraction = Fraction(30)
    epoch: int = 0
    """Of the media clock: every media time in the plan is of this epoch."""
    view: View = View()
    preview: View = View()
    fade: Fade = field(default_factory=Fade)
    audio: AudioMix = field(default_factory=AudioMix)
    sources: Mapping[str, OpenSource] = field(default_factory=dict)
    """The open sources by id; a missing one shows the slate and is silent."""
    heard: frozenset[str] = frozenset()
    """Sources whose sound is on Program: those in the picture, those without one, those that are always heard."""
    renditions: Mapping[str, RenditionPlan] = field(default_factory=dict)
    scenes: Mapping[str, tuple[Placement, ...]] = field(default_factory=dict)
    """All of the show, for those who look at them before they are on air."""


def plan_of(state: State, sources: Mapping[str, OpenSource], layers: Mapping[str, tuple[Layer, ...]]) -> MixPlan:
    """The plan that makes the picture match the State. `layers`: the painted graphics of each rendition."""
    rate = state.show.rate
    return MixPlan(
        rate=Fraction(rate.pictures, rate.seconds),
        epoch=state.session.epoch,
        view=_program(state, state.mix),
        preview=View(_placements(state, state.mix.preview)),
        fade=state.mix.fade,
        audio=state.show.audio,
        sources=sources,
        heard=frozenset(key for key, source in sources.items() if _is_heard(state, key, source)),
        renditions={
            key: RenditionPlan(rendition.canvas, layers.get(key, ()))
            for key, rendition in state.show.renditions.items()
        },
        scenes={key: scene.placements for key, scene in state.show.scenes.items()},
    )


def _is_heard(state: State, key: str, source: OpenSource) -> bool:
    strip = state.show.audio.strips.get(key)
    is_on_program = any(placement.source == key for placement in _placements(state, state.mix.program))
    return is_on_program or not source.has_picture or (strip is not None and strip.always)


def still(plan: MixPlan) -> MixPlan:
    """The plan with nothing moving: after a stall, the media times of the plan at hand mean nothing any more."""
    return replace(
        plan,
        view=View(plan.view.placements),
        fade=Fade(start_level=plan.fade.end_level, end_level=plan.fade.end_level),
        renditions={
            key: replace(rendition, layers=tuple(_standing(layer) for layer in rendition.layers if layer.shown))
            for key, rendition in plan.renditions.items()
        },
    )


def _standing(layer: Layer) -> Layer:
    pieces = tuple(replace(piece, since_us=0, before=None) for piece in layer.pieces)
    return replace(layer, since_us=-layer.motion.enter_us, pieces=pieces)


def _program(state: State, mix: Mix) -> View:
    placements = _placements(state, mix.program)
    if mix.change is None:
        return View(placements)
    return View(
        placements,
        before=_placements(state, mix.change.from_scene),
        transition=mix.change.transition,
        since_us=mix.change.since_us,
        from_mixture=mix.change.from_mixture,
    )


def _placements(state: State, scene: str | None) -> tuple[Placement, ...]:
    found = state.show.scenes.get(scene or "")
    return found.placements if found else ()
