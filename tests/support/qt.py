"""One Qt application for all tests of the desk, without a screen of the machine's."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from console.media.immortal import keep_none
from console.words.render import Language
from widgets.application import dressed, speaking
from widgets.garbage import keep_from_threads
from widgets.theme import Look


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """pytest-qt makes the application of this kind."""
    keep_none()
    keep_from_threads()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    return QApplication


@pytest.fixture(autouse=True)
def dressed_app(qapp: QApplication) -> None:
    """Each test finds it as a newcomer does."""
    dress()


def dress(look: Look = "dark", language: Language = "en") -> None:
    """Let the running application look and speak so."""
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    dressed(app, look)
    speaking(app, language)


def screenshot(widget: QWidget, path: Path) -> Path:
    """What a person would see, as a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    assert widget.grab().save(str(path)), path
    return path
