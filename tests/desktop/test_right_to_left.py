"""Arabic and Hebrew, alone and among English, read as they should, in windows of either direction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from test_looks import dialogs

from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.row_words import paint_words
from fanwiki.desktop.search.chooser import Choice, Chooser
from fanwiki.desktop.search.finder import Found
from fanwiki.desktop.search.results import FoundDelegate, FoundModel
from fanwiki.desktop.theme import Look, Theme
from fanwiki.desktop.words import filled, isolated
from fanwiki.services import editing
from fanwiki.services.drafting import open_page

FROM_LEFT, FROM_RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
HEBREW, ARABIC, MIXED = "מלך האריות (1994)!", "سيمبا", "Simba's song: שיר"
SIZE = QRect(0, 0, 360, 80)


@pytest.fixture
def from_right(qapp: QApplication) -> Iterator[None]:
    """Let windows read from the right."""
    qapp.setLayoutDirection(FROM_RIGHT)
    yield
    qapp.setLayoutDirection(FROM_LEFT)


@pytest.mark.parametrize("text", [HEBREW, ARABIC, MIXED, "A song about סימבה."])
def test_a_text_keeps_its_order_and_stands_where_the_row_begins(qapp: QApplication, text: str) -> None:
    pictures = []
    for direction in (FROM_LEFT, FROM_RIGHT):
        picture = QImage(SIZE.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setLayoutDirection(direction)  # as that of a widget is
        paint_words(painter, SIZE, text, direction)
        painter.end()
        pictures.append(picture)
    left, right = map(ink, pictures)
    assert left.left() < 8
    assert right.right() > SIZE.width() - 8
    # The same letters in the same order, but for the shades of their edges.
    shades = [shades_of(picture.copy(place)) for picture, place in zip(pictures, (left, right), strict=True)]
    assert max(abs(one - other) for one, other in zip(*shades, strict=True)) < 60


def shades_of(picture: QImage) -> list[int]:
    """Return how dark a picture is, in coarse squares."""
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    coarse = picture.scaled(max(4, picture.width() // 5), 3, *ways)
    return [coarse.pixelColor(x, y).lightness() for x in range(coarse.width()) for y in range(3)]


def ink(picture: QImage) -> QRect:
    """Return the place of what is painted."""
    points = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != QColor(Qt.GlobalColor.white)
    ]
    across, down = [x for x, _ in points], [y for _, y in points]
    return QRect(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)


def test_a_found_line_is_turned_round_and_its_snippet_is_not(qtbot: QtBot, theme: Theme) -> None:
    theme.apply(Look.LIGHT)
    view = QListView()
    qtbot.addWidget(view)
    view.resize(SIZE.size())
    model = FoundModel(view)
    snippet = (("An English line about ", False), ("סימבה", True), (".", False))
    model.fill([Found(HEBREW, "Film", "mdi6.movie-outline", snippet=snippet)], 1, lambda _offset: None)
    delegate = FoundDelegate(theme, view)
    pictures = [painted(delegate, view, model.index(0), direction) for direction in (FROM_LEFT, FROM_RIGHT)]
    accent, mark = theme.color("accent"), theme.color("mark")
    first, other = (middle_of(picture, accent) for picture in pictures)
    assert first < 40
    assert other > SIZE.width() - 40
    # The marked word ends an English line in both.
    assert all(middle_of(picture, mark) > middle_of(picture, theme.color("text")) for picture in pictures)


def painted(delegate: FoundDelegate, view: QListView, index: QModelIndex, direction: Qt.LayoutDirection) -> QImage:
    picture = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect, option.direction, option.widget, option.font = SIZE, direction, view, view.font()
    painter = QPainter(picture)
    delegate.paint(painter, option, index)
    painter.end()
    return picture


def middle_of(picture: QImage, color: QColor) -> float:
    """Return where a colour is painted, on the average, below the title or in it."""
    found = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) == color]
    assert found
    return sum(found) / len(found)


def test_a_choice_has_its_icon_where_reading_begins(from_right: None, window: MainWindow) -> None:
    chooser = Chooser(
        "quickSwitcher", "Go", lambda _typed: [Choice("Alien", 1, "Film", "mdi6.movie-outline")], "", window
    )
    chooser.open_over(window)
    QApplication.processEvents()
    picture = chooser._list.viewport().grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 20)
    row = picture.copy(0, 8, picture.width(), 16)
    inked = [x for x in range(12, row.width() - 8) for y in range(row.height()) if row.pixelColor(x, y) != ground]
    # The icon and the title at the right, the kind at the left, nothing between.
    assert min(inked) < 60
    assert max(inked) > row.width() - 40
    assert not [x for x in inked if row.width() // 3 < x < row.width() // 2]
    chooser.close()


def test_titles_keep_their_order_among_other_words_and_are_kept_as_they_are(window: MainWindow) -> None:
    assert filled("“%1” is in the trash.", "Alien") == "“Alien” is in the trash."
    assert filled("“%1” is in the trash.", HEBREW) == f"“\u2068{HEBREW}\u2069” is in the trash."
    assert isolated("1994!") == "1994!"
    wiki = window.require_session().wiki
    editing.save_markdown(wiki, HEBREW, "---\nkind: film\n---\nA lion.\n", author="Ana")
    window.reading_commands.open_title(HEBREW)
    window.actions_of_window["duplicate"].trigger()
    asked = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "newPage" and each.isVisible())
    title = asked.findChild(QLineEdit, "newTitle")
    assert title is not None
    assert title.text() == f"{HEBREW} (copy)"
    asked.close()


def test_english_is_what_is_set_apart_in_a_window_from_the_right(from_right: None) -> None:
    assert isolated("Alien (1979)") == "\u2068Alien (1979)\u2069"
    assert isolated(ARABIC) == ARABIC


def test_each_paragraph_of_a_source_has_its_own_direction(window: MainWindow) -> None:
    wiki = window.require_session().wiki
    editing.save_markdown(wiki, ARABIC, f"---\nkind: film\n---\n{HEBREW}\n\nAn English line.\n", author="Ana")
    window.reading_commands.open_title(ARABIC)
    window.actions_of_window["edit"].trigger()
    editor = window.edit.editor
    lines = open_page(wiki, ARABIC).text.splitlines()
    for text, direction in ((HEBREW, FROM_RIGHT), ("An English line.", FROM_LEFT)):
        block = editor.document().findBlockByNumber(lines.index(text))
        assert block.textDirection() == direction
        cursor = editor.textCursor()
        cursor.setPosition(block.position())
        is_right = editor.cursorRect(cursor).x() > editor.viewport().width() // 2
        assert is_right == (direction == FROM_RIGHT)


def test_a_field_begins_at_the_side_of_its_text(window: MainWindow) -> None:
    window.reading_commands.open_title("Night Train")
    window.actions_of_window["edit"].trigger()
    window.edit.head.fields.setChecked(True)
    line = next(each for each in window.edit.form.findChildren(QLineEdit) if each.isVisible())
    for text, is_right in ((HEBREW, True), ("Alien", False)):
        line.setText(text)
        line.setCursorPosition(0)
        assert (line.cursorRect().x() > line.width() // 2) == is_right


def test_dialogs_are_made_in_a_window_from_the_right(from_right: None, window: MainWindow) -> None:
    for dialog in dialogs(window):
        assert dialog.layoutDirection() == FROM_RIGHT
        dialog.deleteLater()
