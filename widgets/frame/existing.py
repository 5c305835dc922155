"""What of the window is part of this program: a module that is not there is left away."""

from importlib.util import find_spec


def exists(module: str) -> bool:
    """It can be imported."""
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # Why: find_spec imports the package that the module would be in.
        return False
