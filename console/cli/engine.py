"""`honban engine`: an engine on its own, commanded by lines of JSON."""

import argparse
import json
import sys
import threading
from typing import Any

from console.cli.language import language
from console.engine.parent import EngineParent
from console.words.engine import ENGINE_DIED
from console.words.render import render

HELP = "Run an engine without a window; commands come as lines of JSON, news and figures go out the same way."


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Run until standard input ends or `{"close": true}` comes. A show that broke off less than 2 min ago goes on."""
    if options.inner:
        from console.engine.main import run as run_inner  # noqa: PLC0415 - heavy, and only the engine needs it

        return run_inner()
    over = threading.Event()
    parent = EngineParent({"resume": "newest"}, _print, died=_say_died)
    parent.start()
    threading.Thread(target=_pass_on, args=(parent, over), name="commands", daemon=True).start()
    while not over.wait(0.2) and not parent.wait(0):
        continue
    parent.close()
    return parent.exit_code or 0


def _pass_on(parent: EngineParent, over: threading.Event) -> None:
    for line in sys.stdin:
        try:
            message: dict[str, Any] = json.loads(line)
        except ValueError as error:
            print(json.dumps({"type": "answer", "id": 0, "refused": str(error)}), flush=True)
            continue
        if message.get("close"):
            break
        parent.ask(message.get("command", {}), number=message.get("id", 0))
    over.set()


def _print(message: dict[str, Any]) -> None:
    print(json.dumps(message, ensure_ascii=False), flush=True)


def _say_died(_times: int) -> None:
    print(render(ENGINE_DIED(), language()), file=sys.stderr, flush=True)
