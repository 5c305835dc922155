"""What people call the fields of a form. The table is `widgets.forms.labels`; what is not in it speaks for itself."""

import inspect
from collections.abc import Mapping

import msgspec

from console.words.render import Language
from widgets.forms.labels import CHOICES, HELP, LABELS, SWITCHES, Words

OURS = frozenset({"console", "capture", "overlays"})


def label(key: str, language: Language) -> str:
    """`Product.price` by its own entry, by its name's, or as it is written in the program."""
    found = _found(LABELS, key)
    return _said(found, language) if found else _name(key).replace("_", " ").capitalize()


def help_words(key: str, language: Language, struct: type[msgspec.Struct] | None = None) -> str:
    """One sentence more, where the label alone may be misread; of a stranger's Struct its own first line."""
    found = HELP.get(key) or (None if key in LABELS else HELP.get(_name(key)))
    if found:
        return _said(found, language)
    if struct is None or struct.__module__.partition(".")[0] in OURS:
        return ""
    return (inspect.getdoc(struct) or "").partition("\n")[0]


def switch_words(key: str, language: Language) -> str:
    """What a tick says."""
    found = _found(SWITCHES, key)
    return _said(found, language) if found else label(key, language)


def choice_words(key: str, value: str, language: Language) -> str:
    """One value of a Literal."""
    found = CHOICES.get(f"{key}={value}") or CHOICES.get(value)
    return _said(found, language) if found else value


def _found(table: Mapping[str, Words], key: str) -> Words | None:
    return table.get(key) or table.get(_name(key))


def _name(key: str) -> str:
    return key.rpartition(".")[2]


def _said(words: Words, language: Language) -> str:
    return words[language == "ja"]
