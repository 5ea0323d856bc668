"""What a curator does to a page: write, edit, save, rename, duplicate, delete, speculate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox

from fanwiki.desktop.browse.address import page_address
from fanwiki.desktop.edit.drafts import UnsavedTexts
from fanwiki.desktop.words import filled, plural
from fanwiki.domain.page import DEFAULT_KIND, PageId
from fanwiki.domain.title import clean_title, identity
from fanwiki.errors import FanwikiError, NotFoundError
from fanwiki.services import drafting, editing, history, templating
from fanwiki.wording import heard

if TYPE_CHECKING:
    from fanwiki.desktop.dialogs.asking import Verdict
    from fanwiki.desktop.dialogs.question import Question
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.drafting import Conflict, Opened
    from fanwiki.services.editing import Saved


class PageCommands:
    """What a curator can do to pages.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def new_page(self) -> None:
        """Ask for a title and begin a page."""
        self.write_missing("")

    def write_missing(self, title: str) -> None:
        """Ask for the kind of a page that is not there and begin it."""
        wiki = self._window.require_session().wiki
        self._ask(title, "", lambda shown, kind: self._begin(templating.new_page(wiki, shown, kind)))

    def speculate(self) -> None:
        """Begin a claim about the page in front."""
        self.speculate_about(self._window.browse.address.name)

    def speculate_about(self, title: str) -> None:
        """Begin a claim about a page."""
        wiki = self._window.require_session().wiki
        kinds = drafting.kinds(wiki)
        kind = next((name for name, kind in kinds.items() if kind.rumour), DEFAULT_KIND)
        heading = self._window.tr("What may be true?")
        if title:
            heading = filled(self._window.tr("What may be true of “%1”?"), title)
        self._ask(
            "", kind, lambda shown, chosen: self._begin(templating.new_claim(wiki, shown, chosen, title)), heading
        )

    def toggle_edit(self) -> None:
        """Edit the page in front, or stop editing it."""
        window = self._window
        if window.is_editing:
            self.stop_editing()
            return
        title = window.browse.address.name
        try:
            opened = drafting.open_page(window.require_session().wiki, title)
        except NotFoundError:
            self.write_missing(title)
            return
        self._begin(opened)

    def stop_editing(self) -> bool:
        """Leave the editor; unsaved text is asked about once. Tell whether the editor was left."""
        window = self._window
        if not window.edit.has_unsaved:
            window.edit.leave()
            return True
        asked = self.ask_unsaved()
        asked.exec()
        if asked.answered == QDialogButtonBox.ButtonRole.AcceptRole:
            if not window.edit.save():
                return False
        elif asked.answered != QDialogButtonBox.ButtonRole.DestructiveRole:
            return False
        window.edit.leave()
        return True

    def save_page(self) -> None:
        """Save what is edited."""
        self._window.edit.save()

    def was_saved(self, opened: Opened, saved: Saved) -> None:
        """Show a page as it was saved."""
        window = self._window
        window.require_session().tell(saved.change)
        window.messages.tell(filled(window.tr("Saved “%1”"), saved.page.title))
        if opened.base is None or identity(window.browse.address.name) != identity(saved.page.title):
            window.browse.go(page_address(saved.page.title))
        if saved.problems:
            window.messages.tell(filled(window.tr("Saved “%1”. %2"), saved.page.title, heard(saved.problems[0].text)))

    def show_conflict(self, conflict: Conflict) -> None:
        """Show both versions of a page, and a merged one to save."""
        window = self._window
        from fanwiki.desktop.dialogs.conflict import ConflictDialog

        dialog = ConflictDialog(conflict, window.theme, window)
        dialog.merged.connect(lambda text: window.edit.save_merged(conflict.saved, text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def duplicate_page(self) -> None:
        """Begin a page with the text of the one in front."""
        window = self._window
        title = window.browse.address.name
        opened = drafting.open_page(window.require_session().wiki, title)
        source, _problems = drafting.read_draft(opened.text, title)
        shown = window.tr("%1 (copy)").replace("%1", title)
        self._ask(shown, source.kind, lambda new, kind: self._begin(drafting.copy_of(source, new, kind)))

    def show_history(self) -> None:
        """Show the revisions of the page in front."""
        window, session = self._window, self._window.require_session()
        title = window.browse.address.name
        past = drafting.past_texts(session.wiki, title)
        from fanwiki.desktop.dialogs.history import HistoryDialog

        dialog = HistoryDialog(title, past, window.theme, window)
        dialog.restore_wanted.connect(lambda number: self.restore(title, number))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore(self, title: str, number: int) -> None:
        """Make an earlier revision the newest; the wiki's undo takes that back."""
        window, session = self._window, self._window.require_session()
        if not self.is_free_to_change(title):
            return
        page, _revisions = history.revisions(session.wiki, title)
        saved = history.restore(session.wiki, title, number, author=session.preferences.author)
        session.tell(saved.change)
        window.undo.push(saved.change.text, lambda: self._restore_back(title, page.head))
        window.messages.tell(heard(saved.change.text))

    def _restore_back(self, title: str, number: int) -> None:
        session = self._window.require_session()
        session.tell(history.restore(session.wiki, title, number, author=session.preferences.author).change)

    def rename_page(self) -> None:
        """Ask for another title and rewrite every link."""
        from fanwiki.desktop.dialogs.asking import Asked, TextDialog, open_for

        window, session = self._window, self._window.require_session()
        title = window.browse.address.name
        count = editing.links_to_rewrite(session.wiki, title)
        follows = window.tr("No other page names it. The old title stays as an alias.")
        if count:
            follows = plural(
                count,
                "Links in one page will be rewritten. The old title stays as an alias.",
                "Links in %1 pages will be rewritten. The old title stays as an alias.",
            )
        asked = Asked(
            "renameDialog",
            filled(window.tr("Rename “%1”"), title),
            window.tr("New title"),
            window.tr("Rename"),
            follows,
        )
        dialog = TextDialog(asked, title, window, judge=lambda new: self._judge_title(title, new))
        open_for(dialog, lambda new: self._rename_told(title, new))

    def _judge_title(self, old: str, new: str) -> Verdict:
        """Say whether a page can be called so."""
        from fanwiki.desktop.dialogs.asking import Verdict

        if not new.strip():
            return Verdict(may=False)
        try:
            wanted = clean_title(new)
        except FanwikiError as error:
            return Verdict(str(error), may=False)
        taken = drafting.taken_title(self._window.require_session().wiki, wanted)
        if taken and identity(taken) != identity(old):
            return Verdict(filled(self._window.tr("There is a page “%1” already."), taken), may=False)
        return Verdict(may=wanted != old)

    def _rename_told(self, old: str, new: str) -> None:
        if not new or new == old or not self.is_free_to_change(old):
            return
        try:
            self.rename(old, new)
        except FanwikiError as error:
            self._window.messages.error(error)

    def rename(self, old: str, new: str) -> None:
        """Rename a page; the wiki's undo takes it back."""
        window, session = self._window, self._window.require_session()
        saved = editing.rename(session.wiki, old, new, author=session.preferences.author)
        self._moved(old, saved)
        window.undo.push(saved.change.text, lambda: self._rename_back(saved.page.title, old))

    def delete_page(self) -> None:
        """Move the page in front to the trash; the wiki's undo brings it back."""
        window, session = self._window, self._window.require_session()
        title = window.browse.address.name
        if not self.is_free_to_change(title):
            return
        page, _revisions = history.revisions(session.wiki, title)
        change = editing.delete(session.wiki, title, author=session.preferences.author)
        session.tell(change)
        window.undo.push(change.text, lambda: self._bring_back(page.id))
        window.messages.tell(filled(window.tr("“%1” is in the trash. Ctrl+Alt+Z brings it back."), title))

    def show_trash(self) -> None:
        """Show the deleted pages."""
        window, session = self._window, self._window.require_session()
        from fanwiki.desktop.dialogs.trash import TrashDialog, Trashed

        pages = [Trashed(row.id, row.title, row.deleted or "") for row in drafting.trashed(session.wiki)]
        dialog = TrashDialog(pages, window.theme, window)
        dialog.restore_wanted.connect(self._bring_back_told)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_templates(self) -> None:
        """Show what new pages of each kind begin with."""
        from fanwiki.desktop.dialogs.templates import TemplatesDialog

        window, session = self._window, self._window.require_session()
        dialog = TemplatesDialog(drafting.kinds(session.wiki), window.theme, window)
        dialog.changed.connect(self.put_template)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def put_template(self, kind: str, template: str) -> None:
        """Change a template; the wiki's undo brings the former one back."""
        window, session = self._window, self._window.require_session()
        former = drafting.kinds(session.wiki).of(kind).template
        change = templating.put_template(session.wiki, kind, template)
        session.tell(change)
        window.undo.push(change.text, lambda: session.tell(templating.put_template(session.wiki, kind, former)))
        window.messages.tell(heard(change.text))

    def undo_wiki(self) -> None:
        """Take back the last thing that was done to the wiki."""
        window = self._window
        text = window.undo.undo()
        if text:
            window.messages.tell(filled(window.tr("Took back: %1"), text))

    def offer_unsaved(self) -> None:
        """Offer the texts that a crash left behind, one after the other."""
        window = self._window
        kept = UnsavedTexts(window.require_session().path)
        texts = kept.all()
        if not texts:
            return
        unsaved = texts[0]
        try:
            saved = drafting.open_page(window.require_session().wiki, unsaved.title).text
        except NotFoundError:
            saved = ""
        from fanwiki.desktop.dialogs.unsaved import UnsavedDialog

        dialog = UnsavedDialog(unsaved.title, unsaved.text, saved, window.theme, window)
        dialog.go_on_wanted.connect(lambda: self._go_on(unsaved.title, unsaved.text, unsaved.base))
        dialog.forget_wanted.connect(lambda: self._forget_unsaved(kept, unsaved.title))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget_unsaved(self, kept: UnsavedTexts, title: str) -> None:
        kept.forget(title)
        self.offer_unsaved()

    def _go_on(self, title: str, text: str, base: int | None) -> None:
        window = self._window
        window.browse.go(page_address(title))
        try:
            saved = drafting.open_page(window.require_session().wiki, title)
            opened = drafting.Opened(saved.title, saved.text, base if base is not None else saved.base)
        except NotFoundError:
            opened = drafting.Opened(title, "", None)
        window.show_editor()
        window.edit.open_page(opened, text=text)
        window.edit.keep()

    def _begin(self, opened: Opened) -> None:
        window = self._window
        if window.is_editing and not self.stop_editing():
            return
        window.show_editor()
        window.edit.open_page(opened)

    def _ask(self, title: str, kind: str, then: object, heading: str = "") -> None:
        window = self._window
        wiki = window.require_session().wiki
        from fanwiki.desktop.dialogs.new_page import NewPageDialog

        dialog = NewPageDialog(
            drafting.kinds(wiki),
            window,
            title=title,
            kind=kind or DEFAULT_KIND,
            asked=heading,
            taken=lambda wanted: drafting.taken_title(wiki, wanted),
        )
        dialog.answered.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def is_free_to_change(self, title: str) -> bool:
        """Have unsaved text of the page saved or given up first."""
        opened = self._window.edit.opened
        if opened is None or identity(opened.title) != identity(title):
            return True
        return self.stop_editing()

    def _rename_back(self, now: str, before: str) -> None:
        session = self._window.require_session()
        self._moved(now, editing.rename(session.wiki, now, before, author=session.preferences.author))

    def _bring_back_told(self, page_id: PageId) -> None:
        window = self._window
        try:
            saved = self._bring_back(page_id)
        except FanwikiError as error:
            window.messages.error(error)
            return
        window.undo.push(saved.change.text, lambda: self._delete_again(saved.page.title))
        window.messages.tell(heard(saved.change.text))

    def _bring_back(self, page_id: PageId) -> Saved:
        session = self._window.require_session()
        saved = editing.undelete(session.wiki, page_id, author=session.preferences.author)
        session.tell(saved.change)
        self._window.browse.go(page_address(saved.page.title))
        return saved

    def _delete_again(self, title: str) -> None:
        session = self._window.require_session()
        session.tell(editing.delete(session.wiki, title, author=session.preferences.author))

    def _moved(self, old: str, saved: Saved) -> None:
        window, session = self._window, self._window.require_session()
        session.follow_rename(old, saved.page.title)
        window.browse.follow_rename(old, saved.page.title)
        session.tell(saved.change)
        window.browse.go(page_address(saved.page.title))
        window.messages.tell(heard(saved.change.text))

    def ask_unsaved(self) -> Question:
        """Return the question what becomes of the text that was not saved."""
        from fanwiki.desktop.dialogs.question import Answer, Question, Role

        window = self._window
        title = window.edit.opened.title if window.edit.opened is not None else ""
        asked = Question(
            "unsavedDialog",
            filled(window.tr("Save what you wrote in “%1”?"), title),
            window.tr("What you do not save is lost."),
            (
                Answer(window.tr("Save"), Role.AcceptRole, "saveText"),
                Answer(window.tr("Discard"), Role.DestructiveRole, "discardText"),
                Answer(window.tr("Cancel"), Role.RejectRole),
            ),
            window,
        )
        asked.finished.connect(asked.deleteLater)
        return asked
