"""Templates of game wikis that stand in every table of theirs."""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall


def _picture(call: NativeCall) -> str:
    """Return the item's picture if there is one: a table full of names of missing files cannot be read."""
    name = f"{call.get('pic') or call.get('1')}.png"
    return f"[[File:{name}|20px]]" if call.site.file(name) else ""


def _link(call: NativeCall) -> str:
    item = call.get("1")
    return f"[[{item}|{call.get('txt') or item}]]" if item else ""


def _with_picture(call: NativeCall) -> str:
    """Read ``{{plink|Item|pic=…|txt=…}}``: a picture and a link."""
    return f"{_picture(call)} {_link(call)}".strip()


def _picture_alone(call: NativeCall) -> str:
    return _picture(call) or _link(call)


def _two_cells(call: NativeCall) -> str:
    return f"{_picture(call)} || {_link(call)}"


def _skill(call: NativeCall) -> str:
    skill, level = call.get("1"), call.get("2")
    return f"{level} [[{skill}]]" if level else f"[[{skill}]]"


def _coins(call: NativeCall) -> str | None:
    number = call.get("1").replace(",", "")
    return f"{int(number):,} coins" if number.isdecimal() and len(number) < 16 else None


GAMES: dict[str, Native] = {
    "plink": _with_picture,
    "plinkp": _picture_alone,
    "plinkt": _two_cells,
    "scp": _skill,
    "coins": _coins,
    "members": lambda call: {"yes": "Members", "no": "Free to play"}.get(call.get("1").lower()),
}
