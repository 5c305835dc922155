"""A program that starts a Child, says its pid and waits to be killed.

`python -m tests.support.parent_of_child TARGET LINGER_S ARGUMENT...`
"""

import sys
import threading

from console.media.child import Child
from tests.support import child_targets

if __name__ == "__main__":
    target, linger_s, *arguments = sys.argv[1:]
    child = Child("orphan to be", getattr(child_targets, target), *arguments, linger_s=float(linger_s))
    child.pipe.recv()
    sys.stdout.write(f"{child.pid}\n")
    sys.stdout.flush()
    threading.Event().wait()
