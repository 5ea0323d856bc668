"""The language of the window: which ones there are, which one is meant, and its texts for Qt.

Texts are looked up by Qt. Its own way to load them for a locale goes on to the reader's second language where the
first has no file, so that English windows get German buttons; so the language is chosen first, then loaded by name.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from fanwiki import paths
from fanwiki.services.languages import catalogue
from fanwiki.wording import speak

ENGLISH = "en"


def shipped() -> list[str]:
    """Return the codes of the languages that the window speaks."""
    return sorted(path.stem.removeprefix("fanwiki_") for path in (paths.resources() / "translations").glob("*.qm"))


def name_of(code: str) -> str:
    """Return what a language calls itself."""
    name = QLocale(code).nativeLanguageName()
    return (name[:1].upper() + name[1:]) or code


def chosen(wanted: str, of_system: Sequence[str]) -> str:
    """Return the language to speak.

    Args:
        wanted: The code that the reader chose, or empty for the system's.
        of_system: The reader's languages as the system tells them, the first one first: ``de-AT``, ``en``.
    """
    there = shipped()
    for told in [wanted] if wanted else of_system:
        for code in (told.replace("-", "_"), told.replace("_", "-").split("-")[0]):
            if code in there:
                return code
    return ENGLISH


def install(app: QApplication, wanted: str) -> list[QTranslator]:
    """Let the window speak the language that the reader chose, or that of their system.

    Returns:
        The translators, which must be kept as long as the application.
    """
    code = chosen(wanted, QLocale.system().uiLanguages())
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    speak(catalogue(code))
    found = []
    for name, folder in ((f"qtbase_{code}", of_qt), (f"fanwiki_{code}", str(paths.resources() / "translations"))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            found.append(translator)
    direction = QLocale(wanted).textDirection() if wanted else QLocale.system().textDirection()
    if direction == Qt.LayoutDirection.RightToLeft:
        app.setLayoutDirection(direction)
    return found
