"""What must hold in a show on disk: the rules of the model, and that the files it names are there."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from console.errors import ConsoleError, Message
from console.model.show import Show
from console.model.show_rules import problems
from console.words.library import SHOW_FILE_OUTSIDE, SHOW_PICTURE_MISSING


def check(show: Show, folder: Path) -> None:
    """Raises `ConsoleError` with the first thing that is not right."""
    for problem in chain(problems(show), missing_files(show, folder)):
        raise ConsoleError(problem)


def missing_files(show: Show, folder: Path) -> Iterator[Message]:
    """Files that the show names and its folder does not hold."""
    named = {"theme.logo": show.theme.logo, "theme.font": show.theme.font}
    named |= {f"products.{key}.picture": product.picture for key, product in show.products.items()}
    for place, name in named.items():
        if name:
            yield from _missing(place, name, folder.resolve())


def _missing(place: str, name: str, folder: Path) -> Iterator[Message]:
    try:
        path = (folder / name).resolve()
        inside, there = path.is_relative_to(folder), path.is_file()
    except (OSError, ValueError):  # A name too long, or with a zero byte.
        inside, there = True, False
    if not inside:
        yield SHOW_FILE_OUTSIDE(path=place, name=name[:200])
    elif not there:
        yield SHOW_PICTURE_MISSING(path=place, name=name[:200])
