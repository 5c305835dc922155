import sys

import psutil
import pytest

from console.bench.command import Command
from console.bench.process_tree import tree
from console.errors import ConsoleError
from tests.support.eventually import eventually

PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_it_printed_is_kept() -> None:
    with Command("it", python("print('figures')")) as command:
        assert command.output().strip() == b"figures"


def test_its_last_words_say_why_it_ended() -> None:
    failing = "import sys; sys.stderr.write('first\\nthe camera burns\\n'); sys.exit(1)"
    with Command("it", python(failing)) as command, pytest.raises(ConsoleError) as caught:
        command.stay(20.0, every_s=0.02)
    assert caught.value.message.params == {"name": "it", "reason": "the camera burns"}


def test_nothing_of_it_outlives_it() -> None:
    with Command("it", python(PARENT)) as command:
        eventually(lambda: len(tree(command.pid)) == 2)
        below = tree(command.pid)
    assert not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in below)
