"""Citations as readers see them: who, when, what, where."""

from __future__ import annotations

import re

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall

_MAX_AUTHORS = 8
_WORKS = ("work", "website", "newspaper", "magazine", "journal", "periodical", "encyclopedia", "encyclopaedia", "werk")
_LINK = re.compile(r"\[\[|\[(?:https?:)?//|\x02")
_SPACES = re.compile(r"\s+")


def citation(call: NativeCall) -> str:
    """Write a citation in the order that Wikipedia's citation templates have."""
    date = call.get("date", "year", "publication-date", "air-date", "airdate", "datum", "jahr")
    names = _names(call)
    parts = [f"{names} ({date})" if names and date else names]
    title, is_whole = _title(call)
    parts.append(title + (f" ({call.get('type', 'format')})" if call.get("type") else ""))
    work = call.get(*_WORKS, "series", "sammelwerk")
    if work and is_whole is False:
        parts.append(f"''{work.replace(chr(39) * 2, '')}''{_volume(call)}")
    elif _volume(call):
        parts[-1] += _volume(call)
    parts += [_published(call), "" if names else date, _pages(call), *_numbers(call), _archived(call), _seen(call)]
    text = ". ".join(part.strip().rstrip(".") if part.endswith(".") else part.strip() for part in parts if part.strip())
    return _SPACES.sub(" ", f"{text}." if text else call.get("1"))


def _names(call: NativeCall) -> str:
    found = []
    for number in ("", *map(str, range(1, _MAX_AUTHORS + 1))):
        last = call.get(
            f"last{number}", f"author{number}", f"surname{number}", f"author{number}-last", f"autor{number}"
        )
        first = call.get(f"first{number}", f"given{number}", f"author{number}-first")
        if last:
            found.append(f"{last}, {first}" if first else last)
    names = "; ".join(found) or call.get("authors", "people", "vauthors", "host", "autor", "user")
    if names:
        return names
    editor = call.get("editor", "editor-last", "editor1-last", "editor1", "editors", "hrsg")
    first = call.get("editor-first", "editor1-first")
    return f"{editor}{f', {first}' if first else ''} (ed.)" if editor else ""


def _title(call: NativeCall) -> tuple[str, bool]:
    """Return the title with its link, and whether it is that of a whole work."""
    title = call.get("title", "script-title", "chapter", "titel", "1")
    chapter = call.get("chapter", "contribution", "entry", "article") if call.get("title", "titel") else ""
    is_whole = not call.get(*_WORKS) and call.name.lower() in _WHOLE and not chapter
    url = call.get("chapter-url", "chapterurl") or call.get("url", "conference-url")
    shown = _linked(chapter or title, url, call.get("title-link", "titlelink", "authorlink-title"))
    marked = f"''{shown}''" if is_whole and "''" not in shown else f"“{shown}”" if shown else ""
    translated = call.get("trans-title", "trans_title")
    marked += f" [{translated}]" if translated else ""
    return (f"{marked}. ''{title.replace(chr(39) * 2, '')}''", True) if chapter else (marked, is_whole)


def _linked(shown: str, url: str, page: str) -> str:
    if _LINK.search(shown):
        return shown
    if url and "//" in url and " " not in url:
        return f"[{url} {shown or url}]"
    return f"[[{page}|{shown}]]" if page and "://" not in page else shown


def _volume(call: NativeCall) -> str:
    volume, issue = call.get("volume", "band"), call.get("issue", "number", "nummer")
    season, episode = call.get("season", "series-no"), call.get("episode-number", "episode", "number")
    if season:
        return f", season {season}" + (f", episode {episode}" if episode else "")
    return (f" {volume}" if volume else "") + (f" ({issue})" if issue else "")


def _published(call: NativeCall) -> str:
    place, publisher = (
        call.get("location", "place", "ort"),
        call.get("publisher", "network", "agency", "verlag", "hrsg"),
    )
    edition = call.get("edition", "auflage")
    edition = f"{edition} ed. " if edition and edition[0].isdecimal() else f"{edition}. " if edition else ""
    return edition + (f"{place}: {publisher}" if place and publisher else place or publisher)


def _pages(call: NativeCall) -> str:
    pages = call.get("pages", "pp", "seiten")
    page = call.get("page", "p")
    return f"pp. {pages}" if pages else f"p. {page}" if page else call.get("at", "minutes", "time")


def _numbers(call: NativeCall) -> list[str]:
    found = []
    for name, label in (("isbn", "ISBN"), ("issn", "ISSN"), ("oclc", "OCLC"), ("pmid", "PMID"), ("jstor", "JSTOR")):
        value = call.get(name, label)
        found += [f"{label} {value}"] if value else []
    doi = call.get("doi", "DOI")
    if doi:
        found.append(f"[https://doi.org/{doi} doi:{doi}]" if not re.search(r"[\s\[\]<>\x02]", doi) else f"doi:{doi}")
    quote = call.get("quote", "zitat")
    return [*found, f"“{quote}”"] if quote else found


def _archived(call: NativeCall) -> str:
    url, date = call.get("archive-url", "archiveurl"), call.get("archive-date", "archivedate")
    if not url or " " in url or "//" not in url:
        return ""
    return f"[{url} Archived]" + (f" {date}" if date else "")


def _seen(call: NativeCall) -> str:
    date = call.get("access-date", "accessdate", "abruf", "zugriff")
    return f"Retrieved {date}" if date else ""


def _archive(call: NativeCall) -> str | None:
    url, date = call.get("url", "1"), call.get("date", "2")
    return f"[{url} Archived]" + (f" {date}" if date else "") if "//" in url else None


_WHOLE = frozenset(
    (
        *("cite book", "cite av media", "cite video", "cite film", "cite video game", "cite game", "cite comic"),
        *("cite album", "cite report", "cite thesis", "cite encyclopedia", "cite dvd", "cite map", "literatur"),
    )
)

CITATIONS: dict[str, Native] = {
    **dict.fromkeys(
        ("citation", "cite", "citeweb", "citenews", "citebook", "cite web", "cite news", "cite book"), citation
    ),
    **dict.fromkeys(("internetquelle", "literatur", "web cite", "ouvrage", "lien web", "cita web"), citation),
    **dict.fromkeys(("citetwitter", "tweet", "cite tweet", "citeforum", "citenpc", "citepub"), citation),
    **dict.fromkeys(("webarchive", "wayback"), _archive),
}
