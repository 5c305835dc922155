"""New things of the show, copies, and taking things out: what to ask the engine for."""

import re
from typing import Any

import msgspec

from console.core.show_edits import entities
from console.model.base import Entity
from console.model.commands import Add, Edit, EditTogether, Remove
from console.model.show import Show
from widgets.forms.form import fresh_settings
from widgets.forms.group import plain_of
from widgets.forms.shape import emptiest
from widgets.plan.editor import Edits
from widgets.plan.pages import Page

STEMS = {"products": "product", "coupons": "coupon", "giveaways": "giveaway", "segments": "segment"}


def made(show: Show, page: Page, *, name: str, kind: str = "") -> Edits | None:
    """A new thing with what it needs. `kind`: of its driver, or a strip's source. None: it cannot be."""
    fields = _fields(show, page, name, kind)
    if fields is None:
        return None
    key = kind if page.area == "strips" else free_key(show, page, kind or page.area.removesuffix("s"))
    return _added(show, Add(page.area, key, fields))


def copied(show: Show, page: Page, key: str, *, name: str) -> Edits | None:
    """The same again under another id. `name` has a gap for the original's."""
    thing = page.thing(show, key)
    if thing is None or page.area == "strips":
        return None
    fields = _plain(thing)
    if "name" in fields:
        fields["name"] = name.format(name=fields["name"])
    if page.area == "products":
        fields["number"] = next_number(show)
    if page.area == "destinations":
        fields["key"] = ""  # Why: two that share the place of a key would overwrite each other's.
    return _added(show, Add(page.area, free_key(show, page, re.sub(r"-\d+$", "", key)), fields))


def removed(show: Show, page: Page, key: str) -> Edits | None:
    """Out of the show, and out of the running order."""
    thing = page.thing(show, key)
    if thing is None:
        return None
    gone = Remove(page.area, key, base=thing.revision)
    if page.area != "segments" or key not in show.rundown:
        return gone
    left = [one for one in show.rundown if one != key]
    return EditTogether((Edit("show", "", {"rundown": left}, base=show.revision), gone))


def moved(show: Show, page: Page, key: str, to: int) -> Edits | None:
    """To another place: of the running order, or of the products' numbers. Other areas have no order of their own."""
    order = [*page.things(show)]
    if key not in order:
        return None
    order.insert(to, order.pop(order.index(key)))
    if page.area == "segments":
        planned = [one for one in order if one in show.rundown or one == key]
        return Edit("show", "", {"rundown": planned}, base=show.revision)
    return _renumbered(show, order) if page.area == "products" else None


def left_out(show: Show, key: str) -> Edits | None:
    """A segment that stays in the show but is not played, or is played again."""
    if key not in show.segments:
        return None
    is_in = key in show.rundown
    planned = [one for one in show.rundown if one != key] if is_in else [*show.rundown, key]
    return Edit("show", "", {"rundown": planned}, base=show.revision)


def free_key(show: Show, page: Page, stem: str) -> str:
    """An id that nothing of the area has."""
    taken = entities(show, page.area)
    stem = STEMS.get(page.area, stem) if stem == page.area.removesuffix("s") else stem
    return next(key for number in range(1, len(taken) + 2) if (key := f"{stem}-{number}") not in taken)


def next_number(show: Show) -> int:
    """Of a product that is added."""
    return max((product.number for product in show.products.values()), default=0) + 1


def _fields(show: Show, page: Page, name: str, kind: str) -> dict[str, Any] | None:
    """Of a new thing. None: it needs another one that there is not."""
    fields = _plain(emptiest(page.struct))
    for field in ("name", "prize", "question", "title"):
        if field in fields:
            fields[field] = name
    match page.area:
        case "products":
            fields["number"] = next_number(show)
        case "sources" | "overlays":
            fields |= {"kind": kind, "settings": fresh_settings(page.struct.__name__, kind)}
        case "offers":
            return _offer(show, fields)
        case _:
            fields |= _first(show, page, name)
    return fields


def _first(show: Show, page: Page, name: str) -> dict[str, Any]:
    """What is better than nothing in a new thing of an area."""
    match page.area:
        case "scenes":
            return {"placements": [{"source": source} for source in list(show.sources)[:1]]}
        case "giveaways":
            return {"keyword": name}
        case "coupons":
            return {"code": free_code(show), "discount": "5% OFF"}
        case "destinations":
            rendition = next(iter(show.renditions), "main")
            return {"key": "", "server": "rtmps://", "rendition": rendition}
    return {}


def _offer(show: Show, fields: dict[str, Any]) -> dict[str, Any] | None:
    """Of the first product that has none yet, at its own price."""
    offered = {offer.product for offer in show.offers.values()}
    product = next((key for key in show.products if key not in offered), next(iter(show.products), None))
    if product is None:
        return None
    return fields | {"product": product, "price": plain_of(show.products[product].price)}


def free_code(show: Show) -> str:
    """A coupon's code that no other has."""
    taken = {coupon.code for coupon in show.coupons.values()}
    return next(code for number in range(1, len(taken) + 2) if (code := f"LIVE{number}") not in taken)


def _added(show: Show, add: Add) -> Edits:
    if add.area != "segments":
        return add
    return EditTogether((add, Edit("show", "", {"rundown": [*show.rundown, add.id]}, base=show.revision)))


def _renumbered(show: Show, order: list[str]) -> Edits | None:
    """The numbers that there are, in the new order."""
    numbers = sorted(show.products[key].number for key in order)
    steps = tuple(
        Edit("products", key, {"number": number}, base=show.products[key].revision)
        for key, number in zip(order, numbers, strict=True)
        if show.products[key].number != number
    )
    return EditTogether(steps) if steps else None


def _plain(thing: Entity) -> dict[str, Any]:
    """All its fields, usual values too, without the revision."""
    plain: dict[str, Any] = msgspec.to_builtins(thing)
    return {name: value for name, value in plain.items() if name != "revision"}
