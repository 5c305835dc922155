"""Everything that is wrong with a show folder, and everything that is better put right, in one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from console.audience.ng_lists import ng_list
from console.audience.script_check import checked
from console.drivers import overlay_driver, source_driver, validated
from console.errors import ConsoleError, Message
from console.library.show_file import FILE_NAME, load_show, read_bytes
from console.library.show_json import decoded, misfits
from console.library.show_rules import missing_files
from console.model.show import Show
from console.model.show_rules import advice, problems
from console.words.render import Language, render
from console.words.show import ADVICE_NAMES_NOTHING, NG_WORD_FOUND, SETTINGS_WRONG

_REFERENCES = {"product": "products", "offer": "offers", "coupon": "coupons", "giveaway": "giveaways"}
"""Settings of graphics that name something of the show."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found."""

    problems: tuple[Message, ...] = ()
    """The show does not open, or something of it does not come on air."""
    advice: tuple[Message, ...] = ()
    """Better put right before the show."""
    words: tuple[Message, ...] = ()
    """Words not to say: help, not legal advice."""


def check(folder: Path, language: Language) -> Checked:
    """Look through a show folder; raises `ConsoleError` only if nothing can be said of it."""
    path = folder / FILE_NAME
    if not path.is_file():
        load_show(folder)  # Says what is missing.
    data = read_bytes(path)
    if found := misfits(data, path):
        return Checked(problems=tuple(found))
    show = replace(decoded(data, path), folder=str(folder.absolute()))
    wrong = (*problems(show), *missing_files(show, folder))
    hints = () if wrong else (*advice(show), *_references(show))
    return Checked((*wrong, *_settings(show, language)), hints, tuple(_words(show, language)))


def _settings(show: Show, language: Language) -> Iterator[Message]:
    """Drivers that are missing, and settings that they do not understand."""
    for area, entities, driver in (
        ("sources", show.sources, source_driver),
        ("overlays", show.overlays, overlay_driver),
    ):
        for key, entity in entities.items():
            yield from _wrong_settings(f"{area}.{key}", entity, driver, language)


def _wrong_settings(path: str, entity: Any, driver: Any, language: Language) -> Iterator[Message]:
    try:
        validated(entity.settings, entity.kind, driver(entity.kind).settings)
    except ConsoleError as error:
        yield SETTINGS_WRONG(path=path, kind=entity.kind[:80], reason=render(error.message, language))


def _references(show: Show) -> Iterator[Message]:
    for key, overlay in show.overlays.items():
        for name, area in _REFERENCES.items():
            named = overlay.settings.get(name)
            if isinstance(named, str) and named and named not in getattr(show, area):
                yield ADVICE_NAMES_NOTHING(path=f"overlays.{key}.settings.{name}", name=named[:80], area=area)


def _words(show: Show, language: Language) -> Iterator[Message]:
    for find in checked(show, ng_list(show, language)):
        yield NG_WORD_FOUND(
            path=find.path,
            place=find.found.start + 1,
            written=find.found.written,
            reason=find.found.reason,
            instead=find.found.instead,
        )
