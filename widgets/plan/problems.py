"""What is wrong with a show, what is better put right, and which words are better not said. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from console.audience.ng_lists import Language, ng_list
from console.audience.script_check import checked
from console.core.names import called
from console.errors import Message
from console.model.show import Show
from console.model.show_rules import advice, problems
from widgets.forms.labels import LABELS
from widgets.forms.shape import shapes_of
from widgets.forms.words import label
from widgets.plan.pages import PAGES

MOST = 300
"""Rows."""
BETWEEN = " › "
NAMED_IN_SENTENCES = ("Product.was_basis", "Coupon.valid_until", "Coupon.valid_from")


@dataclass(frozen=True, slots=True)
class Concern:
    """One row."""

    kind: Literal["problem", "advice", "word"]
    message: Message | None
    path: str
    """Where in the show; empty: nowhere in particular."""
    place: str
    """The same in words."""
    word: str = ""
    reason: str = ""
    instead: str = ""


def concerns(show: Show, titles: Mapping[str, str], language: Language) -> dict[str, Concern]:
    """Problems first, then advice; by a key that stays the same while the row does."""
    found: dict[str, Concern] = {}
    wrong = problems(show)
    rows: list[tuple[Literal["problem", "advice"], Message]] = [("problem", one) for one in wrong]
    rows += [("advice", one) for one in (advice(show) if not wrong else [])]
    for kind, message in rows[:MOST]:
        path = _path(show, message)
        place = place_words(show, path, titles, language)
        found[f"{kind}/{message.code}/{path}"] = Concern(kind, in_place(show, message, place, titles), path, place)
    return found


def words_found(show: Show, titles: Mapping[str, str], language: Language) -> dict[str, Concern]:
    """Every place where something stands that is better not said."""
    found: dict[str, Concern] = {}
    for one in checked(show, ng_list(show, language))[:MOST]:
        ng, place = one.found, place_words(show, one.path, titles, language)
        found[f"{one.path}/{ng.start}"] = Concern("word", None, one.path, place, ng.written, ng.reason, ng.instead)
    return found


def place_words(show: Show, path: str, titles: Mapping[str, str], language: Language) -> str:
    """`segments.mug.script.offer` as a person would say it."""
    names = [part for part in path.replace("[", ".").replace("]", "").split(".") if part]
    if names[:2] == ["audio", "strips"]:
        names = names[1:]
    if not names:
        return ""
    page = next((page for page in PAGES if page.area == names[0] or names[0] in (page.only or ())), None)
    said = [titles[page.key]] if page is not None else [names[0]]
    rest = names[1:] if page is None or names[0] == page.area else names
    if page is not None and page.is_list and rest:
        thing = page.thing(show, rest[0])
        said.append(called(show, rest[0], thing) if thing is not None else rest[0])
        rest = rest[1:]
    return BETWEEN.join([*said, *_fields(rest, page.struct if page is not None else None, language)])


def _fields(names: list[str], struct: type[msgspec.Struct] | None, language: Language) -> Iterator[str]:
    """From the outside in; a driver's settings and what is in a dictionary have the names that they have."""
    for name in names:
        if name.isdigit():
            yield str(int(name) + 1)
        elif struct is not None and name in struct.__struct_fields__:
            if name != "settings":
                yield label(f"{struct.__name__}.{name}", language)
            inner = shapes_of(struct, only=(name,))[0].struct
            struct = inner or struct
        else:
            yield label(name, language) if name in LABELS else name


def in_place(show: Show, message: Message, place: str, titles: Mapping[str, str]) -> Message:
    """The same sentence with the names that people gave instead of ids and paths."""
    params = dict(message.params)
    if "path" in params and place:
        params["path"] = place.rpartition(BETWEEN)[2]
    if params.get("other") in show.products:
        other = str(params["other"])
        params["other"] = called(show, other, show.products[other])
    if "area" in params:
        params["area"] = titles.get(str(params["area"]), params["area"])
    segment = show.segments.get(str(params.get("segment", "")))
    if segment is not None:
        params["segment"] = segment.name
    return Message(message.code, params)


def unfiled(sentence: str, language: Language) -> str:
    """Without the names that stand in the file: whoever plans does not write it by hand."""
    for key in NAMED_IN_SENTENCES:
        name, words = key.rpartition(".")[2], label(key, language)
        sentence = sentence.replace(name, f"「{words}」" if language == "ja" else f"“{words}”")
    return sentence.replace("show.json の ", "").replace("show.json: ", "")


def _path(show: Show, message: Message) -> str:
    """Where a sentence points: its own path, or the thing it names."""
    path = str(message.params.get("path", ""))
    named = {"segments": message.params.get("segment"), "destinations": message.params.get("name")}
    for page in PAGES:
        wanted = named.get(page.area)
        for key, thing in page.things(show).items() if wanted and not path else ():
            if wanted in {key, getattr(thing, "name", "")}:
                path = f"{page.area}.{key}"
    return path
