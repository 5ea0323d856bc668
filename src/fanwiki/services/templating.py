"""Beginning pages from the templates of their kinds, and changing those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from fanwiki.domain.change import Change
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.page_template import fill_in, with_template
from fanwiki.domain.title import clean_title
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import FanwikiError
from fanwiki.markup.frontmatter import read_markdown, write_markdown
from fanwiki.services.drafting import Opened
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say, written

NEW_CONFIDENCE = 50
"""What a claim starts with that nobody judged yet."""


def new_page(wiki: WikiFile, title: str, kind: str, *, now: datetime | None = None) -> Opened:
    """Begin a page that is not there yet, from its kind's template.

    Raises:
        TitleError: No page can have this title.
    """
    return Opened(clean_title(title), write_markdown(_begun(wiki, title, kind, now)), None)


def new_claim(wiki: WikiFile, title: str, kind: str, about: str, *, now: datetime | None = None) -> Opened:
    """Begin a claim about a page, or about none that is known yet when `about` is empty.

    Raises:
        TitleError: No page can have this title.
    """
    source = _begun(wiki, title, kind, now)
    own: dict[str, Value] = {"about": [f"[[{about}]]"] if about else [], "status": "open", "confidence": NEW_CONFIDENCE}
    return Opened(source.title, write_markdown(replace(source, fields=own | dict(source.fields))), None)


def template_of(kind: Kind, title: str, *, now: datetime | None = None) -> PageSource:
    """Return a kind's template as a page of this title, with its names filled in."""
    source, _problems = read_markdown(fill_in(kind.template, title, now or datetime.now()), title=title)
    return replace(source, title=title, kind=kind.name)


def fields_with(fields: Mapping[str, Value], template: PageSource) -> dict[str, Value]:
    """Return a page's fields with those of a template that it lacks."""
    return {**fields, **{name: value for name, value in template.fields.items() if name not in fields}}


def put_template(wiki: WikiFile, kind: str, template: str) -> Change:
    """Change what new pages of a kind start with; pages that are there already stay as they are.

    Raises:
        FanwikiError: The wiki has no such kind, or the template's front matter cannot be read.
    """
    _source, problems = read_markdown(template, title="")
    if problems:
        raise FanwikiError(problems[0].text, "Look at the lines between the two lines of ---.")
    with wiki.writing() as writer:
        declared = writer.kinds().get(kind)
        if declared is None:
            raise FanwikiError(say("This wiki has no kind “%1”.", kind), "Choose one that it has.")
        writer.put_kind(with_template(declared, template))
    return Change(written("Change the template of “%1”", declared.label), kinds=True)


def _begun(wiki: WikiFile, title: str, kind: str, now: datetime | None) -> PageSource:
    with wiki.reading(CURATOR) as reader:
        return template_of(reader.kinds().of(kind), clean_title(title), now=now)
