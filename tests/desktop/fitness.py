"""What makes a pane fit for everybody, as questions that return what is wrong: empty when nothing is.

Names and roles for screen readers, Tab round every control and back, a focus that is seen, texts that are whole,
parts that stay inside, and an order that turns round where people read from the right.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)
from waiting import wait_until

from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.search.chips import Chip

TITLES = ("place", "editTitle")
"""Labels that cut a title on purpose; their tip shows it whole."""
LEAST_CHANGED, LEAST_CONTRAST = 48, 1.5
"""So many pixels change so much when a control gets the keyboard; a caret alone is some seventeen."""
_INNER = QComboBox | QLineEdit | QTabBar | QScrollBar
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


def parts(root: QWidget) -> Iterator[QWidget]:
    """Return what is seen of a window: its visible widgets, without those of the windows over it."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is root.window() and not _is_inner(widget, root):
            yield widget


def called(widget: QWidget) -> str:
    """Return what a widget can be found by, for the report."""
    name = widget.objectName() or widget.accessibleName() or getattr(widget, "text", str)()
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {name!r}" + ("" if name or parent is None else f" in {parent.objectName()!r}")


def _is_inner(widget: QWidget, root: QWidget) -> bool:
    """Tell whether it is a part of a control of Qt's own, such as the button that clears a line."""
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and widget is not root:
        if isinstance(parent, _INNER):
            return True
        widget, parent = parent, parent.parentWidget()
    return False


def is_control(widget: QWidget) -> bool:
    """Tell whether somebody does something with it."""
    kinds = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QTextEdit | QAbstractItemView | QTabBar
    takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isWindow()
    return (isinstance(widget, kinds) or bool(takes_keys)) and not isinstance(widget, QHeaderView | QMenuBar)


# Names


def unnamed(root: QWidget) -> list[str]:
    """Return the controls without a name or a role that a screen reader could say."""
    wrong = []
    for widget in filter(is_control, parts(root)):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            wrong.append(f"{called(widget)} has no name")
        if interface.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            wrong.append(f"{called(widget)} has no role")
    if isinstance(root, QMenu):
        wrong += [
            "an action without a text" for action in root.actions() if not action.isSeparator() | bool(action.text())
        ]
    return wrong


# The keyboard


def tabbed(root: QWidget) -> set[QWidget]:
    """Return the controls that Tab is meant to reach."""
    reached = set()
    for widget in parts(root):
        proxied = widget.focusProxy() is not None
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not proxied:
            reached.add(widget)
    return reached - {root}


def tab_round(root: QWidget) -> list[str]:
    """Go round by Tab and back by Shift+Tab; return what was not reached, trapped the keyboard, or did not show it."""
    wanted = tabbed(root)
    if len(wanted) < 2:
        return []
    root.activateWindow()
    wait_until(root.isActiveWindow)
    at = root.focusWidget()
    first = at if at in wanted else min(wanted, key=_reading_order)
    return _go_round(root, wanted, first, Qt.Key.Key_Tab) + _go_round(root, wanted, first, Qt.Key.Key_Backtab)


def _go_round(root: QWidget, wanted: set[QWidget], first: QWidget, key: Qt.Key) -> list[str]:
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached: set[QWidget] = set()
    at = first
    wrong = []
    while at not in reached:
        reached.add(at)
        with_keyboard = _look(at, root)
        if at.objectName() == "sourceEditor":  # Tab is the text's there; Escape lets go of it
            QTest.keyClick(at, Qt.Key.Key_Escape)
        QTest.keyClick(at, key)
        following = root.focusWidget()
        if following is None or following is at:
            return [*wrong, f"{called(at)} keeps the keyboard"]
        without = _look(at, root)
        if with_keyboard.size() == without.size() and not is_changed(without, with_keyboard):
            wrong.append(f"{called(at)} does not show that it has the keyboard")
        at = following
    if at is not first:
        wrong.append(f"Tab does not come round to {called(first)}, but to {called(at)}")
    return wrong + [f"Tab does not reach {called(widget)}" for widget in wanted - reached]


def _reading_order(widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(widget.window(), QPoint())
    return corner.y(), corner.x()


def _look(widget: QWidget, root: QWidget) -> QImage:
    """Return how a control looks, with the frame around it, as far as it is seen."""
    place = QRect(widget.mapTo(root, QPoint()), widget.size()).adjusted(-4, -4, 4, 4)
    seen = widget.visibleRegion().boundingRect()
    if seen.size() != widget.size():
        place = seen.translated(widget.mapTo(root, QPoint()))
    return root.grab(place.intersected(root.rect())).toImage()


def is_changed(before: QImage, after: QImage) -> bool:
    """Tell whether two pictures of one place differ so that it is seen."""
    if before == after:
        return False
    changed = 0
    for y in range(after.height()):
        for x in range(after.width()):
            one, other = before.pixel(x, y), after.pixel(x, y)
            if one != other and contrast(QColor(one), QColor(other)) >= LEAST_CONTRAST:
                changed += 1
                if changed >= LEAST_CHANGED:
                    return True
    return False


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    shares = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


# Texts


def cut(root: QWidget) -> list[str]:
    """Return the texts that do not fit where they stand, and that no tip shows whole."""
    wrong = []
    for widget in parts(root):
        if widget.objectName() in TITLES:
            continue
        for text, tip in _cut_in(widget):
            whole = text.strip().strip("\u2068\u2069")  # what sets a text apart is not seen
            if whole and whole not in tip.replace("\n", " "):
                wrong.append(f"{called(widget)} cuts {text!r}")
    return wrong


def _cut_in(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Return the cut texts of one widget, each with its tip."""
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton):
        if _has_text(widget) and not _holds(widget.size(), widget.sizeHint()):
            yield widget.text(), widget.toolTip()
    elif isinstance(widget, QComboBox):
        yield from _cut_choice(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_line(widget)
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_headers(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _cut_rows(widget)


def _holds(room: QSize, needed: QSize) -> bool:
    return room.width() >= needed.width() - 1 and room.height() >= needed.height() - 1


def _has_text(button: QAbstractButton) -> bool:
    is_icon_only = isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return bool(button.text()) and not (is_icon_only and not button.icon().isNull())


def _cut_label(label: QLabel) -> Iterator[tuple[str, str]]:
    if not label.text():
        return
    if label.wordWrap():
        fits = label.heightForWidth(label.width()) <= label.height() + 1
        words = label.text().split()
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        fits = fits and widest <= label.contentsRect().width() + 1
    else:
        fits = _holds(label.size(), label.sizeHint())
    if not fits:
        yield label.text(), label.toolTip()


def _cut_choice(box: QComboBox) -> Iterator[tuple[str, str]]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
    if box.fontMetrics().horizontalAdvance(box.currentText()) + icon > field.width():
        yield box.currentText(), box.toolTip()


def _cut_line(line: QLineEdit) -> Iterator[tuple[str, str]]:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    if room.height() < line.fontMetrics().height():
        yield line.text() or line.placeholderText(), ""
    signs = sum(22 for button in line.findChildren(QToolButton) if button.isVisible())
    if not line.text() and line.fontMetrics().horizontalAdvance(line.placeholderText()) > room.width() - signs:
        yield line.placeholderText(), line.toolTip()


def _cut_tabs(tabs: QTabBar) -> Iterator[tuple[str, str]]:
    for index in range(tabs.count()):
        needed = tabs.fontMetrics().horizontalAdvance(tabs.tabText(index).replace("&&", "&"))
        if tabs.isTabVisible(index) and needed > tabs.tabRect(index).width():
            yield tabs.tabText(index), tabs.tabToolTip(index)


def _cut_headers(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    for section in range(header.count()):
        text = str(model.headerData(section, header.orientation()) or "")
        tip = str(model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
        is_shown = not header.isSectionHidden(section) and header.orientation() == Qt.Orientation.Horizontal
        if is_shown and header.sectionSizeFromContents(section).width() > header.sectionSize(section) + 1:
            yield text, tip


def _cut_rows(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(view.rootIndex()), 30)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(view.rootIndex())):
            index = model.index(row, column, view.rootIndex())
            text, tip = index.data(), index.data(Qt.ItemDataRole.ToolTipRole) or ""
            needed, room = view.sizeHintForIndex(index), view.visualRect(index)
            if text and not room.isEmpty() and not _holds(_room(view, room), needed):
                yield str(text), str(tip)


def _room(view: QAbstractItemView, place: QRect) -> QSize:
    """Return the room of a row: where it cannot be scrolled to the side, no more than what is seen."""
    width = place.width()
    if isinstance(view, QListView) and view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        width = min(width, view.viewport().width())
    tall = QSize(0, 10_000) if isinstance(view, QTreeView | QTableView) else QSize(0, place.height())
    return QSize(width, tall.height())


# Dialogs


def unlike_the_others(dialog: QWidget) -> list[str]:
    """Return what makes a dialog look as if another program had made it."""
    wrong = []
    if not dialog.windowTitle():
        wrong.append(f"{called(dialog)} has no title")
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    if not any(label.property("role") in ("display", "heading") for label in labels):
        wrong.append(f"{called(dialog)} has no heading")
    for button in dialog.findChildren(QPushButton):
        if button.text().endswith("..."):
            wrong.append(f"{called(button)} ends with three points")
    for view in dialog.findChildren(FittingList):
        last = view.visualItemRect(view.item(view.count() - 1)) if view.count() else QRect()
        fits = view.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Maximum
        if view.isVisible() and fits and view.viewport().height() > last.bottom() + 12:
            wrong.append(f"{called(view)} has empty room below its rows")
    return wrong


# Places


def outside(root: QWidget, screen: QSize) -> list[str]:
    """Return what reaches out of what it stands in, or of the screen."""
    wrong = []
    if not _holds(screen, root.size()) and not isinstance(root, QMenu):  # Qt itself lets menus scroll
        wrong.append(f"{called(root)} is {root.width()} × {root.height()}")
    for widget in parts(root):
        parent = widget.parentWidget()
        if widget is root or parent is None or widget.isWindow():
            continue
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        if not scrolls and not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            wrong.append(f"{called(widget)} reaches out of {called(parent)}")
    return wrong


def unmirrored(root: QWidget) -> list[str]:
    """Return the rows whose order does not follow the direction in which people read here."""
    sign = 1 if QApplication.layoutDirection() == _LEFT_TO_RIGHT else -1
    wrong = []
    for layout in root.findChildren(QLayout):
        if layout.parentWidget() is not None and not layout.parentWidget().isVisible():
            continue
        for row in _rows_of(layout):
            places = [sign * item.geometry().center().x() for item in row]
            if places != sorted(places):
                wrong.append(f"a row in {called(layout.parentWidget())} is not turned round")
    for splitter in root.findChildren(QSplitter):
        if splitter.isVisible() and splitter.orientation() == Qt.Orientation.Horizontal:
            panes = [splitter.widget(n) for n in range(splitter.count()) if splitter.widget(n).isVisible()]
            places = [sign * pane.geometry().center().x() for pane in panes]
            if places != sorted(places):
                wrong.append(f"{called(splitter)} is not turned round")
    for widget in parts(root):
        if widget.layoutDirection() != QApplication.layoutDirection() and not isinstance(widget, Chip):
            wrong.append(f"{called(widget)} has a direction of its own")
    return wrong


def _rows_of(layout: QLayout) -> Iterator[list[QLayoutItem]]:
    if isinstance(layout, QBoxLayout) and layout.direction() in (
        QBoxLayout.Direction.LeftToRight,
        QBoxLayout.Direction.RightToLeft,
    ):
        items = [layout.itemAt(n) for n in range(layout.count())]
        yield [item for item in items if item is not None and not item.isEmpty()]
    elif isinstance(layout, QFormLayout):
        roles = (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
        for row in range(layout.rowCount()):
            found = [layout.itemAt(row, role) for role in roles]
            yield [item for item in found if item is not None and not item.isEmpty()]
    elif isinstance(layout, QGridLayout):
        for row in range(layout.rowCount()):
            found = [layout.itemAtPosition(row, column) for column in range(layout.columnCount())]
            yield [item for n, item in enumerate(found) if item is not None and item not in found[:n]]


def hears_enter(dialog: QWidget) -> bool:
    """Press Enter where the keyboard is; tell whether a button was pressed, if one is meant and can be.

    What the button does is tested elsewhere: here it only is pressed.
    """
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible() and button.isEnabled()]
    if not any(button.isDefault() for button in buttons):
        return True
    pressed: list[QPushButton] = []
    for button in buttons:
        button.clicked.disconnect()
        button.clicked.connect(lambda _=False, button=button: pressed.append(button))
    at = dialog.focusWidget()
    if isinstance(at, QPlainTextEdit):
        return True  # Enter is a line there
    QTest.keyClick(at or dialog, Qt.Key.Key_Return)
    return bool(pressed) or not is_there(dialog)  # a list may do it itself


def is_there(widget: QWidget) -> bool:
    """Tell whether a window still shows."""
    return shiboken6.isValid(widget) and widget.isVisible()
