"""Icons of one family, Material Design Icons as QtAwesome ships them, painted in the theme's colours.

QtAwesome's own module is not imported: it pulls in qtpy and five font families, 110 ms of the window's start.
Its font and character map are read straight from its folder, and painted by an engine that asks for
the colour when it paints, so that a change of theme needs no new icons.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from fanwiki.errors import FanwikiError

FAMILY = "mdi6"
_FONT = "materialdesignicons6-webfont-*.ttf"
_CHARACTERS = "materialdesignicons6-webfont-charmap-*.json"


@cache
def _fonts() -> Path:
    spec = find_spec("qtawesome")
    folder = Path(spec.origin).parent / "fonts" if spec is not None and spec.origin else None
    if folder is None or not folder.is_dir():
        raise FanwikiError("The icons are missing: QtAwesome is not installed.", "Install fanwiki again.")
    return folder


@cache
def _character_map() -> str:
    return next(_fonts().glob(_CHARACTERS)).read_text("utf-8")


@cache
def _character(name: str) -> str:
    """Return an icon's character, empty when there is none.

    The map is JSON of one object, ``{"name": "F0123", …}``. Reading its seven thousand names for some seventy icons is
    ten milliseconds of the window's start, so they are looked for in its text.
    """
    text, key = _character_map(), f'"{name}":'
    found = text.find(key)
    if found < 0:
        return ""
    _, code, _ = text[found + len(key) : found + len(key) + 40].split('"', 2)
    return chr(int(code, 16))


@cache
def _font_family() -> str:
    number = QFontDatabase.addApplicationFont(str(next(_fonts().glob(_FONT))))
    return QFontDatabase.applicationFontFamilies(number)[0]


def has_icon(name: str) -> bool:
    """Tell whether the family has this icon (``mdi6.name``)."""
    family, _, glyph = name.partition(".")
    return family == FAMILY and bool(_character(glyph))


class _GlyphEngine(QIconEngine):
    """Paints one character of the icon font."""

    def __init__(self, character: str, color: Callable[[], QColor] | None) -> None:
        super().__init__()
        self._character = character
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        font = QFont(_font_family())
        font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._pen(mode))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._character, self._color)

    def _pen(self, mode: QIcon.Mode) -> QColor:
        palette = QApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if mode == QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText)
        return self._color() if self._color is not None else palette.color(QPalette.ColorRole.ButtonText)


def icon(name: str, color: Callable[[], QColor] | None = None) -> QIcon:
    """Return an icon of the family.

    Args:
        name: ``mdi6.`` and the icon's name; an icon the family lacks becomes a plain dot, since kinds are
            data and may name anything.
        color: Asked each time the icon is painted; without it the icon has the colour of button text.
    """
    _, _, glyph = name.partition(".")
    return QIcon(_GlyphEngine(_character(glyph) or _character("circle-small"), color))
