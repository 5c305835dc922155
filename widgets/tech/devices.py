"""What the engine's machine has: cameras, microphones, screens. One click makes a source of the show of it."""

import re
from collections.abc import Container
from dataclasses import dataclass

from PySide6.QtGui import QShowEvent

from console.core.undo import inverse
from console.errors import Message
from console.link.asking import Device, Devices
from console.model.command import Command
from console.model.edit import Add
from console.model.show import Show
from widgets.desk import Desk, Undo
from widgets.parts.button import ActionButton
from widgets.parts.keyed_model import KeyedModel
from widgets.parts.panel import Panel, row, small
from widgets.parts.row_list import TALL_ROW_HEIGHT, RowList
from widgets.parts.row_painter import RowPainter
from widgets.sheet import mean
from widgets.tech.wording import kind_words

LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One device, and the source of the show that it is already."""

    device: Device
    source: str = ""
    """Its name; empty: the show does not use it."""


class DevicesPanel(Panel):
    """Asks when it is first seen, and again when told to."""

    def __init__(self, desk: Desk) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self.set_title(
            self.tr("On this machine"),
            empty=self.tr("No camera, microphone or screen was found. Plug one in, then look again."),
        )
        self._desk = desk
        self._devices: tuple[Device, ...] = ()
        self._is_asked = False
        group = self.tr("Devices")
        again = desk.actions.deed(self, self.tr("Look again"), self.ask, group=group, icon_name="search")
        self.head.addWidget(ActionButton(again, size="small"))
        self._model = KeyedModel[Row](self)
        self.list = RowList(self._model, self._draw, desk.tokens, height=TALL_ROW_HEIGHT)
        self.list.setAccessibleName(self.accessibleName())
        self._status = small()
        self._status.setWordWrap(True)
        self._use = desk.actions.command(
            self, self.tr("Use as source"), self._wanted, group=group, icon_name="add", undo=self._undo
        )
        self.list.selectionModel().currentChanged.connect(self._use.weigh)
        self.list.activated.connect(self._use.trigger)
        self.body.addWidget(self._status)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row(ActionButton(self._use), None))
        self._status.hide()
        desk.bind(self, lambda _sources: self._show(), lambda state: state.show.sources)

    def showEvent(self, event: QShowEvent) -> None:
        """Listing starts children at the engine, so it is done once and not for those who never look."""
        super().showEvent(event)
        if not self._is_asked:
            self.ask()

    def ask(self) -> None:
        """Look what there is now."""
        self._is_asked = True
        self._tell(self.tr("Looking for devices…"))
        self._desk.ask(Devices(), self._take, failed=self._fail)

    def _take(self, devices: tuple[Device, ...] | None) -> None:
        self._devices = devices or ()
        self._tell("")
        self.set_empty(not self._devices)
        self._show()

    def _fail(self, problem: Message) -> None:
        self._tell(self._desk.say(problem))
        mean(self._status, "armed")

    def _tell(self, words: str) -> None:
        self.set_empty(False)
        mean(self._status, "quiet")
        self._status.setText(words)
        self._status.setVisible(bool(words))

    def _show(self) -> None:
        show = self._desk.state.show
        self._model.show({f"{one.kind}/{one.key}": Row(one, used_as(show, one)) for one in self._devices})
        self._use.weigh()

    def _draw(self, painter: RowPainter, found: Row) -> None:
        if found.source:
            painter.chip(self.tr("In use"), "preview", at_right=True)
        kind = kind_words(found.device.kind)
        painter.lines(found.device.name, f"{kind} · {found.source}" if found.source else kind)

    def _wanted(self) -> Command | None:
        found = self._model.row_of(self._model.key_at(self.list.currentIndex()))
        if found is None or found.source:
            return None
        device, sources = found.device, self._desk.state.show.sources
        fields = {"name": device.name, "kind": device.kind, "settings": device.settings}
        return Add("sources", fresh_id(device.kind, device.name, sources), fields)

    def _undo(self) -> Undo | None:
        command = self._wanted()
        back = None if command is None else inverse(self._desk.state, command)
        return None if back is None else Undo(self.tr("Source added"), back)


def used_as(show: Show, device: Device) -> str:
    """Name of the source that opens this device; empty: there is none."""
    wanted = device.settings.items()
    sources = (one for one in show.sources.values() if one.kind == device.kind)
    return next((one.name for one in sources if wanted and wanted <= one.settings.items()), "")


def fresh_id(kind: str, name: str, taken: Container[str]) -> str:
    """An id that can be written anywhere and that nothing has: `camera-hd-webcam`, `camera-hd-webcam-2`."""
    plain = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))[:LONGEST_ID].strip("-")
    first = f"{kind}-{plain}" if plain else kind
    number = 1
    while (made := first if number == 1 else f"{first}-{number}") in taken:
        number += 1
    return made
