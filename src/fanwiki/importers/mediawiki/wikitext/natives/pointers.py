"""Lines that point to other pages: main article, see also, for other uses."""

from __future__ import annotations

from collections.abc import Callable

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall


def _links(call: NativeCall) -> list[str]:
    """Return the pages that a call names, as links."""
    found = []
    for number, value in enumerate(call.values, 1):
        if value:
            label = call.get(f"l{number}", f"label {number}", f"label{number}")
            found.append(value if "[[" in value else _link(value, label))
    return found


def _link(target: str, label: str = "") -> str:
    target = target if target.startswith((":", "#")) else f":{target}"
    return f"[[{target}|{label or target.lstrip(':')}]]"


def _joined(links: list[str]) -> str:
    return links[0] if len(links) == 1 else f"{', '.join(links[:-1])} and {links[-1]}"


def _line(text: str) -> str:
    return f"\n''{text}''\n"


def _pointer(singular: str, plural: str = "") -> Callable[[NativeCall], str]:
    def read(call: NativeCall) -> str:
        links = _links(call) or [_link(call.title)]
        return _line(f"{plural if plural and len(links) > 1 else singular}: {_joined(links)}")

    return read


def _about(call: NativeCall) -> str:
    """Read ``{{about|this|that|Page|…}}``."""
    values = call.values
    first = f"This page is about {values[0]}. " if values and values[0] else ""
    return _line((first + _uses(call, values[1:])).strip())


def _for(call: NativeCall) -> str:
    return _line(_uses(call, call.values))


def _redirect(call: NativeCall) -> str:
    values = call.values
    return _line(f"“{values[0] if values else call.title}” leads here. {_uses(call, values[1:])}")


def _uses(call: NativeCall, values: list[str]) -> str:
    """Write pairs of another meaning and its page."""
    found = []
    for use, page in zip(values[::2], [*values[1::2], ""], strict=False):
        if use or page:
            target = page or f"{call.title} (disambiguation)"
            found.append(f"For {use or 'other uses'}, see {target if '[[' in target else _link(target)}.")
    return " ".join(found) or f"For other uses, see {_link(f'{call.title} (disambiguation)')}."


def _other_uses(call: NativeCall) -> str:
    target = next(iter(call.filled), f"{call.title} (disambiguation)")
    return _line(f"For other uses, see {target if '[[' in target else _link(target)}.")


def _distinguish(call: NativeCall) -> str:
    text = call.get("text") or _joined(_links(call) or [_link(call.title)])
    return _line(f"Not to be confused with {text}.")


def _text(call: NativeCall) -> str:
    return _line(call.get("1", "text"))


POINTERS: dict[str, Native] = {
    **dict.fromkeys(
        ("main", "main article", "mainarticle", "main page", "hauptartikel"), _pointer("Main article", "Main articles")
    ),
    **dict.fromkeys(("see also", "seealso", "see also2", "also", "siehe auch"), _pointer("See also")),
    **dict.fromkeys(
        ("further", "further information", "further info", "details", "see"), _pointer("Further information")
    ),
    "about": _about,
    **dict.fromkeys(("for", "for2", "for-multi", "this"), _for),
    **dict.fromkeys(("redirect", "redirect2", "redir"), _redirect),
    **dict.fromkeys(
        ("other uses", "otheruses", "other uses2", "other people", "other places", "disambig-link"), _other_uses
    ),
    **dict.fromkeys(("distinguish", "not to be confused with", "confused", "distinguish2"), _distinguish),
    **dict.fromkeys(("hatnote", "rellink", "dablink", "hat note", "selfref", "self reference"), _text),
}
