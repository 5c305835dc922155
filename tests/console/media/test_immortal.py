"""A process that loads Qt does not run out of `None` or `True`."""

import subprocess
import sys

import pytest

BEFORE = """
from console.media.immortal import keep_none
keep_none()
keep_none()
from overlays.painter import start_qt
application = start_qt()
"""
NOTHING = """
from PySide6.QtGui import QPainterPath
path = QPainterPath()
for _ in range(200_000):
    path.moveTo(1.0, 1.0)
"""
TRUE = """
from PySide6.QtCore import QObject
sender = QObject()
for _ in range(20_000):
    sender.objectNameChanged.emit("said")
"""


@pytest.mark.parametrize("calls", [NOTHING, TRUE], ids=["that return nothing", "that return true"])
def test_any_number_of_calls_does_not_end_the_process(calls: str) -> None:
    ended = subprocess.run([sys.executable, "-c", BEFORE + calls], check=False, capture_output=True)
    assert ended.returncode == 0, ended.stderr
