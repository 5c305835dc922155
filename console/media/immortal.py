"""Keeps `None`, `True` and their like alive where a C extension forgets to count them.

WORKAROUND(https://peps.python.org/pep-0683/): PySide6 6.12 is built for an interpreter whose singletons are immortal
and returns them without counting. Before Python 3.12 each such call takes one reference away; after some thousand
calls the process aborts with "none_dealloc" or "bool_dealloc". Measured: −1 of `None` for every `QPainter.fillPath`,
−1 of `True` for every signal that is emitted.
"""

import ctypes
import sys

ENOUGH = 1 << 48
"""References that no process uses up."""


def keep_none() -> None:
    """Call once in every process that loads Qt, before it paints. Does nothing where `None` is immortal already."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < ENOUGH // 2:
        for one in (None, True, False, NotImplemented, Ellipsis):
            # Why: the count is the first word of every object in CPython; no memory holds so many.
            ctypes.c_ssize_t.from_address(id(one)).value += ENOUGH
