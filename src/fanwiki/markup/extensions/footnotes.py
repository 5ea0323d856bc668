"""Footnotes: numbered by where they are first mentioned, listed at the end with a way back to each mention."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from fanwiki.markup.extensions.tree import BARE, atomic, child
from fanwiki.wording import say


class FootnoteProcessor(Treeprocessor):
    """Numbers the footnotes of a page once its inline markup is read.

    Args:
        notes: Returns the notes of the page, by name. They stand in a section at its end until the inline markup
            is read; this takes out those that nothing mentions.
    """

    def __init__(self, notes: Callable[[], dict[str, Element]]) -> None:
        super().__init__()
        self._notes = notes

    def run(self, root: Element) -> None:
        """Write numbers and links into the marks, and put the notes into their order."""
        notes = self._notes()
        if not notes:
            return
        section = root[-1]
        root.remove(section)
        mentions = _number_marks(root, notes)
        if mentions:
            root.append(_listed(notes, mentions))


def attach_notes(root: Element, notes: dict[str, Element]) -> None:
    """Put the notes at the end of the page, so that their inline markup is read."""
    if notes:
        root.append(Element("section"))
        root[-1].extend(notes.values())


def _number_marks(root: Element, notes: dict[str, Element]) -> dict[str, int]:
    """Number the marks in the order of reading, those in notes too; return how often each note is mentioned."""
    mentions: dict[str, int] = {}
    numbers: dict[str, int] = {}
    parts = [root]
    for part in parts:
        for mark in part.iter("sup"):
            name = mark.attrib.pop("data-note", None)
            if name is None:
                continue
            if name not in mentions:
                mentions[name] = 0
                numbers[name] = len(numbers) + 1
                parts.append(notes[name])
            mentions[name] += 1
            number = numbers[name]
            mark.set("id", _mark_id(number, mentions[name]))
            atomic(child(mark, "a", href=f"#fn-{number}", class_="footnote-ref"), str(number))
    return mentions


def _listed(notes: dict[str, Element], mentions: dict[str, int]) -> Element:
    section = Element("section", {"class": "footnotes", "aria-label": say("Footnotes")})
    listing = child(section, "ol")
    for number, (name, times) in enumerate(mentions.items(), 1):
        note = notes[name]
        note.set("id", f"fn-{number}")
        last = note[-1] if len(note) and note[-1].tag == "p" else child(note, BARE)
        for time in range(1, times + 1):
            _add_space(last)
            back = child(last, "a", href=f"#{_mark_id(number, time)}", class_="footnote-back")
            back.set("aria-label", say("Back to where note %1 is mentioned", number))
            atomic(back, "↩")
        listing.append(note)
    return section


def _add_space(element: Element) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + " "
    else:
        element.text = (element.text or "") + " "


def _mark_id(number: int, time: int) -> str:
    return f"fnref-{number}" + (f"-{time}" if time > 1 else "")
