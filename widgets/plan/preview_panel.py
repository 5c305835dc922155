"""How what is planned will look, painted anew as soon as it changes."""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolButton

from console.model.canvas import Canvas
from console.model.scene import Box, Scene
from console.model.state import State
from widgets.keys import without_input_method
from widgets.parts.chip import Chip
from widgets.parts.panel import Panel, row, small
from widgets.plan.imagining import graphics, imagined
from widgets.plan.picturing import Look, Looks, Painter
from widgets.plan.planning import Planning
from widgets.plan.view import View

CALM_MS = 200
"""It is painted at most so often."""
UPRIGHT, WIDE = Canvas(width=720, height=1280), Canvas(width=1280, height=720)


class PreviewPanel(Panel):
    """Upright and wide."""

    def __init__(self, planning: Planning) -> None:
        """Paints while it is visible."""
        super().__init__()
        self.set_title(self.tr("How it looks"))
        self._planning, self._desk = planning, planning.desk
        self._painter = Painter(self)
        self._painter.painted.connect(self._show)
        self._soon = QTimer(self, singleShot=True)
        self._since = QElapsedTimer()
        self._soon.timeout.connect(self._want)
        self.view = View(self._desk.tokens)
        self._chip, self._words = Chip(), small()
        self._words.setWordWrap(True)
        self._shapes = {UPRIGHT: self._button(self.tr("Upright")), WIDE: self._button(self.tr("Wide"))}
        self._canvas = self._first()
        self.body.addLayout(row(*self._shapes.values(), None, self._chip))
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._words)
        planning.chosen.connect(self._look)
        self._desk.bind(
            self, lambda _found: self._look(), lambda state: (state.show, state.selling.offers, state.audience.pinned)
        )
        self._choose(self._canvas)

    def showEvent(self, event: QShowEvent) -> None:
        """It may have changed meanwhile."""
        super().showEvent(event)
        self._look()

    @property
    def is_painting(self) -> bool:
        """Something is being painted, or will be in a moment."""
        return self._soon.isActive() or self._painter.is_busy

    def _first(self) -> Canvas:
        rendition = next(iter(self._desk.state.show.renditions.values()), None)
        return UPRIGHT if rendition is None or rendition.canvas.portrait else WIDE

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("size", "small")
        button.setAccessibleName(words)
        without_input_method(button)
        button.clicked.connect(lambda: self._choose(UPRIGHT if button is self._shapes[UPRIGHT] else WIDE))
        return button

    def _choose(self, canvas: Canvas) -> None:
        self._canvas = canvas
        for shape, button in self._shapes.items():
            button.setChecked(shape == canvas)
        self._look()

    def _look(self) -> None:
        """At once if nothing was painted just now."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start(max(0, CALM_MS - self._since.elapsed()) if self._since.isValid() else 0)

    def _want(self) -> None:
        if not self.isVisible():
            return
        self._since.start()
        page, key, state, now = self._planning.page, self._planning.key, self._desk.state, self._desk.now()
        shown = graphics(state, page, key)
        self._painter.want(
            Look(
                state,
                imagined(state, page, key, now),
                shown,
                self._canvas,
                now,
                next(iter(state.show.renditions), ""),
                covered(state, page.key, key, self._canvas),
            )
        )

    def _show(self, looks: Looks) -> None:
        page, key, state = self._planning.page, self._planning.key, self._desk.state
        scene = state.show.scenes.get(key) if page.key == "scenes" else None
        boxes = placed(scene, state) if scene is not None else []
        boxes += [(box, self.tr("Covered")) for box in covered(state, page.key, key, self._canvas)]
        self.view.show_looks(looks.image, boxes)
        is_plain = not boxes and not graphics(state, page, key)
        self._chip.show_state(self.tr("Example") if looks.is_imagined else "", "info")
        sentences = [self._desk.say(problem) for problem in looks.problems]
        if looks.empty:
            sentences.append(self.tr("Nothing to show: {names}.").format(names=", ".join(looks.empty)))
        if looks.left_out:
            sentences.append(self.tr("No room for: {names}.").format(names=", ".join(looks.left_out)))
        if is_plain:
            sentences.append(self.tr("Nothing of this is seen on air."))
        elif looks.is_imagined:
            sentences.append(self.tr("As it will look in the show. Names and prices are the plan's."))
        self._words.setText(" ".join(sentences))


def covered(state: State, page: str, key: str, canvas: Canvas) -> tuple[Box, ...]:
    """What platforms lay over the picture: one destination's, or those of all where the show's are planned."""
    destination = state.show.destinations.get(key) if page == "destinations" else None
    platforms = {destination.platform} if destination is not None else set()
    areas = [area for name, area in state.show.safe_areas.items() if name in platforms or page == "safe_areas"]
    return tuple(box for area in areas for box in (area.portrait if canvas.portrait else area.landscape))


def _seen(state: State) -> tuple[object, ...]:
    """What of the State graphics show, but for what moves by itself."""
    return state.show, state.selling.offers, state.audience.pinned


def placed(scene: Scene, state: State) -> list[tuple[Box, str]]:
    """Where the sources of a scene stand."""
    sources = state.show.sources
    return [(one.box, sources[one.source].name if one.source in sources else one.source) for one in scene.placements]
