"""How urgent a thread is among all threads of the machine, as far as the system lets us say so.

Linux grants it to root, to `CAP_SYS_NICE` and up to `RLIMIT_NICE` (`/etc/security/limits.conf`); elsewhere it is left
as it is, and a busy machine is late more often.
"""

import contextlib
import os
import sys
import threading

ENGINE = -8
"""An engine goes before what else runs on the machine."""
PATIENT = 0
"""Children whose work can wait, such as the painter, do not share the hurry of the engine that starts them."""
TICKS = -12
"""The mixer goes before the rest of its engine."""


def hurry(niceness: int) -> None:
    """Set the niceness of the calling thread; threads and children that it starts later begin with it."""
    if sys.platform == "linux":
        with contextlib.suppress(PermissionError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
