"""Tests of the desk share one Qt application, dressed as a newcomer finds it."""

from tests.support.qt import dressed_app, qapp_cls

__all__ = ["dressed_app", "qapp_cls"]
