"""The form of the thing that is chosen, in the middle of the plan."""

from functools import partial
from typing import Any, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from console.core.names import called
from console.errors import Message
from console.model.base import Entity
from console.model.commands import Edit
from widgets.desk import UNDO_MS
from widgets.forms.files import FileEntry
from widgets.forms.form import Form
from widgets.parts.button import ActionButton
from widgets.parts.panel import Panel, small
from widgets.plan.editor import Edits, steps_of
from widgets.plan.pages import BY_KEY, Page, page_of, titles
from widgets.plan.pictures import put_picture
from widgets.plan.planning import Planning
from widgets.plan.problems import in_place, place_words, unfiled
from widgets.sheet import mean

CHECK_MS = 300
"""Scripts are looked through so soon after a change."""
PICTURES = {("products", "picture"), ("theme", "logo")}


class FormPanel(Panel):
    """Sends what was changed, says beside the field why not."""

    def __init__(self, planning: Planning) -> None:
        """Bound to the desk's State."""
        super().__init__()
        self._planning, self._desk = planning, planning.desk
        self._titles = titles()
        self._form: Form | None = None
        self._shown: tuple[str, str, str] | None = None
        """Page, id, kind of driver."""
        self.set_title(self.tr("Form"), empty=self.tr("Choose something on the left, or press Add."))
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("part", "plain")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._checking = QTimer(self, interval=CHECK_MS, singleShot=True)
        self._checking.timeout.connect(self._check)
        self._buttons()
        self.body.addWidget(self._scroll, 1)
        planning.chosen.connect(self._turn)
        planning.led.connect(self._lead)
        planning.editor.changed.connect(self._weigh)
        self._desk.restyled.connect(self._finish)
        self._desk.bind(self, self._show, lambda state: (state.show, state.session))

    @property
    def form(self) -> Form | None:
        """What is shown; None: nothing is chosen."""
        return self._form

    def showEvent(self, event: QShowEvent) -> None:
        """What was not looked through while nobody looked."""
        super().showEvent(event)
        self._checking.start()

    def _buttons(self) -> None:
        make, group = self._desk.actions, self.tr("Plan")
        self._undo = make.deed(self, self.tr("Undo"), self._take_back, group=group, icon_name="undo", key="Ctrl+Z")
        self._redo = make.deed(self, self.tr("Redo"), self._do_again, group=group, icon_name="redo", key="Ctrl+Y")
        self._live = small()
        self._live.setWordWrap(True)
        for action in (self._undo, self._redo):
            self.head.addWidget(ActionButton(action, size="small"))
        self.body.addWidget(self._live)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._weigh)
        self._desk.undoable.connect(self._stand_back)
        self._weigh()

    def _show(self, _found: object) -> None:
        session = self._desk.state.session
        self._live.setVisible(session.running)
        closed = self.tr("A session runs. What is on Program stays as it is until “Edit on air” above is on.")
        opened = self.tr("Edit on air is on: viewers see at once what is changed here.")
        self._live.setText(opened if session.edit_on_air else closed)
        mean(self._live, "air" if session.edit_on_air else "quiet")
        self._turn()

    def _turn(self) -> None:
        """Another thing is chosen, or this one has changed."""
        page, key = self._planning.page, self._planning.key
        show = self._desk.state.show
        thing = page.thing(show, key) if key or not page.is_list else None
        self.set_empty(thing is None)
        wanted = None if thing is None else (page.key, key, getattr(thing, "kind", ""))
        if wanted != self._shown:
            self._finish()
            self._build(thing, wanted)
        if self._form is not None and thing is not None:
            self._form.show_thing(thing)
            words = called(show, key, thing) if page.is_list else self._titles[page.key]
            self.title.setText(words)
            self.title.setVisible(True)
            self._checking.start()

    def _check(self) -> None:
        """Words not to say, beside the fields in which they stand."""
        if self._form is None or self._shown is None or not self.isVisible():
            return
        page = BY_KEY[self._shown[0]]
        start = (page.area, self._shown[1]) if page.is_list else ()
        cautions: dict[tuple[str, ...], str] = {}
        for concern in self._planning.words().values():
            names = tuple(concern.path.replace("[", ".").replace("]", "").split("."))
            if names[: len(start)] == start and (start or names[0] in (page.only or ())):
                path = tuple(name for name in names[len(start) :] if name != "settings")
                said = f"「{concern.word}」 {concern.reason}" + (f" → {concern.instead}" if concern.instead else "")
                cautions[path] = "\n".join(part for part in (cautions.get(path, ""), said) if part)
        self._form.warn(cautions)

    def _build(self, thing: Entity | None, wanted: tuple[str, str, str] | None) -> None:
        self._shown = wanted
        self._form = None
        if thing is not None and wanted is not None:
            page = self._planning.page
            form = Form(self._planning.known, page.struct, only=page.only, kind=wanted[2])
            form.wanted.connect(partial(self._send, form, page, wanted[1]))
            form.brought.connect(lambda name, path: self._bring(form, name, path))
            self._form = form
            self._scroll.setWidget(form)
            self._scroll.verticalScrollBar().setValue(0)

    def _finish(self) -> None:
        """Nothing that was typed is lost when something else is chosen."""
        if self._form is not None:
            self._form.finish()

    def _send(self, form: Form, page: Page, key: str, patch: dict[str, Any], base: int, name: str) -> None:
        """Of the thing that the form was made for, whatever is chosen by now."""
        edit = Edit(page.area, key, patch, base=base)
        self._planning.editor.do(edit, lambda refused: self._hear(form, name, refused))

    def _hear(self, form: Form, name: str, refused: Message | None) -> None:
        if form is not self._form:
            if refused is not None:
                self._desk.said.emit(refused)
            return
        form.say(name, "" if refused is None else self._sentence(refused))

    def _sentence(self, refused: Message) -> str:
        show, language = self._desk.state.show, self._desk.language
        place = place_words(show, str(refused.params.get("path", "")), self._titles, language)
        return unfiled(self._desk.say(in_place(show, refused, place, self._titles)), language)

    def _bring(self, form: Form, name: str, path: str) -> None:
        page = self._planning.page
        entry = form.fields[name].entry
        if (page.area, name) in PICTURES:
            area: Literal["products", "theme"] = "products" if page.area == "products" else "theme"
            put_picture(self._desk, area, self._planning.key, path, lambda refused: self._hear(form, name, refused))
        elif isinstance(entry, FileEntry):
            entry.take(path)

    def _lead(self, path: tuple[str, ...]) -> None:
        if self._form is None:
            return
        where = self._form.focus_on(path)
        if where is not None:
            QTimer.singleShot(0, where, lambda: self._scroll.ensureWidgetVisible(where))

    def _take_back(self) -> None:
        command = self._planning.editor.undoable
        self._finish()
        self._planning.editor.undo()
        self._look_at(command)

    def _do_again(self) -> None:
        command = self._planning.editor.redoable
        self._planning.editor.redo()
        self._look_at(command)

    def _look_at(self, command: Edits | None) -> None:
        """What is taken back is seen."""
        step = steps_of(command)[0] if command is not None else None
        if step is not None:
            page = page_of(step.area, next(iter(step.patch), "") if isinstance(step, Edit) else "")
            self._planning.choose(page.key, step.id)

    def _stand_back(self, _undo: object) -> None:
        """While a wrong click can be taken back, Ctrl+Z is for that."""
        self._pause.start(UNDO_MS)
        self._weigh()

    def _weigh(self) -> None:
        editor = self._planning.editor
        self._undo.setEnabled(editor.undoable is not None and not self._pause.isActive())
        self._redo.setEnabled(editor.redoable is not None)
