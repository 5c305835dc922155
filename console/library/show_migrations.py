"""Shows that older versions saved, brought to this version's schema: one function a step, on plain values.

A step meets files that people edited: what is not of the expected shape passes through it, and the types tell later.
"""

from collections.abc import Callable, Iterator
from typing import Any

from console.model.show import SCHEMA

Document = dict[str, Any]
Migration = Callable[[Document], Document]

FIRST = 1
"""What a file without a schema is taken for."""


def migrated(document: Document, schema: int) -> Document:
    """The same show in the schema of this version. `document` itself is left as it is."""
    for step in range(max(schema, FIRST), SCHEMA):
        document = MIGRATIONS[step](document)
    return {**document, "schema": SCHEMA}


def _to_2(document: Document) -> Document:
    """How much of a coupon is gone is no plan any more; what was said of its end joins its title.

    Whether tax is included moved from the cards to the products they show.
    """
    changed = dict(document)
    if isinstance(coupons := document.get("coupons"), dict):
        changed["coupons"] = {key: _coupon_2(coupon) for key, coupon in coupons.items()}
    if isinstance(products := document.get("products"), dict):
        untaxed = set(_untaxed(document, products))
        changed["products"] = {
            key: {**product, "tax_included": False} if key in untaxed and isinstance(product, dict) else product
            for key, product in products.items()
        }
    return changed


def _coupon_2(coupon: Any) -> Any:
    if not isinstance(coupon, dict):
        return coupon
    kept = {name: value for name, value in coupon.items() if name not in {"claimed", "until"}}
    until, title = coupon.get("until"), coupon.get("title")
    if isinstance(until, str) and until and isinstance(title, str):
        kept["title"] = f"{title} ({until})"
    return kept


def _untaxed(document: Document, products: Document) -> Iterator[str]:
    """Products whose card said that their price is without tax."""
    overlays = document.get("overlays")
    for overlay in overlays.values() if isinstance(overlays, dict) else ():
        settings = overlay.get("settings") if isinstance(overlay, dict) else None
        if not isinstance(settings, dict) or overlay.get("kind") != "product_card":
            continue
        if settings.get("tax_included") is False:
            named = settings.get("product")
            yield from [named] if isinstance(named, str) and named else products


MIGRATIONS: dict[int, Migration] = {1: _to_2}
"""From a schema to the one after it."""
