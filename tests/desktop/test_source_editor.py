"""The source editor, with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fanwiki.desktop.action_row import ActionRow
from fanwiki.desktop.edit.completion import Completion
from fanwiki.desktop.edit.dropped import DroppedFile
from fanwiki.desktop.edit.find_bar import FindBar, SourceSearch
from fanwiki.desktop.edit.format_bar import FormatBar
from fanwiki.desktop.edit.highlighter import SourceColors
from fanwiki.desktop.edit.source_editor import SourceEditor
from fanwiki.desktop.edit.trigger import Trigger
from fanwiki.desktop.theme import Theme
from watchdog import must_end


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> SourceEditor:
    editor = SourceEditor(SourceColors.of(theme))
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    qtbot.waitExposed(editor)
    editor.setFocus()
    return editor


def caret_at_end(editor: SourceEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)


def select(editor: SourceEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_a_list_is_typed_with_enter_and_left_with_a_second_one(editor: SourceEditor) -> None:
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "end")
    assert editor.toPlainText() == "- one\n- two\nend"


def test_brackets_close_and_are_stepped_over(editor: SourceEditor) -> None:
    QTest.keyClicks(editor, "(a) [[b]]")
    assert editor.toPlainText() == "(a) [[b]]"
    QTest.keyClicks(editor, "(")
    assert editor.toPlainText().endswith("()")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "(a) [[b]]"


def test_a_bracket_before_a_word_does_not_close(editor: SourceEditor) -> None:
    editor.load("word")
    QTest.keyClicks(editor, "(")
    assert editor.toPlainText() == "(word"


def test_typing_a_mark_over_a_selection_wraps_it(editor: SourceEditor) -> None:
    editor.load("one two")
    select(editor, 4, 7)
    QTest.keyClicks(editor, "*")
    assert editor.toPlainText() == "one *two*"
    assert editor.textCursor().selectedText() == "two"


def test_tab_indents_items_and_shift_tab_takes_it_back(editor: SourceEditor) -> None:
    editor.load("- one")
    caret_at_end(editor)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "  - one"
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.toPlainText() == "- one"


def test_format_buttons_work_on_words_selections_and_nothing_and_undo_in_one_step(
    editor: SourceEditor, qtbot: QtBot
) -> None:
    bar = FormatBar(editor)
    qtbot.addWidget(bar)
    editor.load("one two")
    caret_at_end(editor)
    bar.actions_of_editor["bold"].trigger()
    assert editor.toPlainText() == "one **two**"
    bar.actions_of_editor["bold"].trigger()
    assert editor.toPlainText() == "one two"
    editor.undo()
    editor.undo()
    assert editor.toPlainText() == "one two"
    bar.actions_of_editor["heading-2"].trigger()
    assert editor.toPlainText() == "## one two"
    editor.undo()
    assert editor.toPlainText() == "one two"


def test_buttons_without_room_stand_in_a_menu_in_their_order(editor: SourceEditor, qtbot: QtBot) -> None:
    bar = FormatBar(editor)
    qtbot.addWidget(bar)
    bar.show()
    row = bar.findChild(ActionRow)
    assert row is not None
    names = [button.defaultAction().text() for button in row.buttons]
    for width in (200, 400, 2000):
        bar.resize(width, bar.sizeHint().height())
        QTest.qWait(0)
        shown = [button for button in row.buttons if button.isVisible()]
        kept = [action.text() for action in row.more.menu().actions()]
        assert [button.defaultAction().text() for button in shown] + kept == names
        assert all(button.geometry().right() < row.width() for button in shown)
        assert row.more.isVisible() == bool(kept) == (width < 2000)
    bar.resize(200, bar.sizeHint().height())
    editor.load("one")
    caret_at_end(editor)
    row.more.menu().actions()[-1].trigger()
    assert editor.toPlainText() == "> one"


def test_positions_survive_characters_beyond_the_first_plane(editor: SourceEditor, qtbot: QtBot) -> None:
    bar = FormatBar(editor)
    qtbot.addWidget(bar)
    editor.load("🎬🎬 film")
    select(editor, 5, 9)
    bar.actions_of_editor["italic"].trigger()
    assert editor.toPlainText() == "🎬🎬 *film*"
    assert editor.textCursor().selectedText() == "*film*"


def test_suggestions_open_on_two_brackets_and_complete_the_link(editor: SourceEditor, qtbot: QtBot) -> None:
    asked: list[Trigger] = []

    def complete(trigger: Trigger) -> list[Completion]:
        asked.append(trigger)
        return [Completion("Conductor", "Conductor", "Character"), Completion("Ticket", "Conductor|Ticket")]

    editor.set_completer(complete)
    QTest.keyClicks(editor, "see [[co")
    qtbot.waitUntil(editor.popup.isVisible)
    assert asked[-1].typed == "co"
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "see [[Conductor|Ticket]]"
    assert editor.textCursor().position() == len("see [[Conductor|Ticket]]")
    assert not editor.popup.isVisible()


def test_escape_closes_the_suggestions_and_keeps_the_text(editor: SourceEditor, qtbot: QtBot) -> None:
    editor.set_completer(lambda _trigger: [Completion("Conductor", "Conductor")])
    QTest.keyClicks(editor, "[[c")
    qtbot.waitUntil(editor.popup.isVisible)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.popup.isVisible()
    assert editor.toPlainText() == "[[c]]"


def test_a_slash_inserts_a_spoiler_with_its_film_selected(editor: SourceEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(editor, "/spoi")
    qtbot.waitUntil(editor.popup.isVisible)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "> [!spoiler] Film\n> "
    assert editor.textCursor().selectedText() == "Film"


def test_a_pasted_picture_and_a_dropped_file_are_handed_on(editor: SourceEditor, tmp_path: object) -> None:
    from pathlib import Path

    taken: list[DroppedFile] = []

    def take(file: DroppedFile) -> str:
        taken.append(file)
        return f"![[{file.name}]]"

    editor.set_file_taker(take)
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    editor.insertFromMimeData(picture)
    path = Path(str(tmp_path)) / "still.png"
    path.write_bytes(b"png")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    editor.insertFromMimeData(dropped)
    assert editor.toPlainText() == "![[pasted-image.png]]![[still.png]]"
    assert taken[0].read().startswith(b"\x89PNG")
    assert taken[1].read() == b"png"


def test_pasted_text_stays_text_though_it_comes_with_a_picture(editor: SourceEditor) -> None:
    editor.set_file_taker(lambda _file: "wrong")
    both = QMimeData()
    both.setText("a cell")
    both.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    editor.insertFromMimeData(both)
    assert editor.toPlainText() == "a cell"


def test_find_goes_round_and_replace_all_is_one_step(editor: SourceEditor, qtbot: QtBot) -> None:
    bar = FindBar(can_replace=True)
    qtbot.addWidget(bar)
    search = SourceSearch(editor, bar)
    editor.load("a Cat, a cat, a CAT")
    bar.open_with("cat")
    starts = []
    for _ in range(4):
        starts.append(editor.textCursor().selectionStart())
        bar.find_next()
    assert starts == [2, 9, 16, 2]
    search.replace_all("cat", "dog")
    assert editor.toPlainText() == "a dog, a dog, a dog"
    editor.undo()
    assert editor.toPlainText() == "a Cat, a cat, a CAT"


def test_replacing_by_a_text_that_holds_the_sought_one_ends(editor: SourceEditor, qtbot: QtBot) -> None:
    bar = FindBar(can_replace=True)
    qtbot.addWidget(bar)
    search = SourceSearch(editor, bar)
    editor.load("a a")
    search.replace_all("a", "aa")
    assert editor.toPlainText() == "aa aa"


def test_misspelt_words_are_underlined_but_not_in_code_and_links(editor: SourceEditor) -> None:
    asked: list[str] = []

    def is_wrong(word: str) -> bool:
        asked.append(word)
        return word == "speling"

    editor.load("---\ntitle: speling\n---\nA speling `code` [[Lnk]] of words")
    editor.set_spelling(is_wrong)
    assert set(asked) == {"A", "speling", "of", "words"}
    formats = editor.document().findBlockByNumber(3).layout().formats()
    underlined = [
        (part.start, part.length)
        for part in formats
        if part.format.underlineStyle() == part.format.UnderlineStyle.SpellCheckUnderline
    ]
    assert sum(length for _, length in underlined) == len("speling")


def test_the_menu_is_asked_for_with_the_misspelt_word(editor: SourceEditor, qtbot: QtBot) -> None:
    editor.load("speling")
    editor.set_spelling(lambda word: word == "speling")
    with qtbot.waitSignal(editor.menu_wanted) as asked:
        place = editor.cursorRect().center() + QPoint(6, 0)
        from PySide6.QtGui import QContextMenuEvent
        from PySide6.QtWidgets import QApplication

        viewport = editor.viewport()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))
    assert asked.args[1] == "speling"


@pytest.mark.parametrize("text", ["*" * 30_000, "[[" * 15_000, "||" * 15_000, "a_" * 10_000, "`" * 9_999, "> " * 9_000])
def test_no_line_holds_up_typing(editor: SourceEditor, text: str) -> None:
    with must_end():
        editor.load(text)
        QTest.keyClicks(editor, "x")
    assert editor.toPlainText() == f"x{text}"
