"""The command line. Bad input: one sentence on standard error and exit code 2, nothing changed."""

import argparse
import importlib
import os
import re
import sys
from typing import NoReturn

from console import __version__
from console.cli.language import language
from console.errors import HonbanError
from console.words.render import render

BAD_INPUT, INTERRUPTED = 2, 130
_ADDRESS = re.compile(r"rtmps?:\S*", re.IGNORECASE)
DESK = "desk"
"""What is meant where no command is called."""
COMMANDS = (
    DESK,
    "stream",
    "rehearse",
    "show",
    "asrun",
    "hooks",
    "forget",
    "engine",
    "pair",
    "devices",
    "doctor",
    "bench",
)


def run(arguments: list[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    _speak_utf8()
    arguments = _commanded(arguments)
    options = _parser(arguments[:1]).parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except HonbanError as error:
        print(render(error.message, language()), file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Why: whoever read has gone; Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    return code


def _commanded(arguments: list[str]) -> list[str]:
    """`honban` alone, or with the desk's options, opens the desk."""
    first = arguments[0] if arguments else "--seat"
    is_option = first.startswith("--") and first not in {"--help", "--version"}
    return [DESK, *arguments] if is_option else arguments


class Parser(argparse.ArgumentParser):
    """Complains without quoting what may hold a stream key."""

    def error(self, message: str) -> NoReturn:
        """Usage and the complaint, exit code 2."""
        super().error(_ADDRESS.sub("rtmp://…", message))


def _parser(first: list[str]) -> argparse.ArgumentParser:
    """Of the command that is called; of all where none is, so that they can be listed."""
    parser = Parser(prog="honban", description="Live commerce on air.")
    parser.add_argument("--version", action="version", version=f"honban {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    # Why: `honban doctor` must start where a library that another command imports is broken.
    for name in first if first and first[0] in COMMANDS else COMMANDS:
        module = importlib.import_module(f"console.cli.{name}")
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.declare(command)
        command.set_defaults(run=module.run)
    return parser


def _speak_utf8() -> None:
    """A terminal without UTF-8 shows question marks instead of ending the show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    # Why: what is no UTF-8 is told as a bad address, not as a bug.
    if reconfigure := getattr(sys.stdin, "reconfigure", None):
        reconfigure(errors="surrogateescape")
