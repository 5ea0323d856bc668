"""Templates that make footnotes or list them."""

from __future__ import annotations

from html import escape

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall
from fanwiki.importers.mediawiki.wikitext.stash import NoteList


def _listed(call: NativeCall) -> str:
    """Stand where notes are listed; those that are written in the call have been read with its values."""
    return f"\n{call.stash.put(NoteList())}\n"


def _page(call: NativeCall) -> str:
    page = call.get("1", "p", "pp", "page", "pages")
    return f"<sup>:{page}</sup>" if page else ""


def short(call: NativeCall) -> str:
    """Write ``{{harvnb|Smith|Jones|2010|p=5}}`` as readers see it."""
    values = call.filled
    year = values.pop() if len(values) > 1 and values[-1][:4].isdecimal() else ""
    names = " & ".join(values) if len(values) < 3 else f"{values[0]} et al."
    place = call.get("loc", "at")
    for name, sign in (("p", "p. "), ("page", "p. "), ("pp", "pp. "), ("pages", "pp. ")):
        place = place or (f"{sign}{call.get(name)}" if call.get(name) else "")
    return f"{names} {year}".strip() + (f", {place}" if place else "")


def _in_brackets(call: NativeCall) -> str:
    return f"({short(call)})"


REFERENCES: dict[str, Native] = {
    **dict.fromkeys(
        ("reflist", "refs", "references", "ref list", "reflist-talk", "notelist", "notes", "reflist2"), _listed
    ),
    **dict.fromkeys(("notelist-ua", "notelist-lr", "efn list", "footnotes", "reference list", "note list"), _listed),
    **dict.fromkeys(("rp", "reference page"), _page),
    **dict.fromkeys(("harvnb", "harvtxt", "harvid", "harvcolnb", "citeref"), short),
    **dict.fromkeys(("harv", "harvp", "harvs", "harvard citation", "harvcol"), _in_brackets),
}


def as_note(call: NativeCall) -> tuple[str, str] | None:
    """Return the attributes and text of the footnote that a call stands for, or None when it stands for none."""
    key = call.name.lower()
    if key in _SHORT_NOTES:
        text = short(call)
        return f'name="{escape(text)}"', text
    if key in _NOTES:
        named = f'name="{escape(call.get("name"))}" ' if call.get("name") else ""
        group = call.get("group") or ("" if key == "refn" else "note")
        return f'{named}group="{escape(group)}"' if group else named, call.get("1", "text", "reference", "ref")
    return None


def is_note(key: str) -> bool:
    """Tell whether a template of this name makes a footnote."""
    return key in _SHORT_NOTES or key in _NOTES


_SHORT_NOTES = frozenset(("sfn", "sfnp", "sfnm", "shortened footnote"))
_NOTES = frozenset(("efn", "refn", "efn-ua", "efn-lr", "explanatory footnote", "footnote", "note label", "#tag:ref"))
