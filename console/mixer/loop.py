"""The heart beat: one tick is one picture and its samples, at an absolute deadline. Thread: mixer."""

import logging
import threading
from collections.abc import Callable, Mapping

from console.media.clock import Clock
from console.media.feed import Feed, FrameMemory
from console.media.frame_clock import FrameClock
from console.media.histogram import Histogram
from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import sample_at, tick_us
from console.mixer.audio import AudioMixer
from console.mixer.compositor import Compositor
from console.mixer.inputs import Broke, Inputs
from console.mixer.meters import Meters
from console.mixer.monitors import Monitors
from console.mixer.plan import MixPlan, RenditionPlan, still
from console.mixer.tap import Tap
from console.model.canvas import Canvas

log = logging.getLogger(__name__)


class MixerLoop:
    """Reads the plan once a tick, composes each rendition, hands the result to its feed."""

    def __init__(  # noqa: PLR0913 - what a tick is made of, and who hears of it
        self,
        clock: Clock,
        plan: Callable[[], MixPlan],
        feeds: Mapping[str, Feed],
        *,
        start_us: int,
        numbers_from: int = 0,
        stalled: Callable[[int, int], None],
        broke: Broke = lambda _key, _source: None,
        meters: Meters | None = None,
        monitors: Monitors | None = None,
        tap: Tap | None = None,
    ) -> None:
        """Tick 0 is due at monotonic `start_us`; `stalled(new start, for how long)` tells of a new epoch.

        The feeds get ticks numbered from `numbers_from`: an encoder that had another mixer before goes on counting.
        `broke(key, source)` tells, once for each opened source, that its `picture` or `sound` raised; until another
        is in the plan it is asked again at each tick. Both calls come on the mixer thread and must not wait.
        """
        self._clock, self._plan, self._feeds, self._stalled = clock, plan, feeds, stalled
        self._frames = FrameClock(clock, plan().rate, start_us=start_us)
        self._compositors = {key: Compositor(Canvas(feed.width, feed.height)) for key, feed in feeds.items()}
        self._first = 0
        """Sample that comes next; a tick has the samples up to where the next tick's begin."""
        self._last = -1
        self._before = numbers_from
        """Ticks of the epochs before this one: the encoder counts through."""
        self._stale_epoch: int | None = None
        """Epoch of the plan that was at hand when media time began anew: its media times mean nothing now."""
        self._meters, self._monitors, self._tap = meters or Meters(), monitors or Monitors(), tap or Tap()
        self.inputs, self.audio = Inputs(broke), AudioMixer()
        self.composed = self.repeated = 0
        self.compose = Histogram()
        """Time to compose all renditions of a tick."""
        self.late = Histogram()
        """Time between a tick's deadline and its beginning."""

    @property
    def seconds(self) -> float:
        """Media time that was handed over, repeats included."""
        return float((self.composed + self.repeated) / self._frames.rate)

    @property
    def next_number(self) -> int:
        """What the next tick will be called in the feeds."""
        return self._before + self._last + 1

    def run(self, stop: threading.Event) -> None:
        """Tick until told to stop."""
        while not stop.is_set():
            missed = self._frames.next()
            if self._frames.stalled_us:
                self._begin_epoch()
            self.late.add(self._frames.late_us)
            self._tick(self._valid(self._plan()), missed)

    def _begin_epoch(self) -> None:
        """The machine slept: media time begins anew, while the encoder's ticks go on counting."""
        log.info("stalled for %d us", self._frames.stalled_us)
        self._before, self._last, self._first = self.next_number, -1, 0
        self._stale_epoch = self._plan().epoch
        self._stalled(self._frames.start_us, self._frames.stalled_us)

    def _valid(self, plan: MixPlan) -> MixPlan:
        """The plan, with nothing moving until one of the new epoch comes."""
        if plan.epoch == self._stale_epoch:
            return still(plan)
        self._stale_epoch = None
        return plan

    def _tick(self, plan: MixPlan, missed: int) -> None:
        """Repeat what was missed, then make this tick's picture and sound."""
        tick = self._frames.tick
        for number in range(tick - missed, tick):
            self._hand_over(number, {}, self._sound(plan, number))
        self.repeated += missed
        media_us = tick_us(tick, self._frames.rate)
        began_us = self._clock.monotonic_us()
        pictures = self.inputs.pictures(plan.sources, media_us)
        drawn = {key: self._draw(plan, key, feed, pictures, media_us) for key, feed in self._feeds.items()}
        self.compose.add(self._clock.monotonic_us() - began_us)
        self._hand_over(tick, drawn, self._sound(plan, tick))
        # Order matters: who looks comes after the encoders, which only read what they were given.
        self._monitors.draw(
            plan.preview,
            pictures,
            _first_drawn(drawn),
            media_us=media_us,
            rate=self._frames.rate,
            scenes=plan.scenes,
        )
        self.composed += 1

    def _draw(
        self, plan: MixPlan, key: str, feed: Feed, pictures: Mapping[str, Picture], media_us: int
    ) -> FrameMemory | None:
        memory = feed.blank()
        if memory is not None:
            rendition = plan.renditions.get(key) or RenditionPlan(self._compositors[key].canvas)
            self._compositors[key].compose(
                rendition, plan.view, pictures, media_us=media_us, onto=memory.picture, fade=plan.fade
            )
        return memory

    def _sound(self, plan: MixPlan, tick: int) -> Sound:
        first, self._first = self._first, sample_at(tick + 1, self._frames.rate)
        count = self._first - first
        sounds = self.inputs.sounds(plan.sources, first, count)
        media_us = tick_us(tick, self._frames.rate)
        level = plan.fade.level(media_us)
        program = self.audio.mix(plan.audio, sounds, heard=plan.heard, count=count, level=level)
        self._meters.hear(self.audio.shares, program)
        self._tap.hear(self.audio, program, on_air_us=self._frames.start_us + media_us)
        return program

    def _hand_over(self, tick: int, drawn: Mapping[str, FrameMemory | None], sound: Sound) -> None:
        for key, feed in self._feeds.items():
            feed.offer(self._before + tick, drawn.get(key), sound)
        self._last = tick


def _first_drawn(drawn: Mapping[str, FrameMemory | None]) -> Picture | None:
    """Program, as people see it on a monitor, is the first rendition."""
    memory = next(iter(drawn.values()), None)
    return memory.picture if memory is not None else None
