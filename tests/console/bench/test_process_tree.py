import subprocess
import sys

from console.bench.process_tree import cpu_s, rss_mb, tree

WORKS_THEN_WAITS = """
import subprocess, sys
work = "import time\\nwhile time.process_time() < 0.25: pass"
subprocess.run([sys.executable, "-c", work])
print("done", flush=True)
sys.stdin.read()
"""


def test_what_a_child_used_counts_when_it_is_gone() -> None:
    command = [sys.executable, "-c", WORKS_THEN_WAITS, "--known"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert len(tree(process.pid)) == 1
        assert cpu_s(process.pid) >= 0.2
        assert (rss_mb(process.pid, "--known") or 0) > 1
        assert rss_mb(process.pid, "--other") is None
        process.communicate(timeout=10)
    assert tree(process.pid) == []
    assert cpu_s(process.pid) == 0
