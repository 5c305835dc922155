"""Processor time and memory of an engine with all its children and its parent."""

import sys
import time

import psutil

if sys.platform != "win32":
    import resource


LOOK_S = 60.0
"""Between two readings: looking at every process of the machine costs milliseconds."""


class Usage:
    """Reads what the system counted for the process tree."""

    def __init__(self, *, resumed: bool = False) -> None:
        """The tree hangs from the engine's parent. `resumed`: on air already; what an engine before this one used
        was counted by it.
        """
        this = psutil.Process()
        self._root = this.parent() or this
        self.startup_s = self.tree_s()
        self._on_air_s = self.startup_s if resumed else 0.0
        self._read_s, self._read_at_s = self.startup_s, time.monotonic()

    def on_air(self) -> None:
        """Tick 0: what came before is start-up."""
        self.startup_s = self._on_air_s = self.tree_s()

    def since_air_s(self, *, exact: bool = False) -> float:
        """Processor seconds of the tree since tick 0; at most `LOOK_S` old unless `exact`."""
        now_s = time.monotonic()
        if exact or now_s - self._read_at_s > LOOK_S:
            self._read_s, self._read_at_s = self.tree_s(), now_s
        return max(0.0, self._read_s - self._on_air_s)

    def tree_s(self) -> float:
        """Of all that live and of all that were reaped."""
        total = 0.0
        for process in [self._root, *_children(self._root)]:
            try:
                times = process.cpu_times()
            except psutil.Error:
                continue
            total += times.user + times.system + times.children_user + times.children_system
        return total


def peak_memory_mb() -> float:
    """Largest resident memory that this process ever had."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1024)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []
