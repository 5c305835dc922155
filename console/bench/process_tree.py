"""What the system counted for a process and all below it, seen from outside."""

import psutil


def tree(pid: int) -> list[psutil.Process]:
    """The process and all below it that run; empty if it is gone."""
    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.Error:
        return []


def cpu_s(pid: int) -> float:
    """Processor seconds of all that run below `pid`, itself included, and of all they have reaped."""
    total = 0.0
    for process in tree(pid):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total


def rss_mb(pid: int, argument: str) -> float | None:
    """Resident memory of the process below `pid` that was started with this argument; None if there is none."""
    for process in tree(pid):
        try:
            if argument in process.cmdline():
                return float(process.memory_info().rss) / 2**20
        except psutil.Error:
            continue
    return None
