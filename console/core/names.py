"""What a sentence calls a thing of the show."""

from console.model.base import Entity
from console.model.giveaway import Giveaway
from console.model.planning import Answer
from console.model.product import Coupon, Product
from console.model.show import Show

SHOWN = 80


def called(show: Show, key: str, entity: Entity | None) -> str:
    """Its name as people gave it; a strip and an offer have their source's and their product's."""
    match entity:
        case Product():
            name = entity.short_name or entity.name
        case Coupon():
            name = entity.code
        case Giveaway():
            name = entity.prize
        case Answer():
            name = entity.question
        case Show():
            name = entity.title
        case _:
            name = getattr(entity, "name", "") or _of_another(show, key, entity)
    return (name or key)[:SHOWN]


def _of_another(show: Show, key: str, entity: Entity | None) -> str:
    product = show.products.get(getattr(entity, "product", ""))
    source = show.sources.get(key)
    return product.short_name or product.name if product else source.name if source else ""
