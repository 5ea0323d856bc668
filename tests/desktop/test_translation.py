"""The window in another language: nothing is missing, nothing escapes, every number has its form."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from test_looks import dialogs, fill

from fanwiki import paths, wording
from fanwiki.desktop import language
from fanwiki.desktop.action_table import EDITOR_ACTIONS, WINDOW_ACTIONS
from fanwiki.desktop.actions import Menu, shown_menu
from fanwiki.desktop.dialogs import search_help
from fanwiki.desktop.edit.option_words import option_of, options_of, word_of
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.words import plural
from fanwiki.domain.kind import COMMON, Field, FieldType
from fanwiki.importers.mediawiki.kinds import shipped_kinds
from fanwiki.markup.fields import read_fields
from fanwiki.markup.frontmatter import read_markdown
from fanwiki.services import drafting, languages
from fanwiki.wording import Catalogue, speak

TRANSLATIONS = SimpleNamespace(
    **runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "translations.py"), run_name="translations")
)
OPEN, CLOSE = "⟦", "⟧"
EXAMPLES = {example for example, _meaning in search_help._EXAMPLES}
PLACES = re.compile(r"%[tl]?\d|%%")


class Marked(QTranslator):
    """Translates every text into itself between brackets, so that what was not asked about stands out."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        return f"{OPEN}{source}{CLOSE}"

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's name)
        return False


class MarkedWords(Catalogue):
    """Does the same for what is said below the window."""

    def text(self, text: str) -> str:
        return text if not text.strip() or OPEN in text else f"{OPEN}{text}{CLOSE}"

    def number(self, number: int, one: str, other: str) -> str:
        return f"{OPEN}{one if number == 1 else other}{CLOSE}"

    def label(self, text: str) -> str:
        return self.text(text)

    def heard(self, text: str) -> str:
        return self.text(text)


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[QTranslator], None]]:
    """Return a function that installs a translator until the test ends."""
    installed: list[QTranslator] = []

    def install(translator: QTranslator) -> None:
        installed.append(translator)
        assert qapp.installTranslator(translator)

    yield install
    for translator in installed:
        qapp.removeTranslator(translator)


def load(code: str) -> QTranslator:
    translator = QTranslator()
    assert translator.load(f"fanwiki_{code}", str(paths.resources() / "translations"))
    return translator


@pytest.mark.parametrize("code", TRANSLATIONS.LANGUAGES)
def test_no_text_is_missing_or_left_over(code: str) -> None:
    faults = TRANSLATIONS.faults_of(code, TRANSLATIONS.collect())
    assert faults == [], "make translations collects the texts; then translate what is unfinished"


@pytest.mark.parametrize("code", TRANSLATIONS.LANGUAGES)
def test_what_the_program_reads_was_made_from_what_translators_write(code: str) -> None:
    translator = load(code)
    for text, forms in TRANSLATIONS.read(TRANSLATIONS.FOLDER / f"fanwiki_{code}.ts").items():
        for number, form in enumerate(forms, 1):
            told = translator.translate(text.context, text.source, None, number if text.counted else -1)
            assert told == form, "make translations compiles them"


def test_what_is_said_below_the_window_was_made_from_what_translators_write() -> None:
    texts = TRANSLATIONS.read(TRANSLATIONS.FOLDER / "fanwiki_de.ts")
    below = {text: forms for text, forms in texts.items() if text.context in TRANSLATIONS.BELOW}
    german = languages.catalogue("de")
    for text, forms in below.items():
        told = getattr(german, TRANSLATIONS.BELOW[text.context])[text.source]
        assert (tuple(told) if text.counted else (told,)) == forms, "make translations writes them"
    assert len(below) == sum(len(getattr(german, name)) for name in TRANSLATIONS.BELOW.values())


def test_an_error_put_together_at_run_time_is_refused() -> None:
    module = TRANSLATIONS.SOURCE / "wrong.py"
    tree = ast.parse('raise FanwikiError(f"There is no {thing}.")')
    call = next(node for node in ast.walk(tree) if isinstance(node, ast.Call))
    with pytest.raises(TRANSLATIONS.TextError, match="write the text itself"):
        list(TRANSLATIONS._texts_of_call(call, {}, module))


SAYING = {*TRANSLATIONS.IN_CALLS, "say_number", "tr", "plural", "filled", "step", "over", *TRANSLATIONS.MARKING, "_N"}
UNSEEN = {"debug", "info", "warning", "error", "exception", "execute", "exec_driver_sql", "compile"}
SENTENCE = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}|[A-Z][a-z]+ [a-z]{2,} .*\.$")
CODE = re.compile(r"\{\n|SELECT|PRAGMA|WHERE|class=|<[a-z]|\{names fields")
SAID_BY_OTHERS = ("store/faults.py", "store/creation.py", "desktop/later.py")
"""SQLite's own messages, the name of a file, the names of modules."""
LOOKED_FOR = (
    "importers/article/",
    "importers/film_list/columns.py",
    "importers/mediawiki/film_fields.py",
    "importers/mediawiki/infoboxes.py",
    "importers/mediawiki/wikitext/",
    "domain/dates.py",
)
"""What is looked for in what people wrote, in their language."""
NO_WORDS = (
    "exporters/html/single.py: fanwiki bundle of one file",  # the name of a format, in its head
    "exporters/pdf/__init__.py: b'%%EOF",
    "domain/page_merge.py: a field that the page does not have",  # stands for nothing, and is never shown
    "domain/kind.py: Also known as",  # collected by its name
    "markup/clean.py: noopener",
)
REPORTING = {"problem", "tell", "_problem", "_left_out", "keep", "wrong"}
"""What takes a text for a report, as its last argument."""


def unsaid(node: ast.AST, *, is_said: bool = False) -> Iterator[str]:
    """Yield what reads like a sentence and is not handed to anything that translates or logs it."""
    for child in ast.iter_child_nodes(node):
        if is_list_of_words(child):
            continue
        if isinstance(child, ast.Assert) or (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            continue
        name = ""
        if isinstance(child, ast.Call):
            name = child.func.attr if isinstance(child.func, ast.Attribute) else getattr(child.func, "id", "")
        parts = child.values if isinstance(child, ast.JoinedStr) else [child]
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in parts)
        if isinstance(child, ast.JoinedStr | ast.Constant):
            if not is_said and SENTENCE.search(text) and not CODE.search(text):
                yield text
        else:
            said_here = is_said or name in SAYING | UNSEEN or (name.endswith("Error") and name != "BrokenYamlError")
            yield from unsaid(child, is_said=said_here)


def is_list_of_words(node: ast.AST) -> bool:
    """Tell whether a text is only split into words, such as names of elements."""
    name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
    return name in ("split", "words")


def reported(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that a report is given as they stand, so that they are heard as they stand in every language."""
    for node in ast.walk(tree):
        texts: list[ast.expr] = []
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [node.args[-1]] if name in REPORTING or name in ("Problem", "Skipped", "Broken") else []
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "skipped":
            texts = [node.slice]
        for text in texts:
            parts = text.values if isinstance(text, ast.JoinedStr) else [text]
            words = " ".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
            if re.search(r"[a-z]{3}", words):
                yield ast.unparse(text)


@pytest.mark.parametrize("package", ["services", "store", "desktop", "importers", "exporters", "markup", "domain"])
def test_no_sentence_stands_where_nothing_translates_it(package: str) -> None:
    found = {
        f"{path.relative_to(TRANSLATIONS.SOURCE)}: {text}"
        for path in (TRANSLATIONS.SOURCE / package).rglob("*.py")
        for text in unsaid(ast.parse(path.read_text("utf-8")))
    }
    assert sorted(text for text in found if not text.startswith((*SAID_BY_OTHERS, *LOOKED_FOR, *NO_WORDS))) == []
    assert list(unsaid(ast.parse('tell(f"There are {number} pages here.")'))) == ["There are x pages here."]


@pytest.mark.parametrize("package", ["services", "importers", "markup"])
def test_reports_are_given_texts_that_are_translated(package: str) -> None:
    found = {
        f"{path.relative_to(TRANSLATIONS.SOURCE)}: {text}"
        for path in (TRANSLATIONS.SOURCE / package).rglob("*.py")
        for text in reported(ast.parse(path.read_text("utf-8")))
    }
    assert found <= {"importers/tiddlywiki/blocks.py: '$$$typed block'", *TYPES}
    assert list(reported(ast.parse("report.skipped['old pages'] += 1; tell('x', f'{n} odd')"))) != []


TYPES = {"importers/tiddlywiki/reading.py: f'type {tiddler.type}'"}
"""Names that TiddlyWiki gives to what was kept as it is."""


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ('a: "b', "nicht lesbar und bleibt im Text: die Anführungszeichen, die in Zeile 2 beginnen, enden nicht."),
        ("a: &x b", "er verwendet Anker oder Verweise"),
        ("runtime: long\nkind: film", "„Laufzeit (Minuten)“ sollte eine Zahl sein, ist aber „long“."),
        ("status: finished\nkind: film", "„Status“ sollte eines von announced, in development"),
    ],
)
def test_what_is_wrong_with_a_page_is_told_in_german(front: str, told: str) -> None:
    source, problems = read_markdown(f"---\n{front}\n---\n", title="P")
    of_fields = [problem for value in read_fields(source, shipped_kinds()[source.kind]) for problem in value.problems]
    (problem,) = (*problems, *of_fields)
    assert told in languages.catalogue("de").heard(problem.text)


@pytest.mark.parametrize("code", TRANSLATIONS.LANGUAGES)
def test_a_translation_has_the_places_of_its_text(code: str) -> None:
    for text, forms in TRANSLATIONS.read(TRANSLATIONS.FOLDER / f"fanwiki_{code}.ts").items():
        for form in forms[-1:]:
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(text.source)), form
            assert ("&" in form) == ("&" in text.source), form


def test_numbers_have_their_forms(qapp: QApplication, speaking: Callable[[QTranslator], None]) -> None:
    assert [plural(number, "1 page", "%1 pages") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
    speaking(load("de"))
    assert [plural(number, "1 page", "%1 pages") for number in (0, 1, 2)] == ["0 Seiten", "1 Seite", "2 Seiten"]


def test_every_german_menu_has_one_mnemonic_for_one_action(
    qapp: QApplication, speaking: Callable[[QTranslator], None]
) -> None:
    speaking(load("de"))
    for menu in Menu:
        texts = [action.shown_text for action in (*WINDOW_ACTIONS, *EDITOR_ACTIONS) if action.menu is menu]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), sorted(texts)
    menus = [shown_menu(menu) for menu in Menu if menu is not Menu.TABS]
    letters = [text[text.index("&") + 1].lower() for text in menus]
    assert len(letters) == len(set(letters)), menus


@pytest.mark.parametrize(
    ("wanted", "of_system", "code"),
    [
        ("", ["en-US", "de-DE"], "en"),
        ("", ["de-AT", "en"], "de"),
        ("", ["fr-FR", "de-DE"], "de"),
        ("", ["fr-FR"], "en"),
        ("de", ["en-US"], "de"),
        ("xx", ["de-DE"], "en"),
    ],
)
def test_the_first_language_of_the_reader_that_there_is_is_spoken(wanted: str, of_system: list[str], code: str) -> None:
    assert language.chosen(wanted, of_system) == code


def test_languages_call_themselves_by_their_own_names() -> None:
    assert [language.name_of(code) for code in language.shipped()] == ["Deutsch", "American English"]


def test_qts_own_words_are_german_too(qapp: QApplication) -> None:
    translators = language.install(qapp, "de")
    try:
        assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert QApplication.translate("Actions", "&File") == "&Datei"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text that a window or its actions show, with whose it is."""
    for widget in (root, *root.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        texts = [widget.windowTitle() if widget.isWindow() else "", widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QGroupBox | QMenu):
            texts.append(widget.title())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(row) for row in range(widget.count())]
        yield from ((text, name) for text in texts)
    for action in root.findChildren(QAction):
        yield from ((text, f"action {action.objectName()}") for text in (action.text(), action.toolTip()))


def words_of_kinds(window: MainWindow) -> set[str]:
    """Return what the wiki's kinds call things: they are data of the wiki, in its language."""
    found = {field.label for field in COMMON}
    for kind in drafting.kinds(window.require_session().wiki).values():
        found |= {kind.label, kind.plural}
        for field in kind.fields:
            for one in (field, *field.fields):
                found |= {one.label, one.help, one.group, *one.options}
    return found


def test_no_text_of_the_window_escapes_translation(
    open_window: Callable[..., MainWindow], speaking: Callable[[QTranslator], None]
) -> None:
    speaking(Marked())
    speak(MarkedWords("xx"))
    window = open_window()
    fill(window)
    of_kinds = words_of_kinds(window)
    escaped = set()
    shown: list[QWidget] = [window, *dialogs(window)]
    for root in shown:
        for text, whose in texts_of(root):
            plain = re.sub(r"&(.)", r"\1", untranslated(text))
            for piece in re.split(r":\s|  |, (?=\d)", plain):
                if re.search(r"[A-Za-z]{3}", piece) and not is_data(piece.strip(), of_kinds):
                    escaped.add((piece, text, whose))
        if isinstance(root, QDialog):
            root.deleteLater()
    assert sorted(escaped) == []


def untranslated(text: str) -> str:
    """Return what of a text stands outside the brackets; translated texts may have others in them."""
    inner = re.sub(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", text)
    return inner if inner == text else untranslated(inner)


def is_data(text: str, of_kinds: set[str]) -> bool:
    """Tell whether a text is a title, a query, a file, a word of a kind or the like, which has no language here."""
    if text in of_kinds or text in EXAMPLES or text in ("mystery", "Look at it.", "train", "Why", "Ana"):
        return True
    names = ("Night Train", "Widow", "Conductor", "heroes", "fanwiki", "Something is wrong with", "kind:")
    is_cut = text.endswith("…")  # as titles are where there is little room
    return text.startswith(names) or (is_cut and any(name.startswith(text[:-1]) for name in names))


def test_yes_and_no_are_chosen_in_german_and_kept_as_the_wiki_writes_them() -> None:
    seen = Field("seen", "Seen", FieldType.BOOLEAN)
    with wording.speaking(languages.catalogue("de")):
        assert [word_of(seen, option) for option in options_of(seen)] == ["ja", "nein"]
        assert [option_of(seen, word) for word in ("Ja", "nein", "true", "perhaps")] == [
            *("true", "false", "true", "perhaps")
        ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Up” was changed here and there (cast, runtime and the text); what stands here was kept.",
         "„Up“ wurde hier und dort geändert (cast, runtime und der Text); was hier steht, wurde behalten."),
        ("“Up” was changed here and there (the text); what stands there was taken.",
         "„Up“ wurde hier und dort geändert (der Text); was dort steht, wurde genommen."),
        ("“Up” takes too long to read; its wikitext was kept as it is.",
         "„Up“ braucht zu lange; der Wikitext blieb, wie er ist."),
        ("“a.tid” was not read: It is a link.", "„a.tid“ wurde nicht gelesen: Es ist ein Link."),
        ("Take back: Rename “A” to “B”", "Zurücknehmen: „A“ in „B“ umbenennen"),
        ("system tiddlers", "System-Tiddler"),
    ],
)  # fmt: skip
def test_what_an_import_tells_is_german_to_the_last_word(text: str, told: str) -> None:
    assert languages.catalogue("de").heard(text) == told
