"""Every text of a show that a viewer may read or hear, looked through for words not to say."""

from collections.abc import Iterator
from typing import Any

import msgspec

from console.audience.ng import NgFind, NgList
from console.model.rundown import Script
from console.model.show import Show

Text = tuple[str, str]
"""Where it stands in the show (`segments.opening.script.offer`), and what it says."""


class ScriptFind(msgspec.Struct, frozen=True):
    """A word not to say, and where it is written."""

    path: str
    found: NgFind


def checked(show: Show, words: NgList) -> list[ScriptFind]:
    """All finds, in the order of the show: scripts, cards, offers, answers, graphics."""
    return [ScriptFind(path, found) for path, text in texts(show) for found in words.find(text)]


def texts(show: Show) -> Iterator[Text]:
    """What is said or shown. Questions of the library are the viewers' own and are left out."""
    yield "title", show.title
    yield from _scripts(show)
    yield from _cards(show)
    for key, answer in show.answers.items():
        yield f"answers.{key}.answer", answer.answer
    if show.opening_answer is not None:
        yield "opening_answer.answer", show.opening_answer.answer
    for key, overlay in show.overlays.items():
        yield from _strings(f"overlays.{key}.settings", overlay.settings)


def _scripts(show: Show) -> Iterator[Text]:
    for key, segment in show.segments.items():
        place = f"segments.{key}"
        yield f"{place}.name", segment.name
        for field in Script.__struct_fields__:
            yield f"{place}.script.{field}", getattr(segment.script, field)
        yield from _numbered(f"{place}.benefits", segment.benefits)


def _cards(show: Show) -> Iterator[Text]:
    for key, product in show.products.items():
        place = f"products.{key}"
        for field in ("name", "short_name", "tag", "was_basis"):
            yield f"{place}.{field}", getattr(product, field)
        yield from _numbered(f"{place}.facts", product.facts)
    for key, coupon in show.coupons.items():
        yield f"coupons.{key}.title", coupon.title
        yield f"coupons.{key}.discount", coupon.discount
    for key, giveaway in show.giveaways.items():
        yield f"giveaways.{key}.prize", giveaway.prize


def _numbered(path: str, lines: tuple[str, ...]) -> Iterator[Text]:
    for number, line in enumerate(lines):
        yield f"{path}[{number}]", line


def _strings(path: str, value: Any) -> Iterator[Text]:
    """Every string inside a graphic's settings: only its driver knows which of them are shown."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(f"{path}.{key}", inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _strings(f"{path}[{number}]", inner)
