"""What the command line changes in a show before it is opened. Pure, except that files must exist."""

import re
import ssl
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from console.errors import ConsoleError
from console.model.audio import AudioMix, Strip
from console.model.canvas import Canvas, Rate
from console.model.destination import Destination, Rendition
from console.model.overlay import Overlay
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.words.cli import BAD_CANVAS, CA_FILE_UNREADABLE, NO_CLIP_FILE

_CANVAS = re.compile(r"(\d{2,5})x(\d{2,5})(?:@(\d{1,3}(?:\.\d{1,3})?))?")
CLIP = "clip"
"""Id of the source and of the scene that show it."""
CLIP_GRAPHICS = ("product_card", "coupon", "viewer_count", "pinned_answer", "qr")
NTSC = {"23.976": Rate(24000, 1001), "29.97": Rate(30000, 1001), "59.94": Rate(60000, 1001)}
SMALLEST, LARGEST, FASTEST = 64, 4096, 120


def canvas_of(text: str) -> tuple[Canvas, Rate | None]:
    """720x1280@30 as size and rate; without a rate the show's own stays. Raises `ConsoleError`."""
    found = _CANVAS.fullmatch(text.strip())
    if found is None:
        raise ConsoleError(BAD_CANVAS(canvas=text[:40]))
    width, height, rate = int(found[1]), int(found[2]), found[3]
    fits = all(SMALLEST <= side <= LARGEST and side % 2 == 0 for side in (width, height))
    if not fits or (rate and not 1 <= float(rate) <= FASTEST):
        raise ConsoleError(BAD_CANVAS(canvas=text[:40]))
    return Canvas(width, height), _rate(rate) if rate else None


def with_canvas(show: Show, canvas: Canvas, rate: Rate | None) -> Show:
    """Every rendition in this size."""
    renditions = {key: replace(one, canvas=canvas) for key, one in show.renditions.items()}
    return replace(show, renditions=renditions, rate=rate or show.rate)


def with_encoding(show: Show, *, preset: str | None, kbps: int | None) -> Show:
    """Every rendition with this preset and bitrate."""

    def changed(one: Rendition) -> Rendition:
        return replace(one, preset=preset or one.preset, video_kbps=kbps or one.video_kbps)

    return replace(show, renditions={key: changed(one) for key, one in show.renditions.items()})


def with_clip(show: Show, file: Path) -> Show:
    """The clip fills the canvas, with its sound, under five graphics of the show."""
    if not file.is_file():
        raise ConsoleError(NO_CLIP_FILE(file=str(file)))
    settings = {"file": str(file.absolute()), "loop": True}
    source = Source(name=file.name, kind="clip", settings=settings)
    product = min(show.products, key=lambda key: show.products[key].number, default="")
    graphics = {
        key: _about(overlay, product) for key, overlay in show.overlays.items() if overlay.kind in CLIP_GRAPHICS
    }
    return replace(
        show,
        title=file.stem,
        segments={},
        rundown=(),
        overlays={**show.overlays, **graphics},
        sources={CLIP: source},
        scenes={CLIP: Scene(name=file.stem, placements=(Placement(source=CLIP),))},
        audio=AudioMix(),
        opening_scene=CLIP,
        opening_overlays=tuple(graphics),
    )


def _about(overlay: Overlay, product: str) -> Overlay:
    """The card of this product, where it would follow what is explained: nothing is, without a rundown."""
    if overlay.kind != "product_card" or "product" in overlay.settings:
        return overlay
    return replace(overlay, settings={**overlay.settings, "product": product})


def with_microphone(show: Show, name: str) -> Show:
    """A microphone of that name, as a voice."""
    source = Source(name=name, kind="microphone", settings={"device": name})
    strips = {**show.audio.strips, "mic": Strip(role="voice")}
    return replace(show, sources={**show.sources, "mic": source}, audio=replace(show.audio, strips=strips))


def with_destinations(show: Show, servers: list[str]) -> Show:
    """Only these destinations; the key of the n-th is under the reference `key_reference(n)`."""
    rendition = next(iter(show.renditions))
    return replace(
        show,
        destinations={
            f"to{number}": Destination(name=server, server=server, key=key_reference(number), rendition=rendition)
            for number, server in enumerate(servers, 1)
        },
    )


def with_ca_file(show: Show, file: Path) -> Show:
    """Every destination trusts this certificate authority; raises `ConsoleError` if the file holds none."""
    try:
        ssl.create_default_context(cafile=str(file))
    except (OSError, ValueError) as error:  # Why: ssl's own errors are OSErrors; a zero byte is a ValueError.
        reason = getattr(error, "reason", "") or getattr(error, "strerror", "") or type(error).__name__
        raise ConsoleError(CA_FILE_UNREADABLE(file=str(file), reason=reason)) from error
    ca_file = str(file.absolute())
    destinations = {key: replace(one, ca_file=ca_file) for key, one in show.destinations.items()}
    return replace(show, destinations=destinations)


def key_reference(number: int) -> str:
    """Under which the key of the n-th `--to` is handed to the engine."""
    return f"run/to{number}"


def _rate(text: str) -> Rate:
    if text in NTSC:
        return NTSC[text]
    exact = Fraction(text)
    return Rate(exact.numerator, exact.denominator)
