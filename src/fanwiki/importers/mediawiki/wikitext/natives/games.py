"""Templates of game wikis that stand in every table of theirs."""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall


def _with_picture(call: NativeCall) -> str:
    """Read ``{{plink|Item|pic=…|txt=…}}``: a picture and a link."""
    item = call.get("1")
    shown = call.get("txt") or item
    return f"[[File:{call.get('pic') or item}.png|20px]] [[{item}|{shown}]]" if item else ""


def _picture_alone(call: NativeCall) -> str:
    item = call.get("1")
    return f"[[File:{call.get('pic') or item}.png|20px|link={item}]]" if item else ""


def _two_cells(call: NativeCall) -> str:
    item = call.get("1")
    shown = call.get("txt") or item
    return f"[[File:{call.get('pic') or item}.png|20px]] || [[{item}|{shown}]]" if item else ""


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
