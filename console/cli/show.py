"""`honban show`: make, copy and check show folders, fill them from a table, go back to an earlier version."""

import argparse
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from console.cli.columns import coloured, plain, say
from console.cli.language import language
from console.cli.show_check import check
from console.errors import Message
from console.library.picture_fetch import Fetching
from console.library.product_import import Import, import_products
from console.library.product_sheet import COLUMNS
from console.library.show_file import demo_show_folder, load_show, restore_show
from console.library.show_folder import copy_show, new_show
from console.library.show_templates import TEMPLATES, show_of
from console.library.show_versions import versions
from console.words.render import Language, render
from console.words.show import (
    CHECK_COUNTS,
    CHECK_GOOD,
    COLUMNS_IGNORED,
    HEADING_ADVICE,
    HEADING_PROBLEMS,
    HEADING_WORDS,
    NEW_TITLE,
    NO_VERSIONS,
    NOT_LEGAL_ADVICE,
    NOTHING_IMPORTED,
    PRODUCTS_IMPORTED,
    SHOW_COPIED,
    SHOW_MADE,
    SHOW_RESTORED,
    VERSION_LINE,
)

HELP = "Make, copy and check show folders, import products, go back to an earlier version."
RED, YELLOW, BOLD = 31, 33, 1


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    new = _verb(verbs, "new", _new, "Make a show folder.")
    new.add_argument("folder", type=Path, metavar="DIR")
    new.add_argument("--template", choices=(*TEMPLATES, "demo"), default="phases", help="what is in it, phases first")
    new.add_argument("--title", default="", help="of the show")
    copy = _verb(verbs, "copy", _copy, "Copy a show with its pictures.")
    copy.add_argument("source", type=Path, metavar="DIR")
    copy.add_argument("folder", type=Path, metavar="NEW")
    copy.add_argument("--title", default="", help="of the copy")
    look = _verb(verbs, "check", _check, "Say everything that is wrong, and what is better put right.")
    look.add_argument("folder", type=Path, metavar="DIR")
    look.add_argument("--strict", action="store_true", help="advice and words not to say count as wrong")
    products = _verb(verbs, "import-products", _import, "Add or change products from a table (CSV).")
    products.epilog = f"columns: {', '.join(_heading(*column) for column in COLUMNS)} (* must be there)"
    products.add_argument("file", type=Path, metavar="FILE.csv")
    products.add_argument("--show", type=Path, required=True, metavar="DIR")
    products.add_argument(
        "--allow-private-addresses",
        action="store_true",
        help="fetch pictures from this machine and private networks too",
    )
    kept = _verb(verbs, "versions", _versions, "List the versions that are kept.")
    kept.add_argument("folder", type=Path, metavar="DIR")
    back = _verb(verbs, "restore", _restore, "Go back to a version; the present one is kept.")
    back.add_argument("folder", type=Path, metavar="DIR")
    back.add_argument("version", type=int, metavar="NUMBER")


def _heading(english: str, japanese: str, is_required: bool) -> str:  # noqa: FBT001 - a row of a table
    return f"{english} / {japanese}{'*' if is_required else ''}"


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, do: object, help_text: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=help_text, description=help_text)
    parser.set_defaults(do=do)
    return parser


def run(options: argparse.Namespace) -> int:
    """0 if it was done and nothing is wrong, 1 if something is; raises `ConsoleError` where nothing could be done."""
    code: int = options.do(options)
    return code


def _new(options: argparse.Namespace) -> int:
    reader = language()
    if options.template == "demo":
        copy_show(demo_show_folder(), options.folder, title=options.title)
    else:
        title = options.title or render(NEW_TITLE(), reader)
        new_show(options.folder, show_of(options.template, title=title, language=reader))
    _tell(SHOW_MADE(folder=str(options.folder)))
    return 0


def _copy(options: argparse.Namespace) -> int:
    copy_show(options.source, options.folder, title=options.title)
    _tell(SHOW_COPIED(folder=str(options.folder)))
    return 0


def _check(options: argparse.Namespace) -> int:
    found, reader = check(options.folder, language()), language()
    say(_listed(HEADING_PROBLEMS(), found.problems, RED, reader))
    say(_listed(HEADING_ADVICE(), found.advice, YELLOW, reader))
    say(_listed(HEADING_WORDS(), found.words, YELLOW, reader))
    hints = len(found.advice) + len(found.words)
    if found.words:
        _tell(NOT_LEGAL_ADVICE())
    _tell(CHECK_COUNTS(problems=len(found.problems), hints=hints) if found.problems or hints else CHECK_GOOD())
    return int(bool(found.problems) or (options.strict and hints > 0))


def _import(options: argparse.Namespace) -> int:
    how = Fetching(allow_private=options.allow_private_addresses)
    done = import_products(options.file, options.show, how=how)
    if done.ignored:
        _tell(COLUMNS_IGNORED(columns=", ".join(done.ignored)[:300]))
    say(_listed(None, done.problems, RED, language()))
    _tell(_outcome(done))
    return int(bool(done.problems))


def _outcome(done: Import) -> Message:
    if done.problems:
        return NOTHING_IMPORTED(count=len(done.problems))
    return PRODUCTS_IMPORTED(added=done.added, changed=done.changed, unchanged=done.unchanged, pictures=done.pictures)


def _versions(options: argparse.Namespace) -> int:
    kept = versions(options.folder)
    if not kept:
        load_show(options.folder)  # Says so if there is no show at all.
        _tell(NO_VERSIONS())
    for one in kept:
        saved = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(one.saved_us / 1e6))
        _tell(VERSION_LINE(number=one.number, saved=saved, kilobytes=-(-one.path.stat().st_size // 1000)))
    return 0


def _restore(options: argparse.Namespace) -> int:
    show = restore_show(options.folder, options.version)
    _tell(SHOW_RESTORED(number=options.version, title=show.title))
    return 0


def _listed(heading: Message | None, found: Iterable[Message], colour: int, reader: Language) -> Iterator[str]:
    for number, message in enumerate(found):
        if number == 0 and heading is not None:
            yield coloured(render(heading, reader), BOLD)
        yield f"  {coloured('•', colour)} {plain(render(message, reader))}"


def _tell(message: Message) -> None:
    say([plain(render(message, language()))])
