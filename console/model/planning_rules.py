"""Rules of what a planner writes beside products and rundown: answers, NG words, targets, safe areas, policies."""

from collections.abc import Iterator

from console.errors import Message
from console.model.planning import NG_LISTS
from console.model.rules import bad_id, bad_money, is_inside, names_nothing, outside
from console.model.show import Show
from console.words.planning import (
    ADVICE_NG_WITHOUT_INSTEAD,
    ADVICE_NO_SIMULCAST,
    ADVICE_TOO_LONG,
    SHOW_BAD_BOX,
    SHOW_EMPTY,
)

PEOPLE = (0, 10**9)


def _answers(show: Show) -> Iterator[Message]:
    for key, answer in show.answers.items():
        yield from bad_id("answers", key)
        if answer.product:
            yield from names_nothing(f"answers.{key}.product", answer.product, "products", show.products)


def _ng_words(show: Show) -> Iterator[Message]:
    for name in show.ng_lists:
        yield from names_nothing("ng_lists", name, ", ".join(NG_LISTS), NG_LISTS)
    for number, word in enumerate(show.ng_words):
        if not word.word.strip():
            yield SHOW_EMPTY(path=f"ng_words[{number}].word")


def _targets(show: Show) -> Iterator[Message]:
    for field in ("viewers", "comments", "units"):
        yield from outside(f"targets.{field}", getattr(show.targets, field), PEOPLE)
    if show.targets.sales is not None:
        yield from bad_money("targets.sales", show.targets.sales)


def _safe_areas(show: Show) -> Iterator[Message]:
    for platform, areas in show.safe_areas.items():
        for field in ("portrait", "landscape"):
            for number, box in enumerate(getattr(areas, field)):
                if not is_inside(box):
                    yield SHOW_BAD_BOX(path=f"safe_areas.{platform}.{field}[{number}]")


def _word_advice(show: Show) -> Iterator[Message]:
    for number, word in enumerate(show.ng_words):
        if not word.instead.strip():
            yield ADVICE_NG_WITHOUT_INSTEAD(path=f"ng_words[{number}]", word=word.word[:80])


def _policy_advice(show: Show) -> Iterator[Message]:
    planned_s = sum(show.segments[key].planned_s for key in show.rundown)
    for destination in show.destinations.values():
        policy = destination.policy
        if policy.longest_s is not None and planned_s > policy.longest_s:
            minutes, limit = round(planned_s / 60), round(policy.longest_s / 60)
            yield ADVICE_TOO_LONG(name=destination.name, minutes=minutes, limit=limit)
        if policy.no_simulcast and len(show.destinations) > 1:
            yield ADVICE_NO_SIMULCAST(name=destination.name)


RULES = (_answers, _ng_words, _targets, _safe_areas)
ADVICE = (_word_advice, _policy_advice)
