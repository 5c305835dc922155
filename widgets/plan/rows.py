"""How the things of a page are listed: each in two lines at most."""

from dataclasses import dataclass

from console.core.names import called
from console.model.amount import amount_of
from console.model.base import Entity
from console.model.destination import Destination, Rendition
from console.model.offer import Offer
from console.model.overlay import Overlay
from console.model.planning import Answer
from console.model.product import Coupon, Product
from console.model.rundown import Segment
from console.model.show import Show
from console.model.source import Source
from widgets.forms.known import Known
from widgets.parts.keyed_model import KeyedModel


@dataclass(frozen=True, slots=True)
class Row:
    """One thing."""

    name: str
    detail: str = ""
    at_right: str = ""
    picture: str | None = None
    """None: such things have no pictures."""
    is_out: bool = False
    """A segment that is not in the running order."""


class RowModel(KeyedModel[Row]):
    """Says each by its name."""

    def words(self, row: Row) -> str:
        """For screen readers and for finding by typing."""
        return " ".join(part for part in (row.name, row.detail, row.at_right) if part)


def row_of(show: Show, known: Known, key: str, thing: Entity) -> Row:
    """What tells it from its neighbours."""
    name = called(show, key, thing)
    match thing:
        case Product():
            return Row(f"No.{thing.number}  {name}", thing.tag, str(amount_of(thing.price)), thing.picture)
        case Segment():
            number = f"{show.rundown.index(key) + 1}  " if key in show.rundown else ""
            detail = _product(show, thing.product)
            return Row(number + name, detail, clock(thing.planned_s), is_out=key not in show.rundown)
        case Offer():
            return Row(name, key, str(amount_of(thing.price)))
        case Coupon():
            return Row(name, thing.title, thing.discount)
        case Answer():
            product = show.products.get(thing.product)
            return Row(name, thing.answer, "" if product is None else f"No.{product.number}")
    return _technical(known, name, thing)


def _technical(known: Known, name: str, thing: Entity) -> Row:
    match thing:
        case Source():
            return Row(name, known.choices("honban.sources").get(thing.kind, thing.kind))
        case Overlay():
            return Row(name, known.choices("kinds").get(thing.kind, thing.kind))
        case Destination():
            return Row(name, thing.platform, thing.rendition)
        case Rendition():
            return Row(name, f"{thing.canvas.width}x{thing.canvas.height}", f"{thing.video_kbps:,} kbps")
    return Row(name)


def _product(show: Show, key: str) -> str:
    product = show.products.get(key)
    return "" if product is None else product.short_name or product.name


def clock(seconds: int) -> str:
    """1:05."""
    return f"{seconds // 60}:{seconds % 60:02}"
