"""`honban hooks`: the secret of the hooks, where they listen, and orders from a table."""

import argparse
import secrets
import sys
from pathlib import Path

from console.cli.columns import plain
from console.cli.language import language
from console.errors import ConsoleError
from console.hooks.order_sheet import read_orders
from console.hooks.sender import open_url, send_orders
from console.hooks.supervisor import SECRET
from console.library.paths import runtime_folder
from console.library.sheet_text import LIMIT_MB
from console.library.show_file import load_show
from console.library.vault import KeyringVault
from console.words.hooks import HOOKS_SECRET_ABSENT, HOOKS_SECRET_FORGOTTEN, HOOKS_SECRET_MADE, ORDERS_SENT
from console.words.render import render
from console.words.sheet import SHEET_UNREADABLE

HELP = "Let programs on this machine tell the show of orders, stock and claims."


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    secret = verbs.add_parser("secret", help="make a secret and print it once; it replaces the one before")
    secret.add_argument("--forget", action="store_true", help="take it back instead")
    secret.set_defaults(do=_secret)
    verbs.add_parser("url", help="print where the hooks of the running session listen").set_defaults(do=_url)
    orders = verbs.add_parser("orders", help="send the orders of a table (CSV) to the running session")
    orders.add_argument("file", type=Path, metavar="FILE.csv")
    orders.add_argument("--show", type=Path, required=True, metavar="DIR", help="names the products")
    orders.set_defaults(do=_orders)


def run(options: argparse.Namespace) -> int:
    """0 if it was done."""
    code: int = options.do(options)
    return code


def _secret(options: argparse.Namespace) -> int:
    vault = KeyringVault()
    if options.forget:
        vault.forget(SECRET)
        print(render(HOOKS_SECRET_FORGOTTEN(), language()))
        return 0
    fresh = secrets.token_urlsafe(32)
    vault.keep(SECRET, fresh)
    print(render(HOOKS_SECRET_MADE(), language()), file=sys.stderr)
    print(fresh)
    return 0


def _url(_options: argparse.Namespace) -> int:
    print(open_url(runtime_folder()))
    return 0


def _orders(options: argparse.Namespace) -> int:
    orders, problems = read_orders(_bytes(options.file), load_show(options.show))
    for problem in problems:
        print(plain(render(problem, language())), file=sys.stderr)
    if problems:
        return 2
    secret = KeyringVault().secret(SECRET)
    if not secret:
        raise ConsoleError(HOOKS_SECRET_ABSENT())
    sent = send_orders(orders, url=open_url(runtime_folder()), secret=secret, language=language())
    print(render(ORDERS_SENT(taken=sent.taken, again=sent.again), language()))
    return 0


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file():  # Why: a pipe would be waited for.
            raise FileNotFoundError(2, "No such file")
        with file.open("rb") as opened:
            return opened.read(LIMIT_MB * 1_000_000 + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise ConsoleError(SHEET_UNREADABLE(path=str(file)[:200], reason=reason)) from error
