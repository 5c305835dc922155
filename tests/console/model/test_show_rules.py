"""What may not be in a show, and what is better put right: all of it at once, each with its place."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from console.model.planning import NgWord, Targets
from console.model.product import Coupon, Money, Product
from console.model.rules import moment_of
from console.model.show import Show
from console.model.show_rules import advice, problems
from console.words.render import catalogue, render
from tests.support.nouns import structs
from tests.support.shows import SHOW

WHOLE: dict[str, Any] = {
    "sources": {"cam": {"name": "C", "kind": "bars"}},
    "scenes": {"wide": {"name": "W", "placements": [{"source": "cam"}]}},
    "products": {
        "tea": {"number": 1, "name": "茶", "price": {"minor": 1980}, "picture": "t.jpg", "stock": 50,
                "was_price": {"minor": 2480}, "was_basis": "2026年9月までの通常販売価格"},
        "cup": {"number": 2, "name": "碗", "price": {"minor": 3850}, "picture": "c.jpg"},
    },
    "coupons": {"c": {"code": "C", "title": "T", "discount": "¥500 OFF", "quota": 10,
                      "valid_from": "2026-11-22T20:00:00+09:00", "valid_until": "2026-11-22T21:30:00+09:00"}},
    "offers": {"o": {"product": "tea", "price": {"minor": 1680}, "precount_s": 10, "window_s": 60, "quantity": 30,
                     "per_buyer": 2, "coupon": "c"}},
    "giveaways": {"g": {"prize": "茶碗", "keyword": "ほしい"}},
    "segments": {
        "open": {"name": "Opening", "planned_s": 60, "scene": "wide"},
        "tea": {"name": "Tea", "planned_s": 120, "product": "tea", "cues": [
            {"id": "arm", "show": ["card"], "offers": [{"offer": "o", "verb": "arm"}]},
            {"id": "go", "at_s": 20, "explain": "tea", "scene": "wide", "offers": [{"offer": "o", "verb": "start"}]},
        ]},
    },
    "rundown": ["open", "tea"],
    "answers": {"gift": {"question": "?", "answer": "はい", "product": "tea"}},
    "ng_words": [{"word": "絶対", "reason": "断定", "instead": "個人の感想です"}],
    "targets": {"viewers": 500, "sales": {"minor": 300000}},
    "safe_areas": {"tiktok": {"portrait": [{"y": 0.62, "height": 0.38}]}},
    "overlays": {"card": {"name": "Card", "kind": "product_card"}},
    "destinations": {"yt": {"name": "YouTube", "server": "rtmp://a.example/x", "key": "yt"}},
}  # fmt: skip


def show_of(*path: str | int, value: object = None) -> Show:
    """The whole show, with one value put in."""
    document: Any = msgspec.json.decode(msgspec.json.encode(WHOLE))
    place = document
    for step in path[:-1]:
        place = place[step] if isinstance(step, int) else place.setdefault(step, {})
    if path:
        place[path[-1]] = value
    return msgspec.convert(document, Show)


def codes(messages: list[Any]) -> list[str]:
    """Of messages that both languages can say."""
    for message in messages:
        assert catalogue()[message.code].gaps == message.params.keys()
        assert render(message) != render(message, "ja")
    return [message.code for message in messages]


def test_a_sound_show_has_nothing_to_be_told() -> None:
    assert problems(show_of()) == []
    assert advice(show_of()) == []
    assert problems(Show()) == []
    assert problems(SHOW) == []


CUE = ("segments", "tea", "cues", 1)


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        (("products", "cup", "number"), 1, "show_number_twice", "products.cup"),
        (("products", "cup", "number"), 0, "show_out_of_range", "products.cup.number"),
        (("products", "cup", "price"), {"minor": -1}, "show_out_of_range", "products.cup.price.minor"),
        (("products", "cup", "price"), {"minor": 1, "currency": "yen"}, "show_bad_currency",
         "products.cup.price.currency"),
        (("products", "tea", "was_price"), {"minor": 9, "currency": "USD"}, "show_other_currency",
         "products.tea.was_price"),
        (("products", "tea", "stock"), -1, "show_out_of_range", "products.tea.stock"),
        (("coupons", "c", "quota"), 0, "show_out_of_range", "coupons.c.quota"),
        (("coupons", "c", "valid_until"), "21:30まで", "show_bad_time", "coupons.c.valid_until"),
        (("coupons", "c", "valid_until"), "2026-11-22T21:30:00", "show_bad_time", "coupons.c.valid_until"),
        (("coupons", "c", "valid_until"), "2026-11-22T09:30:00Z", "show_times_reversed", "coupons.c"),
        (("offers", "o", "product"), "ghost", "show_names_nothing", "offers.o.product"),
        (("offers", "o", "coupon"), "ghost", "show_names_nothing", "offers.o.coupon"),
        (("offers", "o", "price"), {"minor": 5, "currency": "EUR"}, "show_other_currency", "offers.o.price"),
        (("offers", "o", "price"), {"minor": -5}, "show_out_of_range", "offers.o.price.minor"),
        (("offers", "o", "precount_s"), 9, "show_out_of_range", "offers.o.precount_s"),
        (("offers", "o", "precount_s"), 301, "show_out_of_range", "offers.o.precount_s"),
        (("offers", "o", "window_s"), 59, "show_out_of_range", "offers.o.window_s"),
        (("offers", "o", "window_s"), 1201, "show_out_of_range", "offers.o.window_s"),
        (("offers", "o", "quantity"), 0, "show_out_of_range", "offers.o.quantity"),
        (("offers", "o", "per_buyer"), 31, "show_per_buyer_over_quantity", "offers.o"),
        (("giveaways", "g", "winners"), 0, "show_out_of_range", "giveaways.g.winners"),
        (("giveaways", "g", "keyword"), "  ", "show_empty", "giveaways.g.keyword"),
        (("segments", "a b"), {"name": "x", "planned_s": 5}, "show_bad_id", "segments"),
        (("segments", "open", "planned_s"), 0, "show_out_of_range", "segments.open.planned_s"),
        (("segments", "open", "scene"), "ghost", "show_names_nothing", "segments.open.scene"),
        (("segments", "open", "product"), "ghost", "show_names_nothing", "segments.open.product"),
        ((*CUE, "id"), "arm", "show_cue_twice", "segments.tea.cues[1]"),
        ((*CUE, "id"), "", "show_bad_id", "segments.tea.cues[1].id"),
        ((*CUE, "at_s"), -1, "show_out_of_range", "segments.tea.cues[1].at_s"),
        ((*CUE, "scene"), "ghost", "show_names_nothing", "segments.tea.cues[1].scene"),
        ((*CUE, "show"), ["ghost"], "show_names_nothing", "segments.tea.cues[1].show"),
        ((*CUE, "hide"), ["ghost"], "show_names_nothing", "segments.tea.cues[1].hide"),
        ((*CUE, "explain"), "ghost", "show_names_nothing", "segments.tea.cues[1].explain"),
        ((*CUE, "offers"), [{"offer": "ghost", "verb": "end"}], "show_names_nothing",
         "segments.tea.cues[1].offers[0].offer"),
        (("rundown",), ["open", "ghost"], "show_names_nothing", "rundown"),
        (("answers", "gift", "product"), "ghost", "show_names_nothing", "answers.gift.product"),
        (("answers", "?"), {"question": "", "answer": ""}, "show_bad_id", "answers"),
        (("ng_lists",), ["cars"], "show_names_nothing", "ng_lists"),
        (("ng_words", 0, "word"), " ", "show_empty", "ng_words[0].word"),
        (("targets", "viewers"), -1, "show_out_of_range", "targets.viewers"),
        (("targets", "sales"), {"minor": -1}, "show_out_of_range", "targets.sales.minor"),
        (("safe_areas", "tiktok", "landscape"), [{"width": 2}], "show_bad_box", "safe_areas.tiktok.landscape[0]"),
        (("destinations", "yt", "viewers_delay_s"), -1, "show_out_of_range", "destinations.yt.viewers_delay_s"),
        (("destinations", "yt", "policy"), {"longest_s": 5}, "show_out_of_range", "destinations.yt.policy.longest_s"),
    ],
)  # fmt: skip
def test_each_rule_tells_its_place(path: tuple[str | int, ...], value: object, code: str, place: str) -> None:
    found = problems(show_of(*path, value=value))
    assert code in codes(found)
    assert place in [message.params.get("path") for message in found]


def test_a_segment_stands_once_in_the_rundown() -> None:
    assert codes(problems(show_of("rundown", value=["open", "open"]))) == ["show_segment_twice"]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("products", "tea", "was_basis"), "", "advice_was_basis"),
        (("products", "tea", "was_price"), {"minor": 1980}, "advice_was_not_above"),
        (("products", "tea", "picture"), "", "advice_no_picture"),
        (("products", "tea", "name"), " ", "advice_no_name"),
        (("products", "cup", "price"), {"minor": 0}, "advice_no_price"),
        (("products", "tea", "stock"), 5, "advice_offer_over_stock"),
        (("offers", "o", "price"), {"minor": 9999}, "advice_offer_dearer"),
        (("coupons", "c", "valid_until"), "", "advice_coupon_window"),
        ((*CUE, "at_s"), 121, "advice_cue_too_late"),
        (("segments", "tea", "cues", 0, "hide"), ["card"], "advice_cue_shows_and_hides"),
        (("segments", "tea", "cues", 0, "offers"), [], "advice_offer_not_armed"),
        (("rundown",), ["tea"], "advice_not_in_rundown"),
        (("ng_words", 0, "instead"), "", "advice_ng_without_instead"),
        (("destinations", "yt", "policy"), {"longest_s": 60}, "advice_too_long"),
    ],
)
def test_each_advice_is_given_for_its_reason(path: tuple[str | int, ...], value: object, code: str) -> None:
    show = show_of(*path, value=value)
    assert problems(show) == []
    assert codes(advice(show)) == [code]


def test_a_ban_on_simulcast_is_told_where_there_are_two_destinations() -> None:
    tiktok = {"name": "TikTok", "server": "rtmp://b.example/x", "key": "tt", "policy": {"no_simulcast": True}}
    assert codes(advice(show_of("destinations", "tt", value=tiktok))) == ["advice_no_simulcast"]
    alone = msgspec.convert({**WHOLE, "destinations": {"tt": tiktok}}, Show)
    assert advice(alone) == []


def test_everything_is_told_at_once() -> None:
    show = Show(
        products={key: Product(number=0, name="", price=Money(minor=-1)) for key in "ab"},
        coupons={"c": Coupon(code="", title="", discount="", quota=-1)},
        ng_words=(NgWord(word="", reason="", instead=""),),
        targets=Targets(units=-1),
        rundown=("gone",),
    )
    assert len(problems(show)) == 9


def test_a_time_needs_its_offset() -> None:
    assert moment_of("2026-11-22T21:30:00+09:00") == datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
    for text in ("", "2026-11-22", "21:30", "2026-11-22T21:30:00", "2026-13-01T00:00:00Z", "x" * 10_000):
        assert moment_of(text) is None


@settings(max_examples=60, deadline=None)
@given(structs(Show))
def test_any_show_is_judged_and_never_breaks_the_judge(show: Show) -> None:
    found = problems(show)
    codes(found)
    if not found:
        codes(advice(show))
