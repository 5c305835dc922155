"""Which product a comment speaks of."""

import pytest

from console.audience.product_mention import Mentions, names_of
from console.model.product import Money, Product

PRODUCTS = {
    "mug": Product(number=2, name="有田焼マグカップ", price=Money(minor=1), aliases=("マグ", "mug")),
    "tea": Product(number=12, name="ほうじ茶", price=Money(minor=1), short_name="お茶"),
    "set": Product(number=3, name="お茶とマグのセット", price=Money(minor=1), aliases=("茶",)),
}
MENTIONS = Mentions(names_of(PRODUCTS))


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("2番かわいい", "mug"),
        ("２番 いくら", "mug"),
        ("二番ください", "mug"),
        ("No.12のサイズ", "tea"),
        ("#3", "set"),
        ("商品３は？", "set"),
        ("12", "tea"),
        ("ﾏｸﾞほしい", "mug"),
        ("まぐ かわいい", "mug"),
        ("nice MUG", "mug"),
        ("お茶おいしそう", "tea"),
        ("お茶とマグのセットがいい", "set"),
        ("マグは3番？", "set"),
        ("2個買いました", ""),
        ("3000円？", ""),
        ("2番目に好き", ""),
        ("99番ください", ""),
        ("smuggler", ""),
        ("かわいい", ""),
        ("", ""),
    ],
)
def test_a_product_is_known_by_number_name_and_alias(text: str, product: str) -> None:
    assert MENTIONS.find(text) == product


def test_names_are_taken_out_so_that_what_is_asked_is_left() -> None:
    assert MENTIONS.without("2番のﾏｸﾞ、レンジで使えますか").split() == ["の", "、レンジで使えますか"]


def test_a_show_without_products_mentions_none() -> None:
    assert Mentions({}).find("1番") == ""
