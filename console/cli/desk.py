"""`honban`: the desk. Starts an engine or attaches to the one that runs."""

import argparse

from console.cli.language import language

HELP = "Open the desk (also without the word): attach to the engine that runs, or start one."
SEATS = ("producer", "tech", "host", "plan")


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument(
        "--connect", metavar="wss://HOST:PORT", help="an engine on another machine, see `honban pair`"
    )
    parser.add_argument("--pair", action="store_true", help="ask for its pairing text anew, on standard input")
    parser.add_argument("--seat", choices=SEATS, default="producer", help="whose window; producer by default")


def run(options: argparse.Namespace) -> int:
    """Until the window is closed; the engine and its show go on."""
    from console.seat.main import run as run_seat  # noqa: PLC0415 - Qt, and only the desk needs it

    if not options.connect:
        return run_seat(options.seat)
    from console.library.vault import KeyringVault  # noqa: PLC0415 - most seats do not wait for these
    from console.seat.pairing import paired  # noqa: PLC0415

    pairing = paired(options.connect, KeyringVault(), language=language(), anew=options.pair)
    return run_seat(options.seat, find=lambda: pairing.address, role=pairing.role)
