"""The editor's toolbar, and the commands behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from fanwiki.desktop.action_row import ActionRow
from fanwiki.desktop.action_table import EDITOR_ACTIONS
from fanwiki.desktop.actions import ActionSet
from fanwiki.desktop.edit import text_commands
from fanwiki.desktop.edit.draft_inserts import FIELD, TEMPLATE
from fanwiki.desktop.edit.inserts import INSERTS, Insert
from fanwiki.desktop.edit.source_editor import SourceEditor
from fanwiki.desktop.icons import icon

_SHOWN = (
    "bold", "italic", "strike", "highlight", "code", "spoiler", "link", "image", "heading-2", "heading-3", "bullets",
    "numbers", "tasks", "quotation",
)  # fmt: skip


class FormatBar(QFrame):
    """Buttons for what the editor can do to text.

    Args:
        editor: Where.

    Signals:
        file_wanted(): The user wants to put in an image or another file.
        insert_wanted(str): An insert was chosen that is more than text: its action.
    """

    file_wanted = Signal()
    insert_wanted = Signal(str)

    def __init__(self, editor: SourceEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHead")
        self._editor = editor
        self._inserts: Callable[[], Sequence[Insert]] = lambda: INSERTS
        self.actions_of_editor = ActionSet(EDITOR_ACTIONS, (self,), editor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 6, 3)
        layout.setSpacing(1)
        layout.addWidget(self._insert_button())
        layout.addWidget(ActionRow([self.actions_of_editor[name] for name in _SHOWN], self), 1)

    def set_inserts(self, inserts: Callable[[], Sequence[Insert]]) -> None:
        """Say what the Insert menu offers."""
        self._inserts = inserts

    def wrap(self, mark: str) -> None:
        """Put marks around the selection, or take them away."""
        text_commands.wrap_selection(self._editor, mark)
        self._editor.setFocus()

    def heading(self, level: int) -> None:
        """Make the line a heading."""
        text_commands.set_heading(self._editor, level)
        self._editor.setFocus()

    def prefix(self, prefix: str) -> None:
        """Make the lines a list or a quotation."""
        text_commands.toggle_prefix(self._editor, prefix)
        self._editor.setFocus()

    def insert_link(self) -> None:
        """Begin a link, or make the selection one; suggestions open."""
        if self._editor.textCursor().hasSelection():
            text_commands.wrap_selection(self._editor, "[[", "]]")
        else:
            text_commands.insert_snippet(self._editor, "[[\x00]]", own_line=False)
            self._editor.offer()
        self._editor.setFocus()

    def insert_file(self) -> None:
        """Ask for a file to put in."""
        self.file_wanted.emit()

    def _insert_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("insertButton")
        button.setIcon(icon("mdi6.plus-box-outline"))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(self.tr("Insert (type / in the text)"))
        button.setAccessibleName(self.tr("Insert"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName("insertMenu")
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        """Offer what fits the page as it is now; fields and templates, which are many, stand in menus of their own."""
        menu.clear()
        fields = QMenu(self.tr("Infobox field"), menu)
        fields.setIcon(icon("mdi6.form-textbox"))
        templates = QMenu(self.tr("Template"), menu)
        templates.setIcon(icon("mdi6.text-box-outline"))
        places = {FIELD: fields, TEMPLATE: templates}
        for insert in self._inserts():
            place = places.get(insert.id.partition(":")[0], menu)
            place.addAction(icon(insert.icon), insert.shown_text, lambda chosen=insert: self._put_in(chosen))
        menu.addSeparator()
        for below in (fields, templates):
            if not below.isEmpty():
                menu.addMenu(below)

    def _put_in(self, insert: Insert) -> None:
        if insert.action:
            self.insert_wanted.emit(insert.action)
        else:
            text_commands.insert_snippet(self._editor, insert.snippet, own_line=insert.own_line)
        self._editor.setFocus()
