"""One size of the gallery, in a process of its own. Arguments: folder, size, width, height, part of a name."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from console.media.immortal import keep_none
from console.words.render import Language
from tests.gallery.rooms import Make, answers, pictures, rooms
from tests.support.busy import NAMES, busy_pulse
from tests.support.fake_line import desk_of
from tests.support.minutes import lived_through
from tests.support.qt import dress, screenshot
from widgets.desk import Desk
from widgets.theme import Look

SETTLE_S = 0.4
LANGUAGES: tuple[Language, ...] = ("ja", "en")
LOOKS: tuple[Look, ...] = ("dark", "light")


def main() -> None:
    """Write the pictures of one size."""
    folder, size, width, height, only = (
        Path(sys.argv[1]),
        sys.argv[2],
        int(sys.argv[3]),
        int(sys.argv[4]),
        sys.argv[5],
    )
    keep_none()
    QApplication([sys.argv[0]])
    for room, (state, make) in rooms().items():
        for language in LANGUAGES:
            for look in LOOKS:
                path = folder / f"{room}-{size}-{language}-{look}.png"
                if only in path.name:
                    dress(look, language)
                    desk, line = desk_of(
                        state(),
                        language=language,
                        look=look,
                        names=NAMES,
                        pulse=busy_pulse(),
                        pictures=pictures(state()),
                    )
                    line.answers.update(answers())
                    lived_through(desk, line, busy_pulse())
                    _shoot(make, desk, (width, height), path)


def _shoot(make: Make, desk: Desk, size: tuple[int, int], path: Path) -> None:
    window = make(desk)
    window.resize(*size)
    window.show()
    QApplication.processEvents()  # Why: the first picture of a window takes long on a busy machine.
    until = time.monotonic() + SETTLE_S
    while time.monotonic() < until:
        QApplication.processEvents()
        desk.ticked.emit()
        desk.pulsed.emit()
    QApplication.processEvents()
    screenshot(window, path)
    window.close()
    for gone in (window, desk):
        gone.deleteLater()
        # Why: without an event loop nobody takes them away, and each look would be put on all of them.
        QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
