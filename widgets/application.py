"""The Qt application dressed in a look and speaking a language. Both can change while it runs."""

from PySide6.QtWidgets import QApplication, QStyleFactory

from console.words.render import Language
from widgets.sheet import sheet
from widgets.speech import Catalogue
from widgets.theme import LOOKS, Look, font, load_fonts, palette


def dressed(app: QApplication, look: Look) -> None:
    """Fonts, palette and style sheet of a look. Costs nothing if it is worn already, else every widget there is."""
    wanted = sheet(LOOKS[look])
    if app.styleSheet() == wanted:
        return
    load_fonts()
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    app.setPalette(palette(LOOKS[look]))
    app.setStyleSheet(wanted)


def speaking(app: QApplication, language: Language) -> None:
    """From now on `tr` answers in this language. Windows that exist keep their words: they are built anew."""
    for catalogue in app.findChildren(Catalogue):
        app.removeTranslator(catalogue)
        catalogue.setParent(None)
    if language == "ja":
        app.installTranslator(Catalogue(app))
