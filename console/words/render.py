"""Messages into sentences of the reader's language."""

import importlib
import pkgutil
from functools import cache
from typing import Literal

import console.words
from console.errors import Message
from console.words.saying import Saying

Language = Literal["ja", "en"]


@cache
def catalogue() -> dict[str, Saying]:
    """Every saying of every area under `console.words`, by code."""
    areas = [importlib.import_module(f"console.words.{m.name}") for m in pkgutil.iter_modules(console.words.__path__)]
    sayings = [value for area in areas for value in vars(area).values() if isinstance(value, Saying)]
    return {saying.code: saying for saying in sayings}


def render(message: Message, language: Language = "en") -> str:
    """The sentence of `message`; a code from a newer version is shown with its params rather than lost."""
    saying = catalogue().get(message.code)
    if saying is None or not saying.gaps <= message.params.keys():
        return " ".join([message.code, *(f"{name}={value}" for name, value in message.params.items())])
    sentence = saying.ja if language == "ja" else saying.en
    return sentence.format(**message.params)
