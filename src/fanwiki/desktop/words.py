"""Marks text for translation where there is no widget to ask: in tables and plain functions."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text; Qt's own function of this name has no useful type."""
    del context
    return text


def translated(context: str, text: str, *values: object) -> str:
    """Translate a marked text and fill in its ``%1``, ``%2`` …"""
    shown = QCoreApplication.translate(context, text)
    for number, value in enumerate(values, 1):
        shown = shown.replace(f"%{number}", str(value))
    return shown


def capitalised(text: str) -> str:
    """Begin a text with a capital letter, as what stands alone in a line or a box does."""
    return text[:1].upper() + text[1:]


def shown_time(written: str) -> str:
    """Return a point in time, written as ISO 8601 has it, as local time with the name of the month."""
    when = QDateTime.fromString(written, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(when, "d MMM yyyy, HH:mm")


def shown_day(written: str) -> str:
    """Return the day of a point in time, written as ISO 8601 has it, with the name of the month."""
    when = QDateTime.fromString(written, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(when, "d MMM yyyy")


def plural(number: int, one: str, other: str) -> str:
    """Choose among the forms of a text by a number, and fill it in as ``%1``.

    Both texts are written in English, not translated: another language may have other forms than two, and its
    translation holds them all. English needs no file for its own.
    """
    shown = QCoreApplication.translate("Counted", other, None, number)
    return filled(one if shown == other and number == 1 else shown, number)


def filled(text: str, *values: object) -> str:
    """Fill the ``%1``, ``%2`` … of a text that is translated already; what is shown so is not for keeping."""
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", isolated(str(value)))
    return text


def isolated(text: str) -> str:
    """Let a text that reads the other way than the window keep its own order among other words.

    Brackets, numbers and points at the end of a Hebrew title would be put where English has them.
    """
    from_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    others = ("L",) if from_right else ("R", "AL")
    if any(unicodedata.bidirectional(sign) in others for sign in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text
