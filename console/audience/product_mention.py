"""Which product a comment speaks of: by its number, a name or an alias."""

import re
import unicodedata
from collections.abc import Mapping

import msgspec

from console.audience.ng import NgFind, NgList
from console.audience.normalise import normalised
from console.model.planning import NgWord
from console.model.product import Product

_KANJI = dict(zip("一二三四五六七八九", "123456789", strict=True))
_NUMBERED = re.compile(
    r"(?<!\d)(\d{1,3})\s*番(?!目?に|号線)|(?:商品|品番|アイテム|item|number|no\.?|№|#)\s*(\d{1,3})(?!\d)|(?<!\d)(\d{1,3})\s*(?:つ目|個目|品目)|"
    r"([一二三四五六七八九])番"
)
_BARE = re.compile(r"\W*(\d{1,3})\W*")
"""Nothing but a number: how people order where a number is enough."""
NAME_SHORTEST = 2


class ProductNames(msgspec.Struct, frozen=True):
    """What a product is called."""

    number: int
    names: tuple[str, ...]


def names_of(products: Mapping[str, Product]) -> dict[str, ProductNames]:
    """All that viewers may call them."""
    return {
        key: ProductNames(product.number, tuple(name for name in _names(product) if name))
        for key, product in products.items()
    }


class Mentions:
    """Looks for products, made ready once."""

    def __init__(self, products: Mapping[str, ProductNames]) -> None:
        """By id. Of two products with one name the first counts."""
        self._by_number: dict[str, str] = {
            str(product.number): key for key, product in reversed(list(products.items()))
        }
        self._by_name: dict[str, str] = {}
        for key, product in products.items():
            self._by_number.setdefault(str(product.number), key)
            for name in product.names:
                if len(normalised(name)) >= NAME_SHORTEST:
                    self._by_name.setdefault(name, key)
        self._sought = NgList([NgWord(word=name, reason="", instead="") for name in self._by_name])
        self._by_word = {normalised(name): key for name, key in reversed(self._by_name.items())}

    def find(self, text: str) -> str:
        """The product's id; empty: none. A number counts before names, a long name before short ones."""
        return self._numbered(text) or self._longest(self._sought.find(text))

    def without(self, text: str) -> str:
        """The text with names and numbers of products taken out."""
        for found in reversed(self._sought.find(text)):
            text = f"{text[: found.start]} {text[found.end :]}"
        return _NUMBERED.sub(" ", unicodedata.normalize("NFKC", text))

    def _longest(self, finds: tuple[NgFind, ...]) -> str:
        longest = max(finds, key=lambda find: find.end - find.start, default=None)
        return self._by_word.get(normalised(longest.word), "") if longest is not None else ""

    def _numbered(self, text: str) -> str:
        plain = unicodedata.normalize("NFKC", text).casefold()
        for match in _NUMBERED.finditer(plain):
            number: str = next(group for group in match.groups() if group)
            key = self._by_number.get(_KANJI.get(number) or number.lstrip("0"))
            if key is not None:
                return key
        alone = _BARE.fullmatch(plain)
        return self._by_number.get(alone[1].lstrip("0"), "") if alone is not None else ""


def _names(product: Product) -> tuple[str, ...]:
    return (product.name, product.short_name, *product.aliases)
