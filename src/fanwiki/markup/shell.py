"""Whole documents: a page, an index or a redirect in the shell that every output shares."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from fanwiki.markup.blocks import (
    BACKLINKS,
    BACKLINKS_TITLE,
    backlinks_html,
    claim_html,
    contents_html,
    list_html,
    section_html,
    track_record_html,
)
from fanwiki.markup.index_views import IndexView
from fanwiki.markup.infobox import infobox_html
from fanwiki.markup.templates import template
from fanwiki.markup.views import ContentsEntry, Html, LinkView, ListShape, ListView, PageView, SiteView
from fanwiki.wording import say, spoken

MOST_HEAD_TITLE = 70
"""So many characters of a title tabs, bookmarks and results of a search show at most."""

_MARK = "<!-- here -->"


def page_html(page: PageView, site: SiteView) -> str:
    """Return the document of one page."""
    article = article_html(page, site.direction)
    if page.description:
        title = _head_title(page.title, site)
        return template("page.html").render(article=article, site=site, head_title=title, description=page.description)
    return document_html(page.title, article, site)


def document_html(title: str, article: str, site: SiteView) -> str:
    """Return the document of a page whose article was made already."""
    return shell_of(site).document(title, article)


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands round every page of an output.

    Args:
        site: The output.
        head: What stands before the title.
        between: What stands before the article.
        end: What stands behind it.
    """

    site: SiteView
    head: str
    between: str
    end: str

    def document(self, title: str, article: str) -> str:
        """Return the document of a page whose article was made already."""
        return f"{self.head}{escape(_head_title(title, self.site))}{self.between}{article}{self.end}"


def shell_of(site: SiteView) -> Shell:
    """Return what stands round every page of an output."""
    return _shell_in(site, spoken().language)


@lru_cache(maxsize=64)
def _shell_in(site: SiteView, language: str) -> Shell:
    del language  # which its words are in
    mark = Html(_MARK)
    head, between, end = (
        template("page.html").render(article=mark, site=site, head_title=mark, description="").split(_MARK)
    )
    return Shell(site, head, between, end)


def article_html(page: PageView, direction: str = "auto") -> Html:
    """Return a page without the document round it, for a preview or to be put into an open document."""
    return Html(template("article.html").render(_article_parts(page, direction)))


def index_html(index: IndexView, site: SiteView) -> str:
    """Return the document of a page that lists pages."""
    return template("index.html").render(
        _index_parts(index), site=site, head_title=_head_title(index.title, site), description=""
    )


def index_article_html(index: IndexView) -> Html:
    """Return a page that lists pages without the document round it."""
    made = template("index.html")
    return Html("".join(made.blocks["main"](made.new_context(_index_parts(index)))))


def _index_parts(index: IndexView) -> dict[str, object]:
    return {
        "index": index,
        "crumbs": index.breadcrumbs,
        "sections": [list_html(view) for view in index.lists],
        "groups": [list_html(ListView(entries=group.entries, shape=ListShape.COLUMNS)) for group in index.groups],
    }


def redirect_html(name: str, target: LinkView, site: SiteView) -> str:
    """Return a document that leads on to the page that has this other name."""
    return template("redirect.html").render(
        name=name,
        target=target,
        site=site,
        head_title=_head_title(name, site),
        description="",
    )


def search_html(everything: LinkView, site: SiteView) -> str:
    """Return the document that scripts fill with results; without them it leads to the list of all pages."""
    return template("search.html").render(
        everything=everything, site=site, head_title=_head_title(say("Search"), site), description=""
    )


def text_direction(text: str) -> str:
    """Return ``rtl`` when the first letter with a direction is written from right to left, else ``ltr``."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _article_parts(page: PageView, direction: str) -> dict[str, object]:
    return {
        "page": page,
        "direction": text_direction(page.title) if direction == "auto" else direction,
        "crumbs": page.breadcrumbs,
        "infobox": infobox_html(page.infobox),
        "contents": contents_html(_all_contents(page)),
        "claim": claim_html(page.claim),
        "track_record": track_record_html(page.track_record),
        "sections": [section_html(section) for section in page.sections],
        "backlinks": backlinks_html(page.backlinks),
    }


def _all_contents(page: PageView) -> list[ContentsEntry]:
    """Return the body's headings and those of what is computed, in the order they stand on the page."""
    top = min((entry.level for entry in page.contents), default=2)
    entries = [ContentsEntry(top, say("Track record"), "track-record")] if page.track_record else []
    entries += page.contents
    entries += [ContentsEntry(top, section.title, section.anchor) for section in page.sections if section.title]
    if page.backlinks.links:
        entries.append(ContentsEntry(top, say(BACKLINKS_TITLE), BACKLINKS))
    return entries


def _head_title(title: str, site: SiteView) -> str:
    """Return what tabs and bookmarks call a page: they cut what is long, so there a title stands alone."""
    whole = title if title == site.title else f"{title} · {site.title}"
    return whole if len(whole) <= MOST_HEAD_TITLE else title
