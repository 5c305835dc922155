"""Python's garbage is collected in the thread of the windows, and nowhere else.

Why: what is left of a closed window lies in reference cycles. Whichever thread happens to allocate when they are due
frees them, and where that is not the windows' own, Qt dies of it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


def collect_here(parent: QObject) -> QTimer:
    """From now on this thread alone collects, as long as the parent lives; called once, in the windows' thread."""
    keep_from_threads()
    timer = QTimer(parent, interval=EVERY_MS)
    timer.timeout.connect(collect_due)
    timer.start()
    return timer


def keep_from_threads() -> None:
    """Nothing is collected by itself any more. What was imported stays and is not looked through each time."""
    gc.disable()
    gc.collect()
    gc.freeze()


def collect_due() -> None:
    """The oldest generation whose time has come, as Python would by itself."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
    if due:
        gc.collect(due[-1])
