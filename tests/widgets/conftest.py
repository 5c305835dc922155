"""Tests of the desk share one Qt application, dressed as a newcomer finds it."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.qt import dress, qapp_cls

__all__ = ["qapp_cls"]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    dress()
