"""What can only be said of a list once all of it is read: whether it is tight, and which items are tasks."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.tree import BARE

_TASK = re.compile(r"\[([ xX/-])\][ \t]+(?=\S)")

_STATES = {" ": "To do", "x": "Done", "/": "In progress", "-": "Cancelled"}


def finish_list(element: Element, *, loose: bool) -> None:
    """Unwrap the paragraphs of a tight list, and turn ``[ ]`` and ``[x]`` into boxes."""
    for item in element:
        _box(item)
        if not loose:
            _tighten(item)


def _box(item: Element) -> None:
    first = item[0] if len(item) else None
    if first is None or first.tag != "p" or not first.text:
        return
    mark = _TASK.match(first.text)
    if not mark:
        return
    box = Element("input", {"type": "checkbox", "disabled": "", "aria-label": _STATES[mark[1].lower()]})
    if mark[1] in "xX":
        box.set("checked", "")
    box.tail = " " + first.text[mark.end() :]
    first.text = None
    first.insert(0, box)
    item.set("class", "task")


def _tighten(item: Element) -> None:
    for paragraph in item:
        if paragraph.tag == "p":
            paragraph.tag = BARE
            name = paragraph.attrib.pop("id", None)
            if name:
                item.set("id", name)
