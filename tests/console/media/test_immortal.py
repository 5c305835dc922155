"""A process that loads Qt does not run out of `None`."""

import subprocess
import sys

CODE = """
from console.media.immortal import keep_none
keep_none()
keep_none()
from overlays.painter import start_qt
application = start_qt()
from PySide6.QtGui import QPainterPath
path = QPainterPath()
for _ in range(200_000):
    path.moveTo(1.0, 1.0)
"""


def test_two_hundred_thousand_calls_that_return_nothing_do_not_end_the_process() -> None:
    assert subprocess.run([sys.executable, "-c", CODE], check=False, capture_output=True).returncode == 0
