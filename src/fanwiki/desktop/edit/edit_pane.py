"""The edit pane: one draft in three views (source, fields, preview), saved as one revision.

The text is the draft. The form reads it when it is shown and writes it when a field changes; the preview follows it.
Unsaved text is kept in the reader's folder every few seconds, so that a crash loses no more than those.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from fanwiki.desktop.browse.page_view import WebEngine
from fanwiki.desktop.browse.pages import Pages
from fanwiki.desktop.edit import draft_inserts, text_commands
from fanwiki.desktop.edit.drafts import UnsavedTexts
from fanwiki.desktop.edit.dropped import DroppedFile
from fanwiki.desktop.edit.edit_head import EditHead
from fanwiki.desktop.edit.fields_form import FieldsForm
from fanwiki.desktop.edit.find_bar import FindBar, SourceSearch
from fanwiki.desktop.edit.format_bar import FormatBar
from fanwiki.desktop.edit.highlighter import SourceColors
from fanwiki.desktop.edit.inserts import INSERTS, Insert, in_order
from fanwiki.desktop.edit.preview import Preview
from fanwiki.desktop.edit.source_editor import SourceEditor
from fanwiki.desktop.edit.spelling import SpellChecker
from fanwiki.desktop.edit.spelling_menu import SpellingMenu
from fanwiki.desktop.edit.wiki_completer import WikiCompleter
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.pane import Pane
from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.session import Session
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled
from fanwiki.errors import FanwikiError, StaleSaveError
from fanwiki.services import drafting, editing

if TYPE_CHECKING:
    from fanwiki.services.drafting import Opened

KEEP_EVERY = 4000
"""Milliseconds between two keepings of unsaved text."""


class EditPane(QWidget):
    """The right of the window.

    Signals:
        saved(object, object): What was `Opened` and the `Saved` outcome.
        closed(): Editing ended.
        unsaved_changed(bool): There is unsaved text now, or none any more.
        link_followed(object, bool): A link in the preview was clicked: its `Address`, whether for a new tab.
        page_wanted(str): Ctrl+click on a link in the source.
        stop_wanted(): The user wants to stop editing; unsaved text must be asked about first.
        conflicted(object): The page was saved by somebody else meanwhile: the `Conflict`.
    """

    saved = Signal(object, object)
    closed = Signal()
    unsaved_changed = Signal(bool)
    link_followed = Signal(object, bool)
    page_wanted = Signal(str)
    stop_wanted = Signal()
    conflicted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        engine: WebEngine,
        pages: Pages,
        runner: JobRunner,
        messages: Messages,
        spelling: SpellChecker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("editPane")
        self.setAccessibleName(self.tr("Editor"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self._theme = theme
        self._pages = pages
        self._messages = messages
        self._spelling = spelling
        self._session: Session | None = None
        self._unsaved: UnsavedTexts | None = None
        self._opened: Opened | None = None
        self._is_filling = False
        self._completer: WikiCompleter | None = None
        self.editor = SourceEditor(SourceColors.of(theme), self)
        self._spelling_menu = SpellingMenu(self.editor, spelling, runner)
        self.form = FieldsForm(self._complete_titles, self)
        self.preview = Preview(engine, pages, self)
        self.find_bar = FindBar(self, can_replace=True)
        self._search = SourceSearch(self.editor, self.find_bar)
        self.format_bar = FormatBar(self.editor, self)
        self.head = EditHead(self)
        self._lay_out()
        self._connect()

    # What others call

    @property
    def opened(self) -> Opened | None:
        """What is being edited, or None."""
        return self._opened

    @property
    def has_unsaved(self) -> bool:
        """Whether there is text that was not saved."""
        return self._opened is not None and self.editor.document().isModified()

    @property
    def text(self) -> str:
        """The draft."""
        return self.editor.toPlainText()

    def panes(self) -> list[Pane]:
        """Return what the keyboard goes through, from above."""
        source, preview = Pane((self._source,), self.editor), Pane((self.preview.view,), self.preview.view.focusProxy())
        return [Pane((self.head,)), source, Pane((self.form,)), preview]

    def set_session(self, session: Session | None) -> None:
        """Say which wiki is edited."""
        if session is not self._session:
            if self._unsaved is not None:
                self._unsaved.let_go()
            self._unsaved = UnsavedTexts(session.path) if session is not None else None
        self._session = session
        self._completer = WikiCompleter(session) if session is not None else None
        self.editor.set_completer(self._completer.complete if self._completer is not None else None)
        if session is not None:
            self.head.offer_kinds(drafting.kinds(session.wiki))

    def open_page(self, opened: Opened, *, text: str | None = None) -> None:
        """Edit a page.

        Args:
            opened: The page as it is saved.
            text: Unsaved text to go on with instead.
        """
        self._opened = opened
        self._is_filling = True
        self.editor.load(opened.text)
        if text is not None and text != opened.text:
            cursor = self.editor.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text)
        self._is_filling = False
        self.editor.document().setModified(opened.base is None or (text is not None and text != opened.text))
        is_new = opened.base is None
        self.head.show_title(filled(self.tr("New: %1"), opened.title) if is_new else opened.title, opened.title)
        self.preview.reset()
        if self._session is not None and self._session.preferences.spelling:
            self._spelling.load(self._session.preferences.spelling)
        if self._completer is not None:
            self._spelling.set_names(self._completer.names())
        self._follow()
        self._say_unsaved()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Save the draft as a revision; tell whether that was done."""
        session, opened = self._session, self._opened
        if session is None or opened is None:
            return False
        try:
            saved = drafting.save_draft(session.wiki, opened, self.text, author=session.preferences.author)
        except StaleSaveError:
            self.keep()
            self.conflicted.emit(drafting.conflict(session.wiki, opened, self.text))
            return False
        except FanwikiError as error:
            self._messages.error(error)
            return False
        self._forget_kept(opened.title)
        self._opened = drafting.Opened(saved.page.title, self.text, saved.page.head)
        self.editor.document().setModified(False)
        self.head.show_title(saved.page.title, saved.page.title)
        self._say_unsaved()
        self.saved.emit(opened, saved)
        return True

    def save_merged(self, saved: Opened, text: str) -> bool:
        """Save a text that has in it what was saved meanwhile."""
        self._opened = saved
        self._replace_text(text)
        return self.save()

    def leave(self) -> None:
        """Stop editing and forget the draft."""
        if self._opened is not None:
            self._forget_kept(self._opened.title)
        self._opened = None
        self._pages.set_draft(None)
        self.preview.reset()
        self.editor.load("")
        self._keep_timer.stop()
        self.closed.emit()

    def keep(self) -> None:
        """Keep the unsaved text in the reader's folder."""
        if self._unsaved is not None and self._opened is not None and self.has_unsaved:
            self._unsaved.keep(self._opened.title, self.text, self._opened.base)

    def kept(self) -> UnsavedTexts | None:
        """Return the unsaved texts that were kept of this wiki."""
        return self._unsaved

    def open_find(self, *, replacing: bool) -> None:
        """Open the bar that finds in the source."""
        self.head.source.setChecked(True)
        self.find_bar.set_replacing(replacing)
        self.find_bar.open_with(self.editor.textCursor().selectedText())

    def attach(self, file: DroppedFile) -> str | None:
        """Keep a file in the wiki and return the Markdown that shows it."""
        if self._session is None:
            return None
        try:
            row = editing.attach(self._session.wiki, file.name, file.read())
        except FanwikiError as error:
            self._messages.error(error)
            return None
        self._messages.tell(filled(self.tr("“%1” is in the wiki now."), row.name))
        return f"![[{row.name}]]" if file.is_picture else f"[[{row.name}]]"

    # Making it

    def _lay_out(self) -> None:
        self._source = QFrame(self)
        self._source.setObjectName("editorFrame")
        self._source.setAccessibleName(self.tr("Source"))
        self.preview.setAccessibleName(self.tr("Preview"))
        inner = QVBoxLayout(self._source)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.format_bar)
        inner.addWidget(self.editor, 1)
        inner.addWidget(self.find_bar)
        self._parts = Splitter(Qt.Orientation.Vertical, self, "editParts")
        for part in (self._source, self.form, self.preview):
            self._parts.addWidget(part)
        self._parts.setSizes([1000, 1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._parts, 1)
        self._show_parts()

    def _connect(self) -> None:
        self.head.views_changed.connect(self._show_parts)
        self.head.kind_chosen.connect(self._choose_kind)
        self.head.save_wanted.connect(self.save)
        self.head.close_wanted.connect(self.stop_wanted)
        self._keep_timer = QTimer(self, singleShot=True, interval=KEEP_EVERY)
        self._keep_timer.timeout.connect(self.keep)
        self.editor.set_file_taker(self.attach)
        for part in (self.editor, self.format_bar):
            part.set_inserts(self._inserts)
            part.insert_wanted.connect(self.put_in)
        self.editor.focused.connect(self._show_focus)
        self.editor.textChanged.connect(self._text_changed)
        self.editor.document().modificationChanged.connect(lambda _changed: self._say_unsaved())
        self.editor.link_followed.connect(self.page_wanted)
        self.form.edited.connect(self._form_edited)
        self.preview.link_followed.connect(self.link_followed)
        self.format_bar.file_wanted.connect(self._ask_for_file)
        self.find_bar.closed.connect(self.editor.setFocus)
        self._theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.editor.highlighter.set_colors(SourceColors.of(self._theme))
        self.preview.view.set_background(self._theme.color("surface"))

    def _show_focus(self, has_focus: bool) -> None:
        """Frame the source while it has the keyboard."""
        self._source.setProperty("focused", has_focus)
        self._source.style().unpolish(self._source)
        self._source.style().polish(self._source)

    # The draft

    def _text_changed(self) -> None:
        if self._is_filling or self._opened is None:
            return
        if self.has_unsaved and not self._keep_timer.isActive():
            self._keep_timer.start()
        self._follow()

    def _follow(self) -> None:
        """Let form and preview follow the text."""
        if self._opened is None:
            return
        source, _problems = drafting.read_draft(self.text, self._opened.title)
        self.head.show_kind(source.kind)
        self.preview.show_draft(source)
        if self.form.isVisible() and not self._is_filling:
            self._fill_form()

    def _fill_form(self) -> None:
        if self._session is None or self._opened is None:
            return
        source, _problems = drafting.read_draft(self.text, self._opened.title)
        self.form.show_fields(drafting.kinds(self._session.wiki).of(source.kind), source.fields)

    def _form_edited(self) -> None:
        if self._opened is None:
            return
        source, _problems = drafting.read_draft(self.text, self._opened.title)
        self._replace_text(drafting.write_draft(drafting.with_fields(source, self.form.fields)))

    def _choose_kind(self, name: str) -> None:
        if self._opened is None or self._session is None:
            return
        kind = drafting.kinds(self._session.wiki).of(name)
        self._replace_text(drafting.with_kind(self.text, self._opened.title, kind))
        if self.form.isVisible():
            self._fill_form()

    def _replace_text(self, text: str) -> None:
        """Put another text in place as one step of undo."""
        if text == self.text:
            return
        self._is_filling = True
        text_commands.replace_text(self.editor, text)
        self._is_filling = False
        self._text_changed_by_form()

    def _text_changed_by_form(self) -> None:
        self._keep_timer.start()
        source, _problems = drafting.read_draft(self.text, self._opened.title if self._opened else "")
        self.preview.show_draft(source)

    def _forget_kept(self, title: str) -> None:
        self._keep_timer.stop()
        if self._unsaved is not None:
            self._unsaved.forget(title)

    def _say_unsaved(self) -> None:
        self.head.save.setEnabled(self.has_unsaved)
        self.unsaved_changed.emit(self.has_unsaved)

    def _show_parts(self) -> None:
        views = self.head.views
        for part, is_shown in zip((self._source, self.form, self.preview), views, strict=True):
            part.setVisible(is_shown)
        if self.head.fields.isChecked():
            self._fill_form()

    def _complete_titles(self, typed: str, kinds: tuple[str, ...]) -> list[str]:
        return self._completer.titles(typed, kinds) if self._completer is not None else []

    def _ask_for_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, self.tr("Put in an image or file"))
        if path:
            self.put_in_file(path)

    def put_in(self, action: str) -> None:
        """Put in what depends on the page's kind: a field, a row of a record, a template."""
        if self._session is None or self._opened is None:
            return
        caret = len(self.text.encode("utf-16-le")[: 2 * self.editor.textCursor().position()].decode("utf-16-le"))
        kinds = drafting.kinds(self._session.wiki)
        placed = draft_inserts.place(self.text, self._opened.title, caret, action, kinds)
        if placed is None:
            problem = self.tr("The front matter cannot be read.")
            self._messages.error(FanwikiError(problem, self.tr("Mend the lines between the two lines of --- first.")))
            return
        self._replace_text(placed.text)
        cursor = self.editor.textCursor()
        cursor.setPosition(text_commands.units(placed.text[: placed.caret]))
        self.editor.setTextCursor(cursor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _inserts(self) -> Sequence[Insert]:
        if self._session is None or self._opened is None:
            return INSERTS
        kinds = drafting.kinds(self._session.wiki)
        return in_order(*draft_inserts.all_for(self.text, self._opened.title, kinds))

    def put_in_file(self, path: str) -> None:
        """Keep a file of the disk in the wiki and show it in the text."""
        markdown = self.attach(DroppedFile.at(path))
        if markdown:
            self.editor.textCursor().insertText(markdown)
