"""Shows to begin with: the smallest that goes on air, or a running order by the phases of selling."""

from collections.abc import Callable
from typing import Literal

from msgspec.structs import replace

from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.product import Money, Product
from console.model.rundown import Cue, OfferAction, Segment
from console.model.scene import Placement, Scene
from console.model.show import Show
from console.model.source import Source
from console.words import templates as words
from console.words.render import Language, render
from console.words.saying import Saying

Template = Literal["empty", "phases", "products"]
"""empty: a camera and the graphics; phases: one product from opening to closing; products: three products."""

TEMPLATES: tuple[Template, ...] = ("phases", "products", "empty")
_MINUTE_S = 60
_GRAPHICS: dict[str, tuple[str, Saying]] = {
    "card": ("product_card", words.CARD),
    "list": ("product_list", words.LIST),
    "coupon": ("coupon", words.COUPON_TICKET),
    "countdown": ("countdown", words.COUNTDOWN),
    "stock": ("stock_meter", words.STOCK),
    "viewers": ("viewer_count", words.VIEWERS),
    "answer": ("pinned_answer", words.ANSWER),
    "qr": ("qr", words.QR_CODE),
    "logo": ("logo", words.LOGO),
    "opening-slate": ("slate_opening", words.OPENING_SLATE),
    "wait-slate": ("slate_wait", words.WAIT_SLATE),
    "ending-slate": ("slate_end", words.ENDING_SLATE),
}

Say = Callable[[Saying], str]


def show_of(template: Template, *, title: str, language: Language) -> Show:
    """A show that opens without a problem; its texts say what to put in their place."""

    def say(saying: Saying) -> str:
        return render(saying(), language)

    show = _ground(title, language, say)
    if template == "empty":
        return show
    keys = ("product",) if template == "phases" else ("product-1", "product-2", "product-3")
    segments = _by_phases(keys[0], say) if template == "phases" else _by_products(keys, say)
    return replace(
        show,
        products={key: _product(number, say) for number, key in enumerate(keys, 1)},
        offers={f"{key}-live": Offer(product=key, price=Money(minor=1000), precount_s=30) for key in keys},
        segments=segments,
        rundown=tuple(segments),
    )


def _ground(title: str, language: Language, say: Say) -> Show:
    show = Show(
        title=title,
        sources={
            "camera": Source(name=say(words.CAMERA), kind="camera", settings={"device": "0"}),
            "bars": Source(name=say(words.BARS), kind="bars"),
        },
        scenes={
            "talk": Scene(name=say(words.TALK), placements=(Placement(source="camera"),)),
            "test": Scene(name=say(words.TEST_PICTURE), placements=(Placement(source="bars"),)),
        },
        overlays={key: Overlay(name=say(name), kind=kind) for key, (kind, name) in _GRAPHICS.items()},
        opening_scene="talk",
        opening_overlays=("logo", "viewers"),
    )
    return replace(show, theme=replace(show.theme, language=language))


def _product(number: int, say: Say) -> Product:
    return Product(number=number, name=f"{say(words.PRODUCT)} {number}", price=Money(minor=1000))


def _by_phases(product: str, say: Say) -> dict[str, Segment]:
    offer = f"{product}-live"
    come = Cue(id="come", show=("card",), hide=("opening-slate", "wait-slate"))
    start = Cue(id="start", at_s=5, show=("countdown", "stock"), offers=(_does(offer, "arm"), _does(offer, "start")))
    return {
        "opening": _segment(words.PHASE_OPENING, words.SAY_OPENING, "opening", 2, say, cues=(_welcome(),)),
        "benefits": _segment(words.PHASE_BENEFITS, words.SAY_BENEFITS, "benefits", 5, say, product, (come,)),
        "interaction": _segment(words.PHASE_INTERACTION, words.SAY_INTERACTION, "interaction", 4, say, product),
        "offer": _segment(words.PHASE_OFFER, words.SAY_OFFER, "offer", 12, say, product, (start,)),
        "closing": _closing(say),
    }


def _by_products(products: tuple[str, ...], say: Say) -> dict[str, Segment]:
    segments = {"opening": _segment(words.PHASE_OPENING, words.SAY_OPENING, "opening", 2, say, cues=(_welcome(),))}
    for key in products:
        offer = f"{key}-live"
        cues = (
            Cue(id="come", show=("card",), hide=("list", "countdown", "stock"), offers=(_does(offer, "arm"),)),
            Cue(id="start", at_s=180, show=("countdown", "stock"), offers=(_does(offer, "start"),)),
        )
        segments[key] = _segment(words.PRODUCT_SEGMENT, words.SAY_BENEFITS, "benefits", 15, say, key, cues)
    return {**segments, "closing": _closing(say)}


def _welcome() -> Cue:
    return Cue(id="welcome", show=("logo", "viewers"), hide=("opening-slate",))


def _closing(say: Say) -> Segment:
    thanks = Cue(id="thanks", show=("list",), hide=("card", "countdown", "stock"))
    slate = Cue(id="slate", at_s=_MINUTE_S, show=("ending-slate",), hide=("list",))
    return _segment(words.PHASE_CLOSING, words.SAY_CLOSING, "closing", 2, say, cues=(thanks, slate))


def _segment(
    name: Saying,
    text: Saying,
    phase: str,
    minutes: int,
    say: Say,
    product: str = "",
    cues: tuple[Cue, ...] = (),
) -> Segment:
    segment = Segment(name=say(name), planned_s=minutes * _MINUTE_S, scene="talk", product=product, cues=cues)
    return replace(segment, script=replace(segment.script, **{phase: say(text)}))


def _does(offer: str, verb: Literal["arm", "start"]) -> OfferAction:
    return OfferAction(offer=offer, verb=verb)
