"""One rendition's picture: scenes, transition, graphics, fade. Thread: mixer."""

from collections.abc import Mapping

from console.media.picture import Picture, flat
from console.mixer.pieces import JoinedSprites
from console.mixer.plan import Layer, RenditionPlan, View
from console.mixer.scene_painter import ScenePainter, copy
from console.mixer.standing import Stand
from console.mixer.transition import dim, mixed
from console.model.canvas import Canvas
from console.model.mix import Fade
from console.model.scene import Placement, Transition


class Compositor:
    """Draws Program of one canvas, tick by tick."""

    def __init__(self, canvas: Canvas) -> None:
        """Memory for two more pictures, used during transitions only."""
        self.canvas = canvas
        self._painter = ScenePainter(canvas)
        self._joined = JoinedSprites()
        self._layers: tuple[Layer, ...] = ()
        self._stands: list[Stand] = []
        """One for each layer, from back to front."""
        self._after = flat(canvas.width, canvas.height)
        self._mixture = flat(canvas.width, canvas.height)
        """The scenes as they stood at the last tick of a transition, without graphics."""
        self._frozen = flat(canvas.width, canvas.height)
        self._began: tuple[int, bool] | None = None
        """The transition that runs: when it began and whether from a mixture."""
        self._stood: tuple[Placement, ...] = ()
        """The scene at the last tick without a transition."""

    def compose(
        self,
        plan: RenditionPlan,
        view: View,
        pictures: Mapping[str, Picture],
        *,
        media_us: int,
        onto: Picture,
        fade: Fade | None = None,
    ) -> None:
        """Write the picture of this media time into `onto`, which has the canvas's size."""
        self._scenes(view, pictures, media_us, onto)
        self._follow(plan.layers)
        for stand in self._stands:
            stand.lay(onto, media_us, self._joined)
        self._joined.tidy()
        dim(onto, fade.level(media_us) if fade else 1.0)

    def _follow(self, layers: tuple[Layer, ...]) -> None:
        """A layer that is as it was goes on with what is known of it."""
        if layers is not self._layers:
            before = {stand.layer.sprite: stand for stand in self._stands}
            found = ((layer, before.get(layer.sprite)) for layer in layers)
            self._stands = [
                stand if stand is not None and stand.layer == layer else Stand(layer) for layer, stand in found
            ]
            self._layers = layers

    def _scenes(self, view: View, pictures: Mapping[str, Picture], media_us: int, onto: Picture) -> None:
        part = _part(view, media_us)
        if view.transition is None or part >= 1:
            self._began, self._stood = None, view.placements
            self._painter.draw(view.placements, pictures, onto)
        else:
            self._mix(view, view.transition, part, pictures, onto)
        self._painter.tidy()

    def _mix(
        self, view: View, transition: Transition, part: float, pictures: Mapping[str, Picture], onto: Picture
    ) -> None:
        self._hold(view, pictures)
        self._painter.draw(view.placements, pictures, self._after)
        before = self._frozen if view.from_mixture else onto
        if not view.from_mixture:
            self._painter.draw(view.before, pictures, onto)
        mixed(transition, before, self._after, part, onto)
        copy(onto, self._mixture)

    def _hold(self, view: View, pictures: Mapping[str, Picture]) -> None:
        """A transition that begins in the middle of another starts from the picture as it stood: no flash.

        The other one may have come and gone between two ticks, or be finished here already: then a scene stood.
        """
        began, running = (view.since_us, view.from_mixture), self._began is not None
        if began != self._began and view.from_mixture:
            if running:
                copy(self._mixture, self._frozen)
            else:
                self._painter.draw(self._stood, pictures, self._frozen)
        self._began = began


def _part(view: View, media_us: int) -> float:
    if view.transition is None or view.transition.duration_us <= 0:
        return 1.0
    return max(0.0, (media_us - view.since_us) / view.transition.duration_us)
