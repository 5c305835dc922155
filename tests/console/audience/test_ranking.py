"""Which prepared answers are near at hand under a comment."""

from msgspec.structs import replace

from console.audience.ranking import MOST, suggestions
from console.model.comment import Comment
from console.model.planning import Answer
from console.model.product import Money, Product
from console.model.rundown import Explaining
from console.model.show import Show
from console.model.state import State

SHOW = Show(
    products={
        "mug": Product(number=2, name="マグ", price=Money(minor=1)),
        "cake": Product(number=1, name="フィナンシェ", price=Money(minor=1)),
        "wagashi": Product(number=3, name="和菓子", price=Money(minor=1)),
    },
    answers={
        "post": Answer(question="送料はいくらですか？", answer="全国一律550円です。"),
        "when": Answer(question="いつ届きますか？", answer="3〜5日です。"),
        "micro": Answer(
            question="レンジで使えますか？", answer="はい、電子レンジも食洗機も使えます。", product="mug"
        ),
        "cake-days": Answer(question="日持ちはどのくらいですか？", answer="21日です。", product="cake"),
        "wagashi-days": Answer(question="日持ちはどのくらいですか？", answer="10日です。", product="wagashi"),
    },
)


def ranked(text: str, *, explained: str = "", product: str = "") -> list[tuple[str, bool]]:
    comment = Comment(id="c1", text=text, at_us=0, product=product)
    state = State(show=SHOW, comments={"c1": comment}, explaining=Explaining(product=explained))
    return [(one.answer_id, one.is_likely) for one in suggestions(state, "c1")]


def test_the_answer_that_fits_comes_first_and_is_likely() -> None:
    assert ranked("送料いくら？", explained="mug")[0] == ("post", True)
    assert ranked("do you know when it arrives?", explained="mug")[0] == ("when", True)
    assert ranked("is it microwave safe?", explained="mug")[0] == ("micro", True)


def test_of_two_that_fit_this_products_is_first_and_anothers_is_not_likely() -> None:
    assert ranked("賞味期限は？", explained="wagashi")[0] == ("wagashi-days", True)
    assert ranked("フィナンシェの賞味期限は？", explained="wagashi", product="cake")[0] == ("cake-days", True)
    assert not any(likely for _, likely in ranked("賞味期限は？", explained="mug"))


def test_an_answer_that_speaks_of_it_though_it_was_asked_otherwise_is_found() -> None:
    assert ranked("食洗機は大丈夫ですか", explained="mug")[0] == ("micro", True)


def test_what_fits_nothing_has_this_products_answers_near_at_hand_but_none_likely() -> None:
    found = ranked("かわいい", explained="mug")
    assert found[0] == ("micro", False)
    assert not any(likely for _, likely in found)
    assert "cake-days" not in dict(found)


def test_a_long_library_leaves_a_short_list_and_an_unknown_comment_none() -> None:
    answers = {f"a{n}": Answer(question="送料は？", answer=f"{n}") for n in range(50)}
    comment = Comment(id="c1", text="送料は？", at_us=0)
    state = State(show=replace(SHOW, answers=answers), comments={"c1": comment})
    assert len(suggestions(state, "c1")) == MOST
    assert suggestions(state, "c9") == ()
