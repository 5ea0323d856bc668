"""Collects the window's texts for translation and makes what the program reads: `make translations`.

    python packaging/translations.py            bring resources/translations/*.ts up to date, then make the .qm files
    python packaging/translations.py --check    change nothing; fail when a text is missing, unfinished or left over

Qt's own lupdate gives a text the context of the class that it stands in. Here most commands ask their window
(`window.tr`), and tables only mark their texts, so this collects them from the syntax tree instead: what `tr` is
called with is looked for in the context QObject, where every Qt object finds it, marked texts in the context that
they name, and counted texts (`plural`) as Qt's plural forms. The .ts files are Qt Linguist's; lrelease compiles them.

Below the window there is no Qt. What is said there (`fanwiki.wording`, and the texts of errors) has contexts of its
own, and goes into words_*.json. What shipped kinds are called is read from their declarations.
"""

from __future__ import annotations

import ast
import builtins
import json
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fanwiki.exporters.html import search_script

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "fanwiki"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"de": 2, "en": 2}
"""The languages with their number of plural forms. English needs a file for its plurals only."""

OBJECTS, COUNTED = "QObject", "Counted"
SAID, STORED, WITHIN = "Words", "WordsThatAreKept", "WordsWithinThose"
SAID_COUNTED, LABELS = "WordsCounted", "Kinds"
BELOW = {SAID: "texts", STORED: "stored", WITHIN: "phrases", SAID_COUNTED: "numbers", LABELS: "labels"}
IN_CALLS = {"say": SAID, "mark": SAID, "written": STORED, "phrase": WITHIN, "mark_label": LABELS}
"""The contexts of what is said below the window, and what `fanwiki.wording.Catalogue` calls them."""

OF_EVERY_PAGE = ("Also known as", "Tags", "Spoils")
"""The fields that pages of every kind have, see `fanwiki.domain.kind.COMMON`."""

NAMED_IN_KINDS = ("label", "plural", "group", "help", "inverse")
OF_PYTHON = {name for name in dir(builtins) if name.endswith("Error")}
MARKING = ("QT_TRANSLATE_NOOP", "_N", "translated", "translate")

_SAYS = re.compile(r'\bsay\("([^"]+)"')
_SAYS_COUNTED = re.compile(r'\bsay_number\([^,]+, "([^"]+)", "([^"]+)"\)')


@dataclass(frozen=True, order=True)
class Text:
    """A text of the window.

    Args:
        context: Where Qt looks it up.
        source: The English.
        counted: Whether it has plural forms.
        one: The English for one of them, where it has.
    """

    context: str
    source: str
    counted: bool = False
    one: str = field(default="", compare=False)


class TextError(Exception):
    """A text is not written so that it can be translated."""


def main() -> int:
    """Bring everything up to date, or check that it is."""
    texts = collect()
    if sys.argv[1:] == ["--check"]:
        faults = [fault for language in LANGUAGES for fault in faults_of(language, texts)]
        print("\n".join(faults) or f"{len(texts)} texts are translated")
        return 1 if faults else 0
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = FOLDER / f"fanwiki_{language}.ts"
        known: dict[Text, tuple[str, ...]] = read(path)
        if language == "en":
            known = {text: (text.one, text.source) for text in texts if text.counted}
        write(path, language, texts_in(language, texts), known)
        release(path)
        if language != "en":
            release_below(path)
        missing = faults_of(language, texts)
        print(f"{path.name}: {len(texts_in(language, texts))} texts, {len(missing)} to be translated")
        for fault in missing:
            print(f"  {fault}")
    return 0


def collect() -> list[Text]:
    """Return every text of the program that somebody reads in the window or in a copy, each once.

    Raises:
        TextError: A text is put together at run time, so that nobody can translate it.
    """
    files = [path for path in sorted(SOURCE.rglob("*.py")) if "cli" not in path.parts and path.name != "wording.py"]
    found = {text for path in files for text in texts_of(path)}
    return sorted(found | set(labels()) | set(in_templates()) | set(in_scripts()))


def in_templates() -> Iterator[Text]:
    """Yield what the templates of pages say."""
    for path in sorted((ROOT / "resources" / "templates").glob("*.html")):
        page = path.read_text("utf-8")
        yield from (Text(SAID, text) for text in _SAYS.findall(page))
        yield from (Text(SAID_COUNTED, other, counted=True, one=one) for one, other in _SAYS_COUNTED.findall(page))


def in_scripts() -> Iterator[Text]:
    """Yield what the scripts of a copy say."""
    says, counts = search_script.said_by_scripts()
    yield from (Text(SAID, text) for text in says)
    yield from (Text(SAID_COUNTED, other, counted=True, one=one) for one, other in counts)


def labels() -> Iterator[Text]:
    """Yield what shipped kinds, their fields and the values of these are called."""
    for path in sorted((ROOT / "resources" / "kinds").glob("*.toml")):
        yield from _labels_in(tomllib.loads(path.read_text("utf-8")))
    yield from (Text(LABELS, name) for name in OF_EVERY_PAGE)


def _labels_in(declared: dict[str, Any]) -> Iterator[Text]:
    for name in NAMED_IN_KINDS:
        if declared.get(name):
            yield Text(LABELS, declared[name])
    yield from (Text(LABELS, option) for option in declared.get("options", ()) if option)
    for field_of_it in declared.get("fields", ()):
        yield from _labels_in(field_of_it)


def texts_in(language: str, texts: list[Text]) -> list[Text]:
    """Return those of the texts that a language has a translation of its own for."""
    return [text for text in texts if text.counted or language != "en"]


def texts_of(path: Path) -> Iterator[Text]:
    """Yield the texts of one module."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _texts_of_call(node, names, path)


def _texts_of_call(call: ast.Call, names: dict[str, str], path: Path) -> Iterator[Text]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in IN_CALLS or name == "say_number" or _is_error(name):
        yield from _texts_below(name, call, path)
    elif name in ("step", "over") and len(call.args) > 2 and _is_text(call.args[2]):
        yield Text(SAID, _literal(call.args[2], path))  # how far something is, which the status bar tells
    elif name == "tr":
        yield Text(OBJECTS, _literal(call.args[0], path))
    elif name == "plural" and _is_text(call.args[2]):
        yield Text(COUNTED, _literal(call.args[2], path), counted=True, one=_literal(call.args[1], path))
    elif name in MARKING and len(call.args) > 1 and _is_text(call.args[1]):
        context = call.args[0]
        named = names.get(context.id, "") if isinstance(context, ast.Name) else _literal(context, path)
        yield Text(named, _literal(call.args[1], path))


def _texts_below(name: str, call: ast.Call, path: Path) -> Iterator[Text]:
    """Yield what one call below the window says; an error's text without values is translated by itself."""
    if name == "say_number":
        yield Text(SAID_COUNTED, _literal(call.args[2], path), counted=True, one=_literal(call.args[1], path))
        return
    for argument in call.args[:2] if _is_error(name) else call.args[:1]:
        if isinstance(argument, ast.JoinedStr | ast.BinOp):
            _literal(argument, path)
        if _is_text(argument):
            yield Text(IN_CALLS.get(name, SAID), _literal(argument, path))


def _is_error(name: str) -> bool:
    return name.endswith("Error") and name not in OF_PYTHON and name not in ("TextError", "BrokenYamlError")


def _is_text(node: ast.expr) -> bool:
    # An empty text needs no translation.
    # A painter is translated too, by numbers; and a text that was marked elsewhere stands here by its name.
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""


def _literal(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise TextError(f"{path.relative_to(ROOT)}:{node.lineno}: write the text itself here, not {ast.unparse(node)}")


def read(path: Path) -> dict[Text, tuple[str, ...]]:
    """Return the translations of a .ts file; a text without one is left out."""
    if not path.is_file():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = Text(
                context.findtext("name", ""), message.findtext("source", ""), counted=message.get("numerus") == "yes"
            )
            told = message.find("translation")
            if told is None:
                continue
            forms = [form.text or "" for form in told.iter("numerusform")] if key.counted else [told.text or ""]
            if told.get("type") is None and all(forms):
                found[key] = tuple(forms)
    return found


def write(path: Path, language: str, texts: list[Text], known: dict[Text, tuple[str, ...]]) -> None:
    """Write a .ts file: these texts, with what is known of their translations."""
    # A text that is said in another context already need not be translated twice.
    elsewhere = {text.source: forms for text, forms in known.items() if not text.counted}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({text.context for text in texts}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in (text for text in texts if text.context == name):
            message = ET.SubElement(context, "message", {"numerus": "yes"} if text.counted else {})
            ET.SubElement(message, "source").text = text.source
            forms = known.get(text) or (() if text.counted else elsewhere.get(text.source, ()))
            told = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
            if text.counted:
                for number in range(LANGUAGES[language]):
                    ET.SubElement(told, "numerusform").text = forms[number] if forms else ""
            else:
                told.text = forms[0] if forms else ""
    ET.indent(root, "    ")
    xml = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{xml}\n', "utf-8")


def faults_of(language: str, texts: list[Text]) -> list[str]:
    """Return what is wrong with one language."""
    path = FOLDER / f"fanwiki_{language}.ts"
    known, texts = read(path), texts_in(language, texts)
    missing = [f"{path.name}: not translated: {text.source!r}" for text in texts if text not in known]
    return missing + [f"{path.name}: nobody says any more: {text.source!r}" for text in known if text not in set(texts)]


def release(path: Path) -> None:
    """Compile a .ts file to the .qm that the program reads."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    command = [lrelease, "-silent", "-nounfinished", path, "-qm", path.with_suffix(".qm")]
    subprocess.run([str(word) for word in command], check=True)


def release_below(path: Path) -> None:
    """Write what is said below the window to the file that `fanwiki.services.languages` reads."""
    found: dict[str, dict[str, Any]] = {name: {} for name in sorted(BELOW.values())}
    for text, forms in sorted(read(path).items()):
        if text.context in BELOW:
            found[BELOW[text.context]][text.source] = list(forms) if text.counted else forms[0]
    target = path.with_name(f"words_{path.stem.removeprefix('fanwiki_')}.json")
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
