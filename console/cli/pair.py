"""`honban pair`: the line that leads a seat on another machine to this engine."""

import argparse
import socket
import sys

from console.cli.language import language
from console.library.lock import running_engine
from console.library.paths import data_folder
from console.link.address import read_place
from console.link.pairing import Pairing
from console.link.roles import ROLES
from console.words.link import LINK_PAIRING_ENDED, LINK_PAIRING_SECRET
from console.words.render import render

HELP = "Show the pairing text for a seat on another machine."
PORT = 4480


def declare(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--role", choices=ROLES, default="producer", help="what the seat may do")
    parser.add_argument("--address", metavar="HOST:PORT", help="how the other machine reaches this one")
    parser.add_argument(
        "--anew", action="store_true", help="end all pairings there are, from the engine's next start"
    )


def run(options: argparse.Namespace) -> int:
    """The text on standard output, what it is on standard error."""
    from console.link.serving.certificate import own_certificate  # noqa: PLC0415 - loads the makers of certificates
    from console.link.serving.tokens import pairing_secret, role_token  # noqa: PLC0415

    folder = data_folder()
    host, port = read_place(options.address) if options.address else (socket.gethostname(), _port())
    secret = pairing_secret(folder, anew=options.anew)
    pairing = Pairing(host, port, options.role, role_token(secret, options.role), own_certificate(folder).sha256)
    if options.anew:
        print(render(LINK_PAIRING_ENDED(), language()), file=sys.stderr)
    print(render(LINK_PAIRING_SECRET(role=options.role), language()), file=sys.stderr, flush=True)
    print(pairing.text)
    return 0


def _port() -> int:
    engine = running_engine(data_folder())
    return engine.public_port if engine is not None and engine.public_port else PORT
