"""Entry of the command `honban`. Imports nothing of the house until it is called: children import this module too."""

import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    from console.cli.main import run  # noqa: PLC0415 - see above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
