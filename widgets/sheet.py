"""The style sheet of the desk, written from the tokens of `widgets.theme`.

A widget says what it is with a property, never with a colour: `mean(button, "air")` makes it mean on air.
"""

from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QWidget

import assets
from widgets.theme import (
    AIR_HEIGHT,
    BODY,
    BUTTON_HEIGHT,
    FAMILY,
    GAP,
    LARGE,
    PAD,
    RADIUS,
    SMALL,
    STRONG,
    TITLE,
    Tokens,
    edge,
)

ARROWS = (Path(assets.__file__).parent / "desk").as_posix()
Meaning = Literal["", "air", "preview", "armed", "info", "quiet"]
FILLED: tuple[Meaning, ...] = ("air", "preview", "armed", "info")
"""Meanings that fill what has them."""


def mean(widget: QWidget, meaning: Meaning) -> None:
    """Give a widget its meaning: its fill if it is a button or a chip, its ink if it is text."""
    if widget.property("means") != meaning:
        widget.setProperty("means", meaning)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def sheet(tokens: Tokens) -> str:
    """For `QApplication.setStyleSheet`."""
    return "\n".join((_ground(tokens), _buttons(tokens), _fields(tokens), _lists(tokens), _meanings(tokens)))


def _ground(t: Tokens) -> str:
    return f"""
* {{ font-family: "{FAMILY}"; font-size: {BODY}px; color: {t.text}; }}
QMainWindow, QDialog, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {t.background}; }}
QLabel, QCheckBox, QRadioButton, QScrollArea[part="plain"], QScrollArea[part="plain"] > QWidget,
QScrollArea[part="plain"] > QWidget > QWidget {{ background: transparent; }}
QFrame[part="panel"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
QFrame[part="docked"] {{ background: {t.panel}; border: 1px solid {t.line}; border-top: none;
  border-bottom-left-radius: {RADIUS}px; border-bottom-right-radius: {RADIUS}px; }}
QWidget[part="handle"] {{ background: {t.panel}; border: 1px solid {t.line}; border-bottom: none;
  border-top-left-radius: {RADIUS}px; border-top-right-radius: {RADIUS}px; }}
QFrame[part="bar"] {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[part="raised"] {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
QFrame[part="strip"] {{ background: {t.background}; border: none; border-top: 6px solid {t.background}; }}
QFrame[part="strip"][means="air"] {{ border-top: 6px solid {edge(t, "air")}; }}
QLabel[part="heading"] {{ font-size: {LARGE}px; font-weight: {STRONG}; }}
QLabel[part="title"] {{ font-size: {TITLE}px; font-weight: {STRONG}; }}
QLabel[part="small"] {{ font-size: {SMALL}px; color: {t.quiet}; }}
QLabel[part="empty"] {{ color: {t.quiet}; padding: {PAD}px; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: {GAP // 2}px; }}
QMainWindow::separator {{ background: {t.background}; width: {GAP}px; height: {GAP}px; }}
QSplitter::handle {{ background: {t.background}; }}
QDockWidget {{ color: {t.text}; font-weight: {STRONG}; titlebar-close-icon: none; }}
QDockWidget::title {{ background: {t.background}; padding: {GAP // 2}px {GAP}px; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: {t.background}; color: {t.quiet}; padding: {GAP // 2}px {PAD}px; border: none; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.info}; font-weight: {STRONG}; }}
QTabWidget::pane {{ border: none; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.line}; padding: {GAP // 2}px; }}
QMenu::item {{ padding: {GAP // 2}px {PAD}px; }}
QMenu::item:selected {{ background: {t.info}; color: {t.info_ink}; }}
QMenu::item:disabled {{ color: {t.quiet}; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton, QToolButton {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
  min-height: {BUTTON_HEIGHT - 2}px; padding: 0 {PAD}px; }}
QToolButton {{ padding: 0 {GAP}px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {t.info}; }}
QPushButton:focus {{ border: 2px solid {t.info}; padding: 0 {PAD - 1}px; }}
QToolButton:focus {{ border: 2px solid {t.info}; padding: 0 {GAP - 1}px; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.line}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.quiet}; background: {t.panel}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.info}; color: {t.info_ink}; border-color: {t.info}; }}
QPushButton[size="air"], QToolButton[size="air"] {{ min-height: {AIR_HEIGHT - 2}px; font-weight: {STRONG}; }}
QPushButton[size="small"], QToolButton[size="small"] {{ min-height: {BUTTON_HEIGHT - 10}px; padding: 0 {GAP}px; }}
QPushButton[size="filter"] {{ min-height: {BUTTON_HEIGHT - 10}px; padding: 0 {GAP - 2}px; font-size: {SMALL}px; }}
QPushButton[size="small"]:focus, QToolButton[size="small"]:focus {{ padding: 0 {GAP - 1}px; }}
QPushButton[size="filter"]:focus {{ padding: 0 {GAP - 3}px; }}
QPushButton[align="left"] {{ text-align: left; }}
QToolButton[size="plain"] {{ border: none; background: transparent; }}
"""


def _fields(t: Tokens) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {{
  background: {t.background}; color: {t.text}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
  padding: {GAP // 2}px {GAP}px; selection-background-color: {t.info}; selection-color: {t.info_ink};
  placeholder-text-color: {t.quiet}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{
  color: {t.quiet}; background: {t.panel}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
  border: 1px solid {t.info}; }}
QLineEdit[wrong="true"], QSpinBox[wrong="true"] {{ border: 1px solid {edge(t, "air")}; }}
QSpinBox, QDoubleSpinBox {{ padding: 0 {PAD + GAP}px 0 {GAP}px; min-height: {BUTTON_HEIGHT - 2}px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {{
  subcontrol-origin: border; width: {PAD + GAP}px; border: none; background: transparent; }}
QSpinBox::up-button, QDoubleSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button, QDoubleSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url({ARROWS}/up.svg); width: 10px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QComboBox::down-arrow {{
  image: url({ARROWS}/down.svg); width: 10px; }}
QComboBox::drop-down {{ border: none; width: {PAD + GAP}px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line};
  selection-background-color: {t.info}; selection-color: {t.info_ink}; }}
QCheckBox {{ spacing: {GAP}px; min-height: {BUTTON_HEIGHT - 2}px; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {t.quiet}; border-radius: 3px;
  background: {t.background}; }}
QCheckBox::indicator:checked {{ background: {t.info}; border-color: {t.info};
  image: url({ARROWS}/tick{"" if t.info_ink < "#8" else "-light"}.svg); }}
QCheckBox:focus {{ color: {t.info_text}; }}
QCheckBox::indicator:focus {{ border: 2px solid {t.info}; }}
QSlider::groove:horizontal {{ background: {t.line}; height: 4px; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t.text}; width: 14px; margin: -5px 0; border-radius: 7px; }}
QSlider::groove:vertical {{ background: {t.line}; width: 4px; border-radius: 2px; }}
QSlider::handle:vertical {{ background: {t.text}; height: 14px; margin: 0 -5px; border-radius: 7px; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: {RADIUS // 2}px; text-align: center; }}
QProgressBar::chunk {{ background: {t.info}; border-radius: {RADIUS // 2}px; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QAbstractItemView {{ background: {t.panel}; border: none; outline: none; alternate-background-color: {t.raised}; }}
QAbstractItemView::item:selected {{ background: {t.raised}; color: {t.text}; border-left: 3px solid {t.info}; }}
QHeaderView::section {{ background: {t.panel}; color: {t.quiet}; border: none; border-bottom: 1px solid {t.line};
  padding: {GAP // 2}px {GAP}px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; }}
QScrollBar::handle {{ background: {t.grip}; border-radius: 5px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.info}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _meanings(t: Tokens) -> str:
    """Order matters where rules weigh the same: what a chip is in general stands before what it means."""
    return "\n".join((_chip(t), *_inks(t), *_tallies(t), *_fills(t)))


def _chip(t: Tokens) -> str:
    return f"""QLabel[part="chip"] {{ background: {t.raised}; padding: 1px {GAP}px; border-radius: {RADIUS}px;
  font-size: {SMALL}px; font-weight: {STRONG}; }}"""


def _inks(t: Tokens) -> list[str]:
    """Words of a meaning on a panel."""
    inks = {name: getattr(t, f"{name}_text") for name in FILLED} | {"quiet": t.quiet}
    return [f'QLabel[means="{name}"] {{ color: {ink}; }}' for name, ink in inks.items()]


def _tallies(t: Tokens) -> list[str]:
    """Borders of monitors."""
    return [
        f'QFrame[part="tally"] {{ border: 3px solid {t.line}; border-radius: {RADIUS // 2}px; }}',
        *(f'QFrame[part="tally"][means="{name}"] {{ border: 3px solid {edge(t, name)}; }}' for name in FILLED),
        f'QFrame[part="tally"]:focus {{ background: {t.line}; }}',
    ]


def _fills(t: Tokens) -> list[str]:
    """Buttons, chips and notes filled with a meaning."""
    return [
        f'QPushButton[means="{name}"]:enabled, QToolButton[means="{name}"]:enabled,'
        f' QLabel[part="chip"][means="{name}"], QLabel[part="note"][means="{name}"]'
        f" {{ background: {fill}; color: {ink}; border-color: {fill}; }}"
        for name in FILLED
        for fill, ink in [(getattr(t, name), getattr(t, f"{name}_ink"))]
    ]
