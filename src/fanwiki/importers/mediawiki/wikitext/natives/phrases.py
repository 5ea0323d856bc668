"""Templates within a sentence: looks, signs, short forms, links with a fixed form."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall
from fanwiki.importers.mediawiki.wikitext.natives.dates import written
from fanwiki.importers.mediawiki.wikitext.stash import CELL
from fanwiki.importers.mediawiki.wikitext.tree import Code

_MAX_SPACES = 50


def _first(call: NativeCall) -> str:
    return call.get("1", "text", "content")


def _last(call: NativeCall) -> str:
    """Return the last value: of looks that are given before the text, such as a colour."""
    return call.filled[-1] if call.filled else call.get("text", "content")


def _second(call: NativeCall) -> str:
    return call.get("2", "1")


def _within(before: str, after: str) -> Callable[[NativeCall], str]:
    return lambda call: f"{before}{_first(call)}{after}" if _first(call) else ""


def _always(text: str) -> Native:
    return lambda call: text


def _or_own(text: str) -> Native:
    """Return what fills a cell of a table with a look and a word."""
    return lambda call: CELL + (_first(call) or text)


def _explained(call: NativeCall) -> str:
    """Return words with their explanation: ``{{abbr|film|a motion picture}}``."""
    shown, meant = call.get("1", "text"), call.get("2", "title", "tip", "hover")
    if not meant or "[[" in meant or "\x02" in meant:
        return f"{shown} ({meant})" if meant else shown
    return f'<abbr title="{escape(meant.replace(chr(39) * 2, ""))}">{shown}</abbr>'


def _fraction(call: NativeCall) -> str:
    values = call.filled
    if len(values) == 3:
        return f"{values[0]}&nbsp;{values[1]}⁄{values[2]}"
    return "⁄".join(values) if len(values) == 2 else f"1⁄{values[0]}" if values else "⁄"


def _measure(call: NativeCall) -> str | None:
    """Return a measure in the unit that it is given in; the calculated one is not needed to know it."""
    values = call.filled
    if len(values) < 2:
        return None
    if values[1] in ("to", "-", "–", "and", "by", "x", "or", "to(-)") and len(values) > 3:
        return f"{values[0]} {values[1]} {values[2]} {values[3]}"
    return f"{values[0]}&nbsp;{values[1]}"


def _spaces(call: NativeCall) -> str:
    count = call.get("1")
    return "&nbsp;" * (min(int(count), _MAX_SPACES) if count.isdecimal() else 1)


def _sort_name(call: NativeCall) -> str:
    shown = " ".join(call.filled[:2])
    target = call.get("3", "dab")
    if call.get("nolink"):
        return shown
    if target and "3" not in call.params:
        target = f"{shown} ({target})"
    return f"[[{target or shown}|{shown}]]"


def _red_link(call: NativeCall) -> str:
    """Read ``{{ill|Title|de|…|lt=shown}}``: a page that other languages have."""
    target, shown = call.get("1"), call.get("lt", "display")
    return f"[[{target}|{shown}]]" if shown else f"[[{target}]]"


def _ship(prefix: str) -> Callable[[NativeCall], str]:
    def read(call: NativeCall) -> str:
        name, number = call.get("1"), call.get("2")
        target = f"{prefix} {name}" + (f" ({number})" if number else "")
        return f"[[{target}|{prefix} ''{name}'']]" + (f" ({number})" if number and number[0].isalpha() else "")

    return read


def _any_ship(call: NativeCall) -> str:
    values = [*call.values, "", "", ""]
    shifted = NativeCall(call.name, {"1": values[1], "2": values[2]}, call.site, call.title, call.stash)
    return _ship(values[0])(shifted) if values[0] else f"[[{values[1]}|''{values[1]}'']]"


def _wikipedia(call: NativeCall) -> str:
    target = call.get("1", "article") or call.title
    return f"[[wikipedia:{target}|{call.get('2') or target}]]"


def _url(call: NativeCall) -> str:
    url = call.get("1", "url")
    if not url:
        return ""
    full = url if "//" in url else f"https://{url}"
    return f"[{full} {call.get('2') or url.removeprefix('https://').removeprefix('http://').rstrip('/')}]"


def _official(call: NativeCall) -> str | None:
    url = call.get("1", "url")
    full = url if "//" in url else f"https://{url}"
    return f"[{full} {call.get('name', '2') or 'Official website'}]" if url else None


def _imdb(kind: str, prefix: str) -> Native:
    def read(call: NativeCall) -> str | None:
        number = call.get("1", "id").removeprefix(prefix)
        shown = call.get("2", "title", "name") or call.title
        return f"[https://www.imdb.com/{kind}/{prefix}{number}/ ''{shown}''] at IMDb" if number.isdecimal() else None

    return read


def _video(call: NativeCall) -> str | None:
    number = call.get("1", "id")
    shown = call.get("2", "title", "description") or "Video"
    return f"[https://www.youtube.com/watch?v={number} {shown}] on YouTube" if number else None


def _sound(call: NativeCall) -> str | None:
    """Read ``{{Listen|filename=…|title=…|desc=…}}``."""
    name = call.get("filename", "1", "file")
    title, meant = call.get("title", "2"), call.get("description", "desc", "3")
    said = " – ".join(part for part in (f"''{title}''" if title else "", meant) if part)
    return f"\n[[File:{name}]]\n{said}\n" if name else None


def _flag(call: NativeCall) -> str:
    return f"[[{call.get('1')}]]" if call.get("1") else ""


def _template_name(call: NativeCall) -> str:
    return call.stash.put(Code(f"{{{{{'|'.join(call.filled)}}}}}"))


def _number_after(word: str) -> Callable[[NativeCall], str]:
    return lambda call: f"{word} {', '.join(call.filled)}"


def _as_of(call: NativeCall) -> str:
    return f"{'as' if call.get('lc') else 'As'} of {written(*call.filled[:3])}" if call.filled else "As of now"


def _sic(call: NativeCall) -> str:
    return f"{''.join(call.filled[:2])} [''sic'']".lstrip()


PHRASES: dict[str, Native] = {
    **dict.fromkeys(
        ("nowrap", "nobr", "no wrap", "nobold", "noitalic", "normal", "nobreak", "j", "avoid wrap"), _first
    ),
    **dict.fromkeys(("smallcaps", "sc", "aut", "small caps", "allcaps", "sort text", "linktext", "midsize"), _first),
    **dict.fromkeys(("scrollbox", "scroll box", "scroll", "align", "center", "centre", "left", "right"), _last),
    **dict.fromkeys(("color", "colour", "font color", "fontcolor", "font", "colortext", "resize", "font size"), _last),
    **dict.fromkeys(("sort", "hsort"), _second),
    **dict.fromkeys(("legend", "legend2", "legend inline", "color box", "bg", "background color"), _second),
    **dict.fromkeys(("small", "smaller", "smalldiv", "petit"), _within("<small>", "</small>")),
    **dict.fromkeys(("big", "large", "larger"), _within("<big>", "</big>")),
    **dict.fromkeys(("em", "italic", "ital", "i", "foreign"), _within("''", "''")),
    **dict.fromkeys(("strong", "bold", "bold text"), _within("'''", "'''")),
    **dict.fromkeys(("sub",), _within("<sub>", "</sub>")),
    **dict.fromkeys(("sup", "su"), _within("<sup>", "</sup>")),
    **dict.fromkeys(("strike", "strikethrough", "s"), _within("<s>", "</s>")),
    **dict.fromkeys(("underline", "u"), _within("<u>", "</u>")),
    **dict.fromkeys(("key", "kbd", "key press"), _within("<kbd>", "</kbd>")),
    **dict.fromkeys(("mono", "code", "tt", "samp"), _within("<code>", "</code>")),
    **dict.fromkeys(("circa", "c.", "ca.", "ca"), _within("c.&nbsp;", "")),
    **dict.fromkeys(("floruit", "fl."), _within("fl.&nbsp;", "")),
    **dict.fromkeys(("reign", "r."), _within("r.&nbsp;", "")),
    **dict.fromkeys(("abbr", "tooltip", "h:title", "hover", "hovertext", "define", "explain", "abbrlink"), _explained),
    **dict.fromkeys(("frac", "fraction", "sfrac"), _fraction),
    **dict.fromkeys(("convert", "cvt"), _measure),
    **dict.fromkeys(("nbsp", "spaces", "space", "nbs", "gap"), _spaces),
    **dict.fromkeys(("snd", "spaced ndash", "spnd", "sndash", "spaced en dash"), _always("&nbsp;– ")),
    **dict.fromkeys(("mdash", "em dash", "emdash", "—", "spaced mdash"), _always("—")),
    **dict.fromkeys(("ndash", "en dash", "–"), _always("–")),
    **dict.fromkeys(("·", "•", "dot", "bullet", "bull", "middot", "∙"), _always(" · ")),
    **dict.fromkeys(("'", "apostrophe"), _always("&#39;")),
    **dict.fromkeys(("'s",), _always("&#39;s")),
    **dict.fromkeys(("br", "break", "crlf", "linebreak"), _always("<br>")),
    **dict.fromkeys(("increase", "up", "gain"), _always("▲")),
    **dict.fromkeys(("decrease", "down", "loss"), _always("▼")),
    **dict.fromkeys(("steady", "nochange"), _always("▬")),
    **dict.fromkeys(("dagger", "†"), _always("†")),
    **dict.fromkeys(("double-dagger", "ddagger", "‡"), _always("‡")),
    **dict.fromkeys(("yes", "ya", "tick", "check", "aye"), _or_own("Yes")),
    **dict.fromkeys(("no", "nay", "cross"), _or_own("No")),
    **dict.fromkeys(("n/a", "na", "n.a."), _or_own("N/A")),
    **dict.fromkeys(("tba", "tbd"), _or_own("TBA")),
    **dict.fromkeys(("won", "win"), _or_own("Won")),
    **dict.fromkeys(("nom", "nominated"), _or_own("Nominated")),
    **dict.fromkeys(("unknown", "dunno"), _or_own("Unknown")),
    **dict.fromkeys(("pending",), _or_own("Pending")),
    **dict.fromkeys(("cmain", "cstar"), _or_own("Main")),
    **dict.fromkeys(("crecurring", "crecur"), _or_own("Recurring")),
    **dict.fromkeys(("cguest",), _or_own("Guest")),
    **dict.fromkeys(("cnone",), _or_own("")),
    **dict.fromkeys(("sho", "runner-up"), _or_own("Runner-up")),
    **dict.fromkeys(("partial",), _or_own("Partial")),
    **dict.fromkeys(("sic",), _sic),
    **dict.fromkeys(("sortname",), _sort_name),
    **dict.fromkeys(("ill", "interlanguage link", "link-interwiki", "illm"), _red_link),
    **{prefix.lower(): _ship(prefix) for prefix in ("USS", "HMS", "SS", "RMS", "HMAS", "HMCS", "USCGC", "MS", "MV")},
    "ship": _any_ship,
    **dict.fromkeys(("w", "wp", "wikipedia", "wikilink", "wpl"), _wikipedia),
    "url": _url,
    **dict.fromkeys(("official website", "official", "official site", "officialsite"), _official),
    **dict.fromkeys(("imdb title", "imdb", "imdb movie", "imdb episode"), _imdb("title", "tt")),
    **dict.fromkeys(("imdb name", "imdb person"), _imdb("name", "nm")),
    **dict.fromkeys(("youtube", "youtube video", "yt"), _video),
    **dict.fromkeys(("listen", "sound", "audio file"), _sound),
    **dict.fromkeys(("flag", "flagcountry", "flagu", "flag+link", "flagdeco country"), _flag),
    **dict.fromkeys(
        ("flagicon", "flag icon", "hs", "hidden sort key", "hid", "nts hidden", "shy", "zwsp"), _always("")
    ),
    **dict.fromkeys(("wbr", "zwj", "zwnj", "word joiner", "px1", "colorbox", "colorsample"), _always("")),
    **dict.fromkeys(("nts", "val", "number table sorting", "formatnum"), _first),
    **dict.fromkeys(("tl", "tlx", "t", "tlc", "template link", "tld", "tnull"), _template_name),
    "isbn": _number_after("ISBN"),
    "issn": _number_after("ISSN"),
    "oclc": _number_after("OCLC"),
    "doi": _number_after("doi:"),
    **dict.fromkeys(("as of", "asof"), _as_of),
    **dict.fromkeys(("baseball year", "by", "mlb year", "nfl year", "year"), _first),
    **dict.fromkeys(("visible anchor", "va", "vanchor", "dfn", "main other"), _first),
    **dict.fromkeys(("ipa", "ipac", "respell", "audio-ipa"), lambda call: call.filled[-1] if call.filled else None),
}
