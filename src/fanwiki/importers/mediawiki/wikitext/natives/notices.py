"""Templates for editors and for the look of a page: they leave no text, but are counted."""

from __future__ import annotations

import re

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall

_NAMES = """
notice|cn|citation needed|fact|citationneeded|facts|source?|by whom|who|whom|when|where|which|why|clarify
clarification needed|vague|dubious|discuss|verify source|verification needed|verify|failed verification
dead link|deadlink|dl|broken link|cbignore|better source|better source needed|page needed|pn|year needed
full citation needed|unreliable source?|or|pov|pov-inline|weasel inline|update after|update inline
primary source inline|third-party inline|sic inline|undue weight inline|short description|shortdesc|italic title
italictitle|italics title|lowercase title|lowercase|title case|bots|nobots|use dmy dates|use mdy dates
use ymd dates|engvarb|use british english|use american english|use australian english|good article
featured article|featured list|ga|fa|a-class|pp|pp-vandalism|pp-protected|pp-semi-indef|protected|semiprotected
clear|clr|clearleft|clearright|clear left|clear right|-|br clear|toc|toc left|toc right|toc limit|toclimit
tocright|tocleft|tocright2|compact toc|compacttoc|horizontal toc|no toc|notoc|forcetoc|stub|sectstub
section stub|expand|expand section|empty section|orphan|refimprove|ref improve|unreferenced|unsourced
more citations needed|more footnotes|no footnotes|cleanup|clean up|cleanup rewrite|copyedit|copy edit|wikify
update|outdated|out of date|multiple issues|article issues|notability|advert|tone|original research
primary sources|one source|blp sources|blp unsourced|in-universe|plot|long plot|allplot|lead too short
lead missing|lead too long|overly detailed|trivia|fansite|fanpov|howto|essay-like|essay|peacock|weasel|confusing
technical|merge|merge to|merge from|mergeto|mergefrom|split|move|rename|under construction|underconstruction
construction|inuse|in use|delete|deletion|afd|prod|hangon|images needed|image needed|imageneeded|needs image
no image|improve|improvements needed|work in progress|wip|incomplete|authority control|normdaten|portal
portal bar|portals|portal-inline|commons|commonscat|commons category|commons category-inline|commonscat-inline
commons-inline|wikiquote|wikiquote-inline|wiktionary|wikisource|wikispecies|wikivoyage|wikinews|wikibooks
wikidata|sister project links|sisterlinks|sister project|subject bar|spoken wikipedia|persondata|metadata
featured|disambig|disambiguation|disambig-acronym|dab|hndis|hatnote group|geodis|refbegin|ref begin|refend
ref end|col-begin|col-start|colbegin|col begin|col-2|col-3|col-4|col-5|col-break|col break|colbreak|col-1-of-2
col-2-of-2|col-end|col end|colend|div col|divcol|div col start|div col end|divcol end|divcolend|div col break
columns-start|column|columns-end|multicol|multicol-break|multicol-end|startplainlist|plainlist start
endplainlist|plainlist end|startflatlist|endflatlist|end flatlist|flatlist end|cs1 config|defaultsort|anchor
anchors|cat main|catmain|cat more|category toc|large category toc|tooltip end|s-end|start box|end box|nocat
no cat|noindex|index|documentation|doc|templatedata header|namespace|has skill guide|hasstrategy
has calculator|external media|externalimage|redirect category shell|this is a redirect|rcat shell|r from move
shortcut|talk header|talkheader|wikiproject banner shell|welcome|signed|unsigned
"""
_FORM = re.compile(
    r"(?:.+[ -]stub|pp-.+|use [a-z]+ english|use [a-z]+ dates|navbox.*|.* navbox|wikiproject .*|r from .+|r to .+"
    r"|taxonbar|div col.*|toc .*|.*-noshow)"
)


def is_notice(key: str) -> bool:
    """Tell whether a template of this name says nothing to readers, by the form of its name."""
    return _FORM.fullmatch(key) is not None


def _nothing(_call: NativeCall) -> str:
    return ""


NOTICES: dict[str, Native] = dict.fromkeys(
    filter(None, (name.strip() for name in re.split(r"[|\n]", _NAMES))), _nothing
)
