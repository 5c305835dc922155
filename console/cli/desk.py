"""`honban`: the desk. Starts an engine or attaches to the one that runs."""

import argparse

HELP = "Open the desk (also without the word): attach to the engine that runs, or start one."
SEATS = ("producer", "tech", "host", "plan")


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--seat", choices=SEATS, default="producer", help="whose window; producer by default")


def run(options: argparse.Namespace) -> int:
    """Until the window is closed; the engine and its show go on."""
    from console.seat.main import run as run_seat  # noqa: PLC0415 - Qt, and only the desk needs it

    return run_seat(options.seat)
