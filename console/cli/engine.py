"""`honban engine`: an engine on its own, commanded by lines of JSON."""

import argparse
import contextlib
import json
import os
import signal
import sys
import threading
from typing import Any

from console.cli.language import language
from console.engine.lines import LONGEST_BYTES, bounded_lines, standard_input
from console.engine.parent import DEATHS, EngineParent
from console.link.address import read_place
from console.words.engine import ENGINE_DIED, ENGINE_KEEPS_DYING, NOT_UNDERSTOOD
from console.words.render import render

HELP = "Run an engine without a window; commands come as lines of JSON, news and figures go out the same way."
MORE = """One JSON object a line, each way. {"id": 1, "command": {"type": "StartSession", "id": "monday"}} is answered
with {"type": "answer", "id": 1}; {"close": true} or the end of input ends the show in order. docs/commands.md lists
the commands and what is said. Exit code: 0 ended as told, 1 the engine died too often, 2 it could not start."""
LOOK_S = 0.2
ALONE_S = 60.0
"""A detached engine waits so long for a seat when no session runs."""
LONGEST_ALONE_S = 86_400.0


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.epilog = MORE
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "--listen",
        metavar="HOST:PORT",
        default="",
        help="let seats on other machines attach, paired by `honban pair`",
    )
    parser.add_argument(
        "--detached", action="store_true", help="without a terminal; ends when idle and without a seat for a minute"
    )
    parser.add_argument(
        "--alone",
        metavar="SECONDS",
        type=seconds,
        default=ALONE_S,
        help="how long a detached engine waits for a seat while no session runs; 60 by default",
    )


def run(options: argparse.Namespace) -> int:
    """Run until standard input ends or `{"close": true}` comes. A show that broke off less than 2 min ago goes on."""
    if options.inner:
        from console.engine.main import run as run_inner  # noqa: PLC0415 - heavy, and only the engine needs it

        return run_inner()
    order: dict[str, Any] = {"resume": "newest"}
    if options.listen:
        read_place(options.listen)
        order["listen"] = options.listen
    over = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: over.set())
    if options.detached:
        let_go_of_terminal()
        parent = EngineParent({**order, "alone_s": options.alone}, _ignore, died=_ignore)
    else:
        parent = EngineParent(order, _print, died=_say_died)
    parent.start()
    if not options.detached:
        # Order matters: what is said to an engine that is not there yet is lost.
        threading.Thread(target=_pass_on, args=(parent, over), name="commands", daemon=True).start()
    while not over.wait(LOOK_S) and not parent.wait(0):
        continue
    return _ended(parent)


def seconds(words: str) -> float:
    """What `--alone` takes: from one second to a day."""
    found = float(words)
    if not 1.0 <= found <= LONGEST_ALONE_S:
        raise ValueError
    return found


def let_go_of_terminal() -> None:
    """Whoever closes it closes nothing here, and nothing that is printed waits for it."""
    if hasattr(os, "setsid"):
        with contextlib.suppress(PermissionError):  # it leads a group already: whoever started it saw to that
            os.setsid()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(null, standard)
    os.close(null)


def _ignore(_message: object) -> None:
    """Nobody listens; seats hear it on the link."""


def _ended(parent: EngineParent) -> int:
    if parent.is_given_up:
        from console.cli.show_run import log_path  # noqa: PLC0415 - only said when all is over

        print(render(ENGINE_KEEPS_DYING(times=parent.deaths, log=log_path()), language()), file=sys.stderr)
        return 1
    parent.close()
    return parent.exit_code or 0


def _pass_on(parent: EngineParent, over: threading.Event) -> None:
    """Own thread. The engine understands the lines; one that is too long never gets to it."""
    for line in bounded_lines(standard_input()):
        if line is None:
            refused = NOT_UNDERSTOOD(reason=f"more than {LONGEST_BYTES} bytes")
            _print({"type": "answer", "id": 0, "refused": {"code": refused.code, "params": refused.params}})
        else:
            parent.pass_on(line)
    over.set()


def _print(message: dict[str, Any]) -> None:
    print(json.dumps(message, ensure_ascii=False), flush=True)


def _say_died(times: int) -> None:
    """For programs on standard output, for people on standard error."""
    _print({"type": "died", "times": times})
    if times < DEATHS:
        print(render(ENGINE_DIED(), language()), file=sys.stderr, flush=True)
