"""Rules of what is sold: products, coupons, offers, giveaways."""

from collections.abc import Iterator

from console.errors import Message
from console.model.offer import Offer
from console.model.product import Money, Product
from console.model.rules import bad_id, bad_money, bad_time, moment_of, names_nothing, outside
from console.model.show import Show
from console.words.planning import (
    ADVICE_COUPON_WINDOW,
    ADVICE_NO_NAME,
    ADVICE_NO_PICTURE,
    ADVICE_NO_PRICE,
    ADVICE_OFFER_DEARER,
    ADVICE_OFFER_OVER_STOCK,
    ADVICE_WAS_BASIS,
    ADVICE_WAS_NOT_ABOVE,
    SHOW_EMPTY,
    SHOW_NUMBER_TWICE,
    SHOW_OTHER_CURRENCY,
    SHOW_PER_BUYER_OVER_QUANTITY,
    SHOW_TIMES_REVERSED,
)

NUMBER = (1, 9_999)
UNITS = (0, 10**9)
PRECOUNT_S = (10, 300)
"""Or 0. As at large live shops."""
WINDOW_S = (60, 1_200)
QUOTA = (1, 1_000_000)
WINNERS = (1, 1_000)


def _products(show: Show) -> Iterator[Message]:
    numbers: dict[int, str] = {}
    for key, product in show.products.items():
        place = f"products.{key}"
        yield from outside(f"{place}.number", product.number, NUMBER)
        if product.number in numbers:
            yield SHOW_NUMBER_TWICE(path=place, number=product.number, other=numbers[product.number])
        numbers.setdefault(product.number, key)
        yield from bad_money(f"{place}.price", product.price)
        if product.was_price is not None:
            yield from bad_money(f"{place}.was_price", product.was_price)
            yield from _other_currency(f"{place}.was_price", product.was_price, product.price)
        yield from outside(f"{place}.stock", product.stock, UNITS)


def _coupons(show: Show) -> Iterator[Message]:
    for key, coupon in show.coupons.items():
        place = f"coupons.{key}"
        yield from outside(f"{place}.quota", coupon.quota, QUOTA)
        yield from bad_time(f"{place}.valid_from", coupon.valid_from)
        yield from bad_time(f"{place}.valid_until", coupon.valid_until)
        start, end = moment_of(coupon.valid_from), moment_of(coupon.valid_until)
        if start is not None and end is not None and start >= end:
            yield SHOW_TIMES_REVERSED(path=place)


def _offers(show: Show) -> Iterator[Message]:
    for key, offer in show.offers.items():
        place = f"offers.{key}"
        yield from bad_id("offers", key)
        yield from names_nothing(f"{place}.product", offer.product, "products", show.products)
        if offer.coupon:
            yield from names_nothing(f"{place}.coupon", offer.coupon, "coupons", show.coupons)
        yield from bad_money(f"{place}.price", offer.price)
        if offer.product in show.products:
            yield from _other_currency(f"{place}.price", offer.price, show.products[offer.product].price)
        yield from _terms(place, offer)


def _terms(place: str, offer: Offer) -> Iterator[Message]:
    if offer.precount_s:
        yield from outside(f"{place}.precount_s", offer.precount_s, PRECOUNT_S)
    yield from outside(f"{place}.window_s", offer.window_s, WINDOW_S)
    yield from outside(f"{place}.quantity", offer.quantity, (1, UNITS[1]))
    yield from outside(f"{place}.per_buyer", offer.per_buyer, (1, UNITS[1]))
    if offer.per_buyer is not None and offer.quantity is not None and offer.per_buyer > offer.quantity:
        yield SHOW_PER_BUYER_OVER_QUANTITY(path=place, per_buyer=offer.per_buyer, quantity=offer.quantity)


def _giveaways(show: Show) -> Iterator[Message]:
    for key, giveaway in show.giveaways.items():
        yield from bad_id("giveaways", key)
        yield from outside(f"giveaways.{key}.winners", giveaway.winners, WINNERS)
        for field in ("prize", "keyword"):
            if not getattr(giveaway, field).strip():
                yield SHOW_EMPTY(path=f"giveaways.{key}.{field}")


def _other_currency(path: str, money: Money, price: Money) -> Iterator[Message]:
    if money.currency != price.currency:
        yield SHOW_OTHER_CURRENCY(path=path, value=money.currency[:8], currency=price.currency[:8])


def _product_advice(show: Show) -> Iterator[Message]:
    for key, product in show.products.items():
        place = f"products.{key}"
        if not product.name.strip():
            yield ADVICE_NO_NAME(path=place)
        if not product.price.minor:
            yield ADVICE_NO_PRICE(path=place)
        if not product.picture:
            yield ADVICE_NO_PICTURE(path=place)
        yield from _was_advice(place, product)


def _was_advice(place: str, product: Product) -> Iterator[Message]:
    was = product.was_price
    if was is None:
        return
    if not product.was_basis.strip():
        yield ADVICE_WAS_BASIS(path=place)
    if was.currency == product.price.currency and was.minor <= product.price.minor:
        yield ADVICE_WAS_NOT_ABOVE(path=place)


def _offer_advice(show: Show) -> Iterator[Message]:
    for key, offer in show.offers.items():
        product = show.products.get(offer.product)
        if product is None:
            continue
        if offer.price.minor > product.price.minor:
            yield ADVICE_OFFER_DEARER(path=f"offers.{key}")
        if offer.quantity is not None and product.stock is not None and offer.quantity > product.stock:
            yield ADVICE_OFFER_OVER_STOCK(path=f"offers.{key}", quantity=offer.quantity, stock=product.stock)
        coupon = show.coupons.get(offer.coupon)
        if coupon is not None and not coupon.valid_until:
            yield ADVICE_COUPON_WINDOW(path=f"coupons.{offer.coupon}")


RULES = (_products, _coupons, _offers, _giveaways)
ADVICE = (_product_advice, _offer_advice)
