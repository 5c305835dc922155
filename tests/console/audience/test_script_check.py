"""The whole show is looked through, and each find tells its place."""

from console.audience.ng import NgList
from console.audience.script_check import checked, texts
from console.model.giveaway import Giveaway
from console.model.overlay import Overlay, PinnedAnswer
from console.model.planning import Answer, NgWord
from console.model.product import Coupon, Money, Product
from console.model.rundown import Script, Segment
from console.model.show import Show

BAD = "ダメ"
SHOW = Show(
    title=BAD,
    products={
        "p": Product(
            number=1, name=BAD, price=Money(minor=1), short_name=BAD, tag=BAD, was_basis=BAD, facts=("よい", BAD)
        )
    },
    coupons={"c": Coupon(code=BAD, title=BAD, discount=BAD)},
    giveaways={"g": Giveaway(prize=BAD, keyword="x")},
    segments={
        "s": Segment(
            name=BAD,
            planned_s=1,
            benefits=(BAD,),
            script=Script(opening=BAD, benefits=BAD, interaction=BAD, offer=BAD, closing=f"よい、{BAD}、{BAD}"),
        )
    },
    answers={"a": Answer(question=BAD, answer=BAD)},
    opening_answer=PinnedAnswer(asker=BAD, question=BAD, answer=BAD),
    overlays={"t": Overlay(name=BAD, kind="ticker", settings={"text": BAD, "lines": [{"a": BAD}], "size": 5})},
)
PLACES = [
    "title",
    "segments.s.name",
    *(
        f"segments.s.script.{phase}"
        for phase in ("opening", "benefits", "interaction", "offer", "closing", "closing")
    ),
    "segments.s.benefits[0]",
    *(f"products.p.{field}" for field in ("name", "short_name", "tag", "was_basis", "facts[1]")),
    "coupons.c.title",
    "coupons.c.discount",
    "giveaways.g.prize",
    "answers.a.answer",
    "opening_answer.answer",
    "overlays.t.settings.text",
    "overlays.t.settings.lines[0].a",
]


def test_every_text_that_viewers_meet_is_looked_through() -> None:
    found = checked(SHOW, NgList([NgWord(word="だめ", reason="r", instead="i")]))
    assert [find.path for find in found] == PLACES
    assert {find.found.instead for find in found} == {"i"}


def test_what_viewers_asked_is_not_ours_to_correct() -> None:
    assert not [path for path, _ in texts(SHOW) if "question" in path or "asker" in path]


def test_an_empty_show_says_nothing_wrong() -> None:
    assert checked(Show(), NgList([NgWord(word="x", reason="", instead="")])) == []
