"""The document people plan: everything a show is made of."""

import msgspec

from console.model.audio import AudioMix
from console.model.base import Entity
from console.model.canvas import Rate
from console.model.destination import Destination, Rendition
from console.model.giveaway import Giveaway
from console.model.offer import Offer
from console.model.overlay import Overlay, PinnedAnswer, Theme
from console.model.planning import NG_LISTS, Answer, NgWord, SafeAreas, Targets
from console.model.product import Coupon, Product
from console.model.rundown import Segment
from console.model.scene import Scene
from console.model.source import Source

SCHEMA = 2
"""Version of `show.json` and of the journal that this program writes."""


class Show(Entity, frozen=True):
    """The content of `show.json`. Collections are keyed by an id that never changes.

    Its `revision` is that of the fields beside the collections.
    """

    schema: int = SCHEMA
    edits: int = 0
    """Counts edits; the revision of what is edited is the number of its last one."""
    title: str = ""
    folder: str = ""
    """Where the pictures are; known while the show is open, never saved."""
    rate: Rate = Rate()
    theme: Theme = Theme()
    sources: dict[str, Source] = {}
    scenes: dict[str, Scene] = {}
    audio: AudioMix = AudioMix()
    products: dict[str, Product] = {}
    coupons: dict[str, Coupon] = {}
    offers: dict[str, Offer] = {}
    giveaways: dict[str, Giveaway] = {}
    segments: dict[str, Segment] = {}
    rundown: tuple[str, ...] = ()
    """Segments in their order."""
    answers: dict[str, Answer] = {}
    ng_words: tuple[NgWord, ...] = ()
    """Of this show, beside the bundled lists."""
    ng_lists: tuple[str, ...] = NG_LISTS
    """Bundled lists that count here."""
    ng_allowed: tuple[str, ...] = ()
    """Words of the bundled lists that may be said here."""
    targets: Targets = Targets()
    safe_areas: dict[str, SafeAreas] = {}
    """By platform."""
    overlays: dict[str, Overlay] = {}
    renditions: dict[str, Rendition] = msgspec.field(default_factory=lambda: {"main": Rendition()})
    destinations: dict[str, Destination] = {}
    opening_scene: str = ""
    """Scene on Program when the session starts; empty: the first."""
    opening_overlays: tuple[str, ...] = ()
    """Graphics on air from the start."""
    opening_answer: PinnedAnswer | None = None
    """What the pinned-answer graphic shows until another answer is pinned."""
